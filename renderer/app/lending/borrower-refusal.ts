// What the backend refuses of a borrower, beside the field that it names; the same in every form that lends.
import { ORPCError } from '@orpc/client';
import { borrowerErrors } from '../../../electron/api/borrowers.contract.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import type { BorrowerMessage } from './borrower-choice.ts';

const BESIDE: Readonly<Record<string, FieldErrors<BorrowerMessage>>> = {
  UNKNOWN_BORROWER: { borrower: 'field.borrowerUnknown' },
  PHONE_NEEDED: { phone: 'field.phoneWhole' },
  BORROWER_DOCUMENT_WRONG: { documentNumber: 'field.documentNumber' },
};

/** Field → message, for refusals that name a field of the borrower; empty for the others. */
export function borrowerFieldsRefused(error: unknown): FieldErrors<BorrowerMessage> {
  const known = knownIn(error);
  if (known) return { [known.field]: 'field.borrowerKnown' };
  return (error instanceof ORPCError ? BESIDE[String(error.code)] : undefined) ?? {};
}

/** Who has this phone or document already; null for any other refusal. */
export function knownIn(error: unknown) {
  if (!(error instanceof ORPCError) || error.code !== 'BORROWER_KNOWN') return null;
  return borrowerErrors.BORROWER_KNOWN.data.safeParse(error.data).data ?? null;
}
