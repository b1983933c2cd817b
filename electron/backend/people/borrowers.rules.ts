// Who may be written down as a borrower, and how what is known of one reads: pure.
import type { z } from 'zod';
import type { borrowerErrors, borrowerPick } from '../../api/borrowers.contract.ts';
import type { DocumentType } from '../../api/identity.ts';
import { checkDocumentNumber } from '../shared/document-number.ts';

export type PickedDocument = NonNullable<z.output<typeof borrowerPick>['document']>;

/** The shortest number that can be called: a landline without its area code. */
const PHONE_DIGITS = 7;

/** Whether somebody can be called under this number. */
export function canBeCalled(phone: string): boolean {
  return phone.normalize('NFKC').replaceAll(/\D/g, '').length >= PHONE_DIGITS;
}

/** The number as it is written down; null where it is none that a document of this kind could bear. */
export function soundDocument(
  { documentType, documentNumber }: PickedDocument,
  today: string,
): { readonly type: DocumentType; readonly number: string } | null {
  const check = checkDocumentNumber(documentType, documentNumber, today);
  return check.ok && documentType !== 'none' ? { type: documentType, number: check.normalised } : null;
}

type Known = z.infer<(typeof borrowerErrors)['BORROWER_KNOWN']['data']>;

/** Who else is on file with this phone or document; `self` is who they are themselves, null for somebody new. */
export function knownAs(
  self: number | null,
  on: {
    readonly phone: readonly { readonly id: number }[];
    readonly document: readonly { readonly id: number }[];
  },
): Known | null {
  const phone = on.phone.find(({ id }) => id !== self);
  if (phone) return { field: 'phone', borrower: phone.id };
  const document = on.document.find(({ id }) => id !== self);
  return document ? { field: 'documentNumber', borrower: document.id } : null;
}

/** Company and place as one line for the eye; null where nothing is known. */
export function fromLine(...parts: readonly (string | null)[]): string | null {
  return [...new Set(parts)].filter(Boolean).join(' · ') || null;
}
