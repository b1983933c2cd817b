// What is typed where things are lent, with the deposit that is taken for them.
import { z } from 'zod';
import { borrowerPick } from './borrowers.contract.ts';
import { instant, line, recordId, shownText } from './call.ts';
import { PAY_METHODS } from './deposit-states.ts';
import { signature } from './lending.ts';

export const lentLine = z.object({
  type: recordId,
  /** The item where the type goes by asset code, else null and a count. */
  item: recordId.nullable().default(null),
  count: z.int().min(1).max(99).default(1),
});

/** The fields of the form; its names are the names that the errors carry. */
export const loanForm = z.object({
  lines: z.array(lentLine).min(1).max(50),
  borrower: borrowerPick,
  /** Null for the shortest loan time of the types (call `judge`). */
  dueAt: instant.nullable().default(null),
  /** Null where the types ask for none; waived with a reason, within one's limit or approved. */
  deposit: z
    .discriminatedUnion('how', [
      z.object({
        ...{ how: z.literal('paid'), amountFen: z.int().min(1).max(10_000_000) },
        ...{ method: z.enum(PAY_METHODS), reference: line(60) },
        /** Why less than is asked was enough. */
        reason: line(200).default(null),
      }),
      z.object({ how: z.literal('waived'), reason: shownText(200) }),
    ])
    .nullable()
    .default(null),
  remarks: line(500),
  /** When it truly went out, for an entry typed late 补录 (UTC ms); null for now. */
  lentAt: instant.nullable().default(null),
  printSlip: z.boolean(),
  signature,
});
export type LoanForm = z.input<typeof loanForm>;
