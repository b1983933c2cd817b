// What can happen to a deposit 押金. Amounts and methods stand in the body; names, references and texts are sealed.
import { z } from 'zod';
import { DEDUCTION_KINDS, PAY_METHODS, PROOFS } from '../../../api/deposit-states.ts';
import { recordId } from '../../../api/call.ts';
import { signed } from '../../lending/lending.events.ts';
import type { EventCatalogue, OpenedEvent } from '../../journal/events.ts';

const fen = z.int().nonnegative();
const nothing = { version: 1, body: z.object({}), sealed: null } as const;

export const depositEvents = {
  'deposit.taken': {
    version: 1,
    body: z.object({
      number: z.string(),
      code: z.string().regex(/^\d{16}$/),
      loan: recordId,
      amountFen: fen,
      method: z.enum(PAY_METHODS),
    }),
    /** `items`: what it was taken for, as the receipt says it. */
    sealed: z.object({
      payerName: z.string(),
      payerPhone: z.string().nullable(),
      reference: z.string().nullable(),
      items: z.string(),
    }),
  },
  /** The one settlement: refund + deductions = amount + shortfall. `pending`: the refund goes out later. */
  'deposit.settled': {
    version: 2,
    body: z.object({
      refundFen: fen,
      shortfallFen: fen,
      pending: z.boolean(),
      deductions: z.array(z.object({ kind: z.enum(DEDUCTION_KINDS), amountFen: fen })),
      proof: z.enum(PROOFS),
      /** How the payer was verified whose receipt is lost; null where it is not. */
      verifiedBy: z.enum(['document', 'phone']).nullable(),
    }),
    /** `what` has one text for each deduction, in their order. */
    sealed: z.object({
      what: z.array(z.string()),
      proxyName: z.string().nullable(),
      proxyPhone: z.string().nullable(),
      /** What the payer was verified by whose receipt is lost; null where it is not, and before version 2. */
      verified: z.string().nullable(),
    }),
    upcasts: {
      1: ({ body, sealed }) => ({ body, sealed: sealed && { ...sealed, verified: null } }),
    },
  },
  /** Entered by mistake a moment ago; the money is back. */
  'deposit.settle_undone': nothing,
  /** Money that was owed went out: by finance, or as cash at the desk. */
  'deposit.refund_done': {
    version: 1,
    body: z.object({ amountFen: fen }),
    sealed: z.object({ reference: z.string().nullable() }),
  },
  /** The lost thing turned up: what was kept for it is owed, what was billed is not asked for any more. */
  'deposit.reversed': { version: 1, body: z.object({ amountFen: fen, shortfallFen: fen }), sealed: null },
  /** A lost thing turned up by itself: so much of what was kept or billed for it may be given back, once somebody decides so. */
  'deposit.reversal_offered': { version: 1, body: z.object({ amountFen: fen }), sealed: null },
  /** So much of what was offered is decided on: it goes back with the reversal that follows. */
  'deposit.offer_taken': { version: 1, body: z.object({ amountFen: fen }), sealed: null },
  /** What was billed beyond the deposit 赔偿单 was paid at a desk, all of it or a part. */
  'deposit.shortfall_paid': {
    version: 1,
    body: z.object({ amountFen: fen, method: z.enum(PAY_METHODS) }),
    sealed: z.object({ reference: z.string().nullable() }),
  },
  /** Entered by mistake a moment ago; the payer has the money. */
  'deposit.shortfall_undone': nothing,
  'deposit.unclaimed': nothing,
  /** Handed to finance with others; `move` is the entry in the till's book. */
  'deposit.to_finance': { version: 1, body: z.object({ move: recordId }), sealed: null },
  /** The loan was taken back or voided; the money was given back. */
  'deposit.voided': nothing,
  'deposit.signed': signed,
  'deposit.reprinted': { version: 1, body: z.object({ slip: z.enum(['receipt', 'refund']) }), sealed: null },
} as const satisfies EventCatalogue;

export type DepositEvent = OpenedEvent<typeof depositEvents>;
