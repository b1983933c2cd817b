// Who is meant by what was typed into the borrower's field, and what is sent for them. Pure: a wrong owner begins here, so nothing is guessed.
import type { BorrowerPick, BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import type { CardReading, DocumentType } from '../../../electron/api/identity.ts';
import type { borrowerFields } from '../../copy/fields.ts';
import { documentLike } from '../document-shape.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

export type BorrowerMessage = Extract<keyof typeof borrowerFields, `field.${string}`> | 'field.needed';

/** Somebody who is on no file yet. */
export interface NewPerson {
  readonly kind: 'contractor' | 'walkIn';
  readonly name: string;
  readonly phone: string;
  readonly company: string;
}

/** A document as it is typed, or as its card says. */
export interface TypedDocument {
  readonly type: DocumentType;
  readonly number: string;
}

export interface BorrowerValues {
  readonly chosen: BorrowerRow | null;
  /** Null while the borrower is looked for among those on file. */
  readonly person: NewPerson | null;
  /** Null while nobody is asked for one. */
  readonly document: TypedDocument | null;
  /** They have none with them: an approval lets the things go all the same. */
  readonly withoutDocument: boolean;
}

export const nobody: BorrowerValues = {
  ...{ chosen: null, person: null, document: null, withoutDocument: false },
};

/** What most people carry. */
export const blankDocument: TypedDocument = { type: 'residentId', number: '' };

/** A number that is typed is of the kind that it looks like, unless somebody chose another. */
export function withNumber(document: TypedDocument, number: string): TypedDocument {
  const isProposed = document.type === (documentLike(document.number) ?? blankDocument.type);
  return { type: isProposed ? (documentLike(number) ?? blankDocument.type) : document.type, number };
}

/** So many are asked for; where as many come there may be more, and none is taken by itself. */
export const MOST_FOUND = 20;

/** The digits of a phone, whole or its last four, however they are spaced and wide; null for any other text. */
export function phoneDigits(text: string): string | null {
  const digits = plainPhone(text);
  return /^(\d{4}|1\d{10})$/.test(digits) ? digits : null;
}

function plainPhone(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '');
}

/** The one whose phone these digits end; null for none and for several. A unit that is called alike is not meant. */
export function onlyOne(text: string, found: readonly BorrowerRow[]): BorrowerRow | null {
  const digits = phoneDigits(text);
  if (digits === null || found.length >= MOST_FOUND) return null;
  const [one, ...others] = found.filter(({ phone }) => phone?.endsWith(digits));
  return one && others.length === 0 ? one : null;
}

/** A borrower as one line beside their name. */
export function saidOf({ from, phone }: Pick<BorrowerRow, 'from' | 'phone'>): string {
  return [from, phone].filter(Boolean).join(' · ');
}

/** Whom nobody was found by: a phone or its end begins the phone, anything else the name. */
export function newPersonOf(typed: string, kind: NewPerson['kind']): NewPerson {
  const isPhone = /^\+?[\d\s-]+$/.test(typed.normalize('NFKC'));
  const text = typed.trim();
  return { kind, name: isPhone ? '' : text, phone: isPhone ? plainPhone(text) : '', company: '' };
}

/** A mobile number has eleven digits; any other that can be called seven at least. */
function isWholePhone(phone: string): boolean {
  const digits = plainPhone(phone);
  return digits.startsWith('1') ? /^1\d{10}$/.test(digits) : digits.replaceAll(/\D/g, '').length >= 7;
}

/** Whom the things go to; null while nobody is chosen, or a new person has no name and whole phone yet. */
export function pickOf({ chosen, person, document }: BorrowerValues): BorrowerPick | null {
  const shown =
    document === null || document.number.trim() === ''
      ? null
      : { documentType: document.type, documentNumber: document.number };
  if (!person) return chosen && { ...chosen.pick, document: shown };
  const { kind, name, phone, company } = person;
  if (name.trim() === '' || !isWholePhone(phone)) return null;
  return { from: 'new', person: { kind, name, phone: plainPhone(phone), company }, document: shown };
}

/** What can be said before sending. `documentDue`: things leave only once a document is written down. */
export function wrongInBorrower(values: BorrowerValues, documentDue: boolean): FieldErrors<BorrowerMessage> {
  const { chosen, person, document } = values;
  const wrong: Record<string, BorrowerMessage> = {};
  if (!person && !chosen) wrong['borrower'] = 'field.borrowerNeeded';
  if (person && person.name.trim() === '') wrong['name'] = 'field.needed';
  if (person && person.phone.trim() === '') wrong['phone'] = 'field.phoneNeeded';
  else if (person && !isWholePhone(person.phone)) wrong['phone'] = 'field.phoneWhole';
  if (documentDue && (document?.number ?? '').trim() === '') wrong['documentNumber'] = 'field.documentNeeded';
  return wrong;
}

/** A card that is on no file: it is of whoever was chosen by that name, else of somebody new. What is typed stays. */
export function withCard(
  values: BorrowerValues,
  card: Pick<CardReading, 'documentType' | 'number' | 'name'>,
  kind: NewPerson['kind'],
): BorrowerValues {
  const name = card.name.trim();
  const document = { type: card.documentType, number: card.number };
  const { chosen, person } = values;
  if (chosen && chosen.documentMasked === null && chosen.name === name)
    return { ...nobody, chosen, document };
  return { ...nobody, person: { ...(person ?? newPersonOf('', kind)), name }, document };
}

/** Who is on file already is taken instead; a document that was typed goes along, where it is not what they were known by. */
export function takingKnown(
  { document }: BorrowerValues,
  known: BorrowerRow,
  by: 'phone' | 'documentNumber',
): BorrowerValues {
  const isMissing = by === 'phone' && known.documentMasked === null;
  return { ...nobody, chosen: known, document: isMissing ? document : null };
}
