// What a deposit can be, how it was paid, what is kept of it; and the refusals of the till by name.
import { z } from 'zod';
import { recordId } from './call.ts';

export const PAY_METHODS = ['cash', 'wechat', 'alipay', 'card'] as const;
export type PayMethod = (typeof PAY_METHODS)[number];

/**
 * `refund_pending`: money is owed and not out yet (待原路退款 where it was not cash). `forfeited`: all of it was kept.
 * `unclaimed`: the loan ended and nobody came for it; `to_finance`: it left the desk with finance.
 */
export const DEPOSIT_STATES = [
  ...(['held', 'refunded', 'part_refunded', 'forfeited', 'refund_pending'] as const),
  ...(['unclaimed', 'to_finance', 'voided'] as const),
] as const;
export type DepositState = (typeof DEPOSIT_STATES)[number];

/** Whether its receipt is open: nobody has settled it, and the desk has the money. */
export function isOpenDeposit({ state }: { readonly state: DepositState }): boolean {
  return state === 'held' || state === 'unclaimed';
}

/** What an item of a deduction 押金抵扣 is for. */
export const DEDUCTION_KINDS = ['loss', 'repair', 'cleaning', 'other'] as const;
export type DeductionKind = (typeof DEDUCTION_KINDS)[number];

/** Who was given the money: the receipt's bearer, the payer who lost it, or somebody sent with it. */
export const PROOFS = ['receipt', 'receiptLost', 'proxy'] as const;

/** What was kept for a thing that turned up, and may be given back: `reverse` does it, with approval. */
export const offeredBack = z.object({ deposit: recordId, number: z.string(), amountFen: z.int() });
export type OfferedBack = z.infer<typeof offeredBack>;

export const depositErrors = {
  /** Cash goes out only at the desk that holds it, and only where its events are known. */
  REFUND_ELSEWHERE: { data: z.object({ deposit: recordId, desk: z.string() }) },
  REFUNDED_ALREADY: { data: z.object({ deposit: recordId }) },
  /** `mostFen` is what this amount may be at most. */
  AMOUNT_WRONG: { data: z.object({ field: z.string(), mostFen: z.int() }) },
  FIELD_NEEDED: { data: z.object({ field: z.string() }) },
  /** The number that was given is not the payer's. */
  PAYER_UNPROVEN: { data: z.object({ field: z.literal('verified') }) },
  TOO_LATE: {},
  WRONG_STATE: { data: z.object({ record: recordId, state: z.string() }) },
} as const;
