// Deposits 押金: what a loan shows of the money that was taken for it.
import { z } from 'zod';
import { instant, recordId } from './call.ts';
import { DEPOSIT_STATES, PAY_METHODS } from './deposit-states.ts';

export const depositRow = z.object({
  id: recordId,
  number: z.string(),
  loan: recordId,
  state: z.enum(DEPOSIT_STATES),
  desk: z.string(),
  method: z.enum(PAY_METHODS),
  amountFen: z.int(),
  refundedFen: z.int(),
  deductedFen: z.int(),
  /** Billed beside the deposit 赔偿单. */
  shortfallFen: z.int(),
  payerName: z.string().nullable(),
  takenAt: instant,
  unclaimedAt: instant.nullable(),
  receiptLost: z.boolean(),
  issues: z.array(z.string()),
});
export type DepositRow = z.infer<typeof depositRow>;
