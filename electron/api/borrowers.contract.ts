// Borrowers 借用人: who takes a key or an umbrella; found once, then any number of things are lent to them.
import { z } from 'zod';
import { callFor, commandId, instant, line, recordId, shownText } from './call.ts';
import { documentType } from './identity.ts';

export const BORROWER_KINDS = ['contact', 'staff', 'contractor', 'walkIn'] as const;
export type BorrowerKind = (typeof BORROWER_KINDS)[number];

/** Somebody who is on no file yet; the fields' names are the names that errors carry. */
export const newBorrower = z.object({
  kind: z.enum(['contractor', 'walkIn']),
  name: shownText(100),
  phone: shownText(30),
  company: line(100),
  unit: recordId.nullable().default(null),
});

/** A document that they showed: it is written down, never kept back (ID Card Law art. 16). */
const shownDocument = z
  .object({ documentType, documentNumber: shownText(40) })
  .nullable()
  .default(null);

/** Whom a thing is lent to. A contact or a colleague becomes a borrower by their first loan. */
export const borrowerPick = z.discriminatedUnion('from', [
  z.object({ from: z.literal('borrower'), borrower: recordId, document: shownDocument }),
  z.object({ from: z.literal('contact'), contact: recordId, document: shownDocument }),
  z.object({ from: z.literal('staff'), staff: recordId, document: shownDocument }),
  z.object({ from: z.literal('new'), person: newBorrower, document: shownDocument }),
]);
export type BorrowerPick = z.input<typeof borrowerPick>;

/** Something that is lent and not back; `register` opens `record`, its loan. */
export const heldThing = z.object({
  record: recordId,
  register: z.enum(['keys', 'loans']),
  /** `K-…`, `L-…` */
  number: z.string(),
  /** What it is: the key's or the item's name; null where it was erased or is locked. */
  title: z.string().nullable(),
  /** In English, where things have names in both languages. */
  titleEn: z.string().optional(),
  lentAt: instant,
  dueAt: instant.nullable(),
  overdue: z.boolean(),
});
export type HeldThing = z.infer<typeof heldThing>;

export const borrowerRow = z.object({
  /** Sent with a loan as it is. */
  pick: z.discriminatedUnion('from', [
    z.object({ from: z.literal('borrower'), borrower: recordId }),
    z.object({ from: z.literal('contact'), contact: recordId }),
    z.object({ from: z.literal('staff'), staff: recordId }),
  ]),
  kind: z.enum(BORROWER_KINDS),
  /** Null where the record was erased or is locked. */
  name: z.string().nullable(),
  /** Whole for whoever works the desk, masked for a clerk. */
  phone: z.string().nullable(),
  /** Company, tenant and unit as one line for the eye; a colleague's staff number. */
  from: z.string().nullable(),
  unit: recordId.nullable(),
  tenant: recordId.nullable(),
  documentMasked: z.string().nullable(),
  /** When they borrowed last. */
  lastAt: instant.nullable(),
  /** How many things of theirs are out. */
  holds: z.int(),
  /** Overdue ones among them: flagged in the list. */
  overdue: z.int(),
});
export type BorrowerRow = z.infer<typeof borrowerRow>;

export const borrowerErrors = {
  /** No such borrower, contact or colleague; or who they were was erased. */
  UNKNOWN_BORROWER: { data: z.object({ field: z.literal('borrower') }) },
  /** The unit that a new borrower gives is not on file. */
  BORROWER_UNIT_UNKNOWN: { data: z.object({ field: z.literal('unit') }) },
  /** A number that can be called: seven digits at least. */
  PHONE_NEEDED: { data: z.object({ field: z.literal('phone') }) },
  BORROWER_DOCUMENT_WRONG: { data: z.object({ field: z.literal('documentNumber') }) },
  /** The same phone or document is on file: take that one (`borrower`). */
  BORROWER_KNOWN: { data: z.object({ field: z.enum(['phone', 'documentNumber']), borrower: recordId }) },
} as const;

export const borrowersContract = {
  /**
   * Empty text: who borrowed last at this desk, newest first. Else by phone (4 digits of its end on), name, pinyin,
   * initials, company, unit; contacts and colleagues who never borrowed are offered too.
   */
  find: callFor('loans.read')
    .input(z.object({ text: z.string().max(100), limit: z.int().min(1).max(20).default(8) }))
    .output(z.array(borrowerRow)),
  /** Whose ID card lies on the reader; null for somebody new. */
  byDocument: callFor('loans.read')
    .input(z.object({ documentType, documentNumber: z.string().max(40) }))
    .output(borrowerRow.nullable()),
  /** Which colleague's badge was scanned; null for nobody's. */
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
  /** Mends who somebody is that no file has; contacts and colleagues are mended in their own file (UNKNOWN_BORROWER). */
  amend: callFor('loans.write')
    .errors(borrowerErrors)
    .input(newBorrower.extend({ commandId, borrower: recordId, document: shownDocument }))
    .output(z.object({ id: recordId })),
};
