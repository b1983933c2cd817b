// What is typed where keys leave.
import { z } from 'zod';
import { borrowerPick } from './borrowers.contract.ts';
import { instant, line, recordId } from './call.ts';
import { signature } from './lending.ts';

/** The fields of the form; its names are the names that the errors carry. */
export const keyLoanForm = z.object({
  keys: z
    .array(
      z.object({
        key: recordId,
        pieces: z.int().min(1).max(99).nullable().default(null),
        /** Its tag was read at this desk: it is here, wherever the book has it. */
        scanned: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(50),
  borrower: borrowerPick,
  /** A contact who may authorise keys for the tenant. */
  authorisedBy: recordId.nullable().default(null),
  purpose: line(100),
  /** Null: by kind and time of day (call `judge` shows it); what is issued has none. */
  dueAt: instant.nullable().default(null),
  remarks: line(500),
  /** When it truly left, where it is typed late 补录. */
  lentAt: instant.nullable().default(null),
  printSlip: z.boolean(),
  signature,
});
export type KeyLoanForm = z.input<typeof keyLoanForm>;
