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

/** Fills empty fields only: nothing that was typed is ever replaced. */
export function mergeCard(values: VisitorValues, card: CardReading): CardMerge {
  const fill: Partial<VisitorValues> = {};
  const conflicts: CardConflict[] = [];
  const name = card.name.trim();
  if (values.name.trim() === '') fill.name = name;
  else if (name !== '' && values.name.trim() !== name) conflicts.push({ field: 'name', value: name });
  if (values.documentNumber.trim() === '' || values.documentNumber === card.number) {
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
