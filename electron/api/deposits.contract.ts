// Deposits 押金 and the till: taken with a loan, refunded once, deducted with items; what finance got; stray returns.
import { z } from 'zod';
import { callFor, commandId, instant, line, noInput, recordId, shownText } from './call.ts';
import {
  DEDUCTION_KINDS,
  DEPOSIT_STATES,
  depositErrors,
  offeredBack,
  PAY_METHODS,
  PROOFS,
} from './deposit-states.ts';
import { CONDITIONS, loanErrors } from './loan-states.ts';
import { signature, signatureErrors } from './lending.ts';

export const depositRow = z.object({
  id: recordId,
  number: z.string(),
  /** The loan that it was taken with, and its number. */
  loan: recordId,
  loanNumber: z.string().nullable(),
  state: z.enum(DEPOSIT_STATES),
  /** Who holds the money. */
  desk: z.string(),
  method: z.enum(PAY_METHODS),
  amountFen: z.int(),
  refundedFen: z.int(),
  deductedFen: z.int(),
  /** Owed and not out yet. */
  pendingFen: z.int(),
  /** Billed beside the deposit 赔偿单, and how much of it was paid. */
  shortfallFen: z.int(),
  shortfallPaidFen: z.int(),
  /** For lost things that turned up: to be given back once somebody decides so (`reverse`). */
  offeredFen: z.int(),
  /** Null where the record was erased or is locked. */
  payerName: z.string().nullable(),
  takenAt: instant,
  unclaimedAt: instant.nullable(),
  receiptLost: z.boolean(),
  issues: z.array(z.string()),
});
export type DepositRow = z.infer<typeof depositRow>;

export const depositDetail = depositRow.extend({
  payerPhone: z.string().nullable(),
  reference: z.string().nullable(),
  /** What it was taken for, as the receipt says it. */
  items: z.string().nullable(),
  deductions: z.array(
    z.object({ kind: z.enum(DEDUCTION_KINDS), what: z.string().nullable(), amountFen: z.int() }),
  ),
  proof: z.enum(PROOFS).nullable(),
  proxyName: z.string().nullable(),
  /** What the payer was verified by whose receipt is lost. */
  verified: z.string().nullable(),
  settledAt: instant.nullable(),
  settledDesk: z.string().nullable(),
  /** Whether somebody signed for the money, or a reason stands in its place. */
  signed: z.boolean(),
  /** Whether it can be settled here and now: its loan is over, the money is here and its events are known. */
  maySettle: z.boolean(),
  /** Whether who asks may take the settlement back. */
  mayUndo: z.boolean(),
  /** Whether who asks may take back what was paid of the bill last. */
  mayUndoShortfall: z.boolean(),
});
export type DepositDetail = z.infer<typeof depositDetail>;

const deduction = z.object({
  kind: z.enum(DEDUCTION_KINDS),
  what: shownText(100),
  amountFen: z.int().min(1).max(10_000_000),
});

/** Who is given the money. Errors are named by the fields. */
const proof = z.discriminatedUnion('how', [
  z.object({ how: z.literal('receipt') }),
  /** Only the payer, verified, who signs 收据遗失声明. `verified` is what was looked at: the end of a number. */
  z.object({
    ...{ how: z.literal('receiptLost'), verifiedBy: z.enum(['document', 'phone']) },
    verified: shownText(40),
  }),
  /** With receipt and authorisation. */
  z.object({ how: z.literal('proxy'), name: shownText(100), phone: line(30) }),
]);

export const settleForm = z.object({
  deductions: z.array(deduction).max(20).default([]),
  proof,
  /** The deductions come to more than is held, and the rest is billed 赔偿单. */
  acceptShortfall: z.boolean().default(false),
  /** When it truly happened, for an entry typed late 补录 (UTC ms); null for now. */
  settledAt: instant.nullable().default(null),
  printSlip: z.boolean().default(true),
  signature,
});

const cashRow = z.object({
  desk: z.string(),
  method: z.enum(PAY_METHODS),
  floatFen: z.int(),
  receivedFen: z.int(),
  refundedFen: z.int(),
  handedInFen: z.int(),
  /** Float + received − refunded − handed in: what should be there. */
  balanceFen: z.int(),
  /** What of it belongs to open receipts and pending refunds. */
  heldFen: z.int(),
  /** What may be handed in without touching that; what was not cash is with finance anyway. */
  freeFen: z.int(),
});
export type CashRow = z.infer<typeof cashRow>;

const cashMoveRow = z.object({
  id: recordId,
  kind: z.enum(['float', 'handedIn']),
  desk: z.string(),
  method: z.enum(PAY_METHODS),
  amountFen: z.int(),
  at: instant,
  receiver: z.string().nullable(),
  takenBack: z.boolean(),
  mayTakeBack: z.boolean(),
});
export type CashMoveRow = z.infer<typeof cashMoveRow>;

const approval = z.string().max(64).nullable().default(null);
const limit = z.int().min(1).max(500).default(200);
const read = callFor('loans.read');
const write = callFor('loans.write').errors({ ...depositErrors, ...signatureErrors });
const manage = callFor('cash.manage').errors({ ...depositErrors, ...signatureErrors });
const one = { commandId, deposit: recordId };
const done = z.object({ id: recordId });
const printing = done.extend({ printJobs: z.array(recordId) });
export const DEPOSIT_VIEWS = ['held', 'pending', 'unclaimed', 'all'] as const;

const strayRow = z.object({
  id: recordId,
  type: recordId,
  typeNameZh: z.string(),
  typeNameEn: z.string(),
  item: recordId.nullable(),
  asset: z.string().nullable(),
  count: z.int(),
  condition: z.enum(CONDITIONS),
  at: instant,
  desk: z.string(),
  remarks: z.string().nullable(),
  mayTakeBack: z.boolean(),
});
export type StrayRow = z.infer<typeof strayRow>;

const stray = { commandId, stray: recordId };
const things = callFor('loans.write').errors(loanErrors);
const closing = callFor('loans.manage').errors(loanErrors);
const cameBack = done.extend({
  /** The loan that it was lost with, where that was known or is matched; null for none. */
  loan: recordId.nullable(),
  deposits: z.array(offeredBack),
});

/** Part of the loans' calls (loans.contract.ts). */
export const depositCalls = {
  /** Refunds what is left: cash at once, else `refund_pending`. Deductions need `loans.decide`. Refunded once. */
  settle: write
    .input(settleForm.extend({ ...one, approval }))
    .output(printing.extend({ state: z.enum(DEPOSIT_STATES), refundFen: z.int(), shortfallFen: z.int() })),
  /** Within ten minutes, by who did it: the money is back and the receipt open again. */
  undoSettle: write.input(z.object(one)).output(done),
  /** What was pending is out: sent by finance, or given as cash by the desk that holds it. */
  refundDone: write
    .input(z.object({ ...one, reference: line(60), signature }))
    .output(done.extend({ amountFen: z.int() })),
  /** What was kept for a lost thing that turned up is owed again (`refundDone` pays it). Needs `loans.decide`. */
  reverse: write
    .input(z.object({ ...one, approval }))
    .output(done.extend({ amountFen: z.int(), shortfallFen: z.int(), state: z.enum(DEPOSIT_STATES) })),
  /** The bill beyond the deposit 赔偿单 is paid at this desk, all of it or a part. */
  payShortfall: write
    .input(
      z.object({
        ...{ ...one, amountFen: z.int().min(1).max(1_000_000_000) },
        ...{ method: z.enum(PAY_METHODS), reference: line(60) },
      }),
    )
    .output(done),
  /** Within ten minutes, by who took it: the payer has the money, and the bill is open again. */
  undoShortfall: write.input(z.object(one)).output(done),
  reprintReceipt: write.input(z.object(one)).output(printing),
  /** The refund or damages slip, and the statement where the receipt was lost. */
  reprintRefund: write.input(z.object(one)).output(printing),
  /** `held`, `pending`, `unclaimed`: the longest waiting first; `all`: newest first. */
  deposits: read.input(z.object({ view: z.enum(DEPOSIT_VIEWS), limit })).output(z.array(depositRow)),
  deposit: read.input(z.object({ deposit: recordId })).output(depositDetail),
  depositsOf: read.input(z.object({ loan: recordId })).output(z.array(depositRow)),
  /** Unclaimed deposits of this desk handed to finance together; one entry in the till's book per method. */
  toFinance: manage
    .input(
      z.object({
        ...{ commandId, deposits: z.array(recordId).min(1).max(200) },
        ...{ receiver: shownText(100), signature },
      }),
    )
    .output(printing.omit({ id: true }).extend({ moves: z.array(recordId), amountFen: z.int() })),
  /** The opening float of the desk 备用金, in place of what it was. */
  setFloat: manage.input(z.object({ commandId, amountFen: z.int().min(0).max(100_000_000) })).output(done),
  /** Money of the till goes to finance; both copies of the slip are printed for the receiver to sign. */
  handIn: manage
    .input(
      z.object({
        ...{ commandId, method: z.enum(PAY_METHODS), amountFen: z.int().min(1).max(1_000_000_000) },
        ...{ receiver: shownText(100), signature },
        /** Cash that belongs to open receipts and pending refunds goes along; else AMOUNT_WRONG says how much is free. */
        heldToo: z.boolean().default(false),
      }),
    )
    .output(printing),
  /** Takes a hand-in back 撤销 within ten minutes of making it. */
  takeBackMove: manage.input(z.object({ commandId, move: recordId })).output(done),
  cashMoves: read.input(z.object({ limit })).output(z.array(cashMoveRow)),
  /** Per desk and method; the window's own desk has its cash row always. */
  cash: read.input(noInput).output(z.array(cashRow)),
  /**
   * Back without a loan that is known 无主归还. What is out by its asset code goes back to its loan instead; what was lost
   * with a loan is matched to it at once.
   */
  returnStray: things
    .input(
      z.object({
        ...{ commandId, type: recordId, item: recordId.nullable(), count: z.int().min(1).max(99) },
        ...{ condition: z.enum(CONDITIONS), remarks: line(200) },
      }),
    )
    .output(cameBack),
  /** The loan was found, open or lost with it: it came back when and where the stray was taken in. */
  matchStray: things.input(z.object({ ...stray, loan: recordId, line: z.int().min(0) })).output(cameBack),
  takeBackStray: things.input(z.object(stray)).output(done),
  /** Nobody will be found for it: it leaves the list, with what became of it. */
  closeStray: closing.input(z.object({ ...stray, reason: shownText(200) })).output(done),
  /** Within ten minutes, by who closed it: it waits for its loan again. */
  reopenStray: closing.input(z.object(stray)).output(done),
  /** Those that belong to nobody yet, the longest waiting first. */
  strays: read.input(noInput).output(z.array(strayRow)),
};
