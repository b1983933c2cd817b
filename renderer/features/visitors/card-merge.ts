// A card comes to a form: what it may fill in by itself, and what has to be asked beside the field. Pure.
import type { CardReading } from '../../../electron/api/identity.ts';
import { asksNationality } from './visitor-values.ts';
import type { VisitorValues } from './visitor-values.ts';

export interface CardMerge {
  readonly values: Partial<VisitorValues>;
  /** What somebody typed and the card says otherwise. It stays until a person decides. */
  readonly conflicts: readonly CardConflict[];
}

export interface CardConflict {
  readonly field: 'name' | 'documentNumber';
  /** What the card says. */
  readonly value: string;
}

/** Whom a form is about before any card: the visit of somebody announced, and whether their number is on file. */
export interface Announced {
  readonly visit: number;
  readonly numberOnFile: boolean;
}

/**
 * Fills empty fields only: nothing that was typed is ever replaced. Where the card may be somebody else's than that of
 * who was announced, its number is asked about as well: nobody enters under the number of another person.
 */
export function mergeCard(
  values: VisitorValues,
  card: CardReading,
  announced: Announced | null = null,
): CardMerge {
  const fill: Partial<VisitorValues> = {};
  const conflicts: CardConflict[] = [];
  const name = card.name.trim();
  if (values.name.trim() === '') fill.name = name;
  else if (name !== '' && values.name.trim() !== name) conflicts.push({ field: 'name', value: name });
  const known = announced !== null && card.visit?.id === announced.visit;
  const another = announced !== null && !known && (announced.numberOnFile || conflicts.length > 0);
  const free = values.documentNumber.trim() === '' && !another;
  if (free || values.documentNumber === card.number) {
    Object.assign(fill, documentOf(card, values));
  } else {
    conflicts.push({ field: 'documentNumber', value: card.number });
  }
  return { values: fill, conflicts };
}

/** Takes the card's word for one field that was in conflict. */
export function acceptFromCard(
  values: VisitorValues,
  card: CardReading,
  field: CardConflict['field'],
): Partial<VisitorValues> {
  return field === 'name' ? { name: card.name.trim() } : documentOf(card, values);
}

function documentOf(card: CardReading, values: VisitorValues): Partial<VisitorValues> {
  const nationality = asksNationality(card.documentType) ? (card.nationality ?? values.nationality) : '';
  return {
    documentType: card.documentType,
    documentNumber: card.number,
    documentEnd: card.validTo,
    nationality,
  };
}
