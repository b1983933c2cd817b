// Borrowers 借用人: who takes a key or an umbrella; found once, then any number of things are lent to them.
import { z } from 'zod';
import { callFor, commandId, instant, line, recordId, shownText } from './call.ts';
import { documentType } from './identity.ts';

export const BORROWER_KINDS = ['contact', 'staff', 'contractor', 'walkIn'] as const;

/** Somebody who is on no file yet; the fields' names are the names that errors carry. */
export const newBorrower = z.object({
  kind: z.enum(['contractor', 'walkIn']),
  name: shownText(100),
  phone: shownText(30),
  company: line(100),
  unit: recordId.nullable().default(null),
  documentType: documentType.nullable().default(null),
  documentNumber: line(40).default(null),
});

/** Whom a thing is lent to. A contact or a colleague becomes a borrower by their first loan. */
export const borrowerPick = z.discriminatedUnion('from', [
  z.object({ from: z.literal('borrower'), borrower: recordId }),
  z.object({ from: z.literal('contact'), contact: recordId }),
  z.object({ from: z.literal('staff'), staff: recordId }),
  z.object({ from: z.literal('new'), person: newBorrower }),
]);
export type BorrowerPick = z.input<typeof borrowerPick>;

/** Something that is lent and not back; `register` opens it. */
export const heldThing = z.object({
  record: recordId,
  register: z.enum(['keys', 'loans']),
  /** `K-…`, `L-…` */
  number: z.string(),
  /** What it is: the key's or the item's name. */
  title: z.string(),
  lentAt: instant,
  dueAt: instant.nullable(),
  overdue: z.boolean(),
});
export type HeldThing = z.infer<typeof heldThing>;

export const borrowerRow = z.object({
  pick: borrowerPick,
  kind: z.enum(BORROWER_KINDS),
  /** Null where the record was erased or is locked. */
  name: z.string().nullable(),
  /** Whole for whoever works the desk, masked for a clerk. */
  phone: z.string().nullable(),
  /** Company, tenant and unit as one line for the eye. */
  from: z.string().nullable(),
  unit: recordId.nullable(),
  tenant: recordId.nullable(),
  documentMasked: z.string().nullable(),
  lastAt: instant.nullable(),
  holds: z.int(),
  /** Overdue things among them: flagged in the list. */
  overdue: z.int(),
});
export type BorrowerRow = z.infer<typeof borrowerRow>;

export const borrowerErrors = {
  /** No such borrower, contact, colleague or unit. */
  UNKNOWN_BORROWER: { data: z.object({ field: z.literal('borrower') }) },
  PHONE_NEEDED: { data: z.object({ field: z.literal('phone') }) },
  BORROWER_DOCUMENT_WRONG: { data: z.object({ field: z.literal('documentNumber') }) },
  /** The same phone or document is on file: take that one (`borrower`). */
  BORROWER_KNOWN: { data: z.object({ field: z.enum(['phone', 'documentNumber']), borrower: recordId }) },
} as const;

export const borrowersContract = {
  /** Empty text: who borrowed last at this desk, newest first. Else by phone (4 digits of its end on), name, pinyin, unit. */
  find: callFor('loans.read')
    .input(z.object({ text: z.string().max(100), limit: z.int().min(1).max(20).default(8) }))
    .output(z.array(borrowerRow)),
  /** Whose ID card lies on the reader, or whose badge was scanned; null for somebody new. */
  byDocument: callFor('loans.read')
    .input(z.object({ documentType, documentNumber: z.string().max(40) }))
    .output(borrowerRow.nullable()),
  byBadge: callFor('loans.read')
    .input(z.object({ badge: z.string().max(64) }))
    .output(borrowerRow.nullable()),
  get: callFor('loans.read')
    .input(z.object({ borrower: recordId }))
    .output(borrowerRow.extend({ things: z.array(heldThing) })),
  /** What a visitor who leaves still holds: matched by document or phone. */
  heldByVisit: callFor('visits.read')
    .input(z.object({ visit: recordId }))
    .output(z.array(heldThing)),
  amend: callFor('loans.write')
    .errors(borrowerErrors)
    .input(
      newBorrower
        .partial({ documentType: true, documentNumber: true })
        .extend({ commandId, borrower: recordId }),
    )
    .output(z.object({ id: recordId })),
};
