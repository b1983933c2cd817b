// A deposit's state as the fold of its events: pure, total; money that went out twice is counted twice and is an issue.
import { isOpenDeposit } from '../../../api/deposit-states.ts';
import type { DeductionKind, DepositState, PayMethod, PROOFS } from '../../../api/deposit-states.ts';
import type { Folded } from '../../journal/projector.ts';
import type { CashLine } from './cash.fold.ts';
import type { DepositEvent } from './deposits.events.ts';

/** One item of what was kept. The text is null where the record was erased or is locked. */
export interface Deduction {
  readonly kind: DeductionKind;
  readonly what: string | null;
  readonly amountFen: number;
}

/** What one desk did with the money. There is one, unless two desks did it without knowing of each other. */
export interface Settlement {
  readonly desk: string;
  readonly at: number;
  readonly refundFen: number;
  readonly shortfallFen: number;
  readonly pending: boolean;
  readonly deductions: readonly Deduction[];
  readonly proof: (typeof PROOFS)[number];
  readonly verifiedBy: 'document' | 'phone' | null;
  /** What the payer was verified by; left out where nothing was said. */
  readonly verified?: string;
  readonly proxyName: string | null;
  readonly proxyPhone: string | null;
}

/** Money that was owed and went out, and where. */
interface Payment {
  readonly desk: string;
  readonly fen: number;
}

/** What was paid of a bill beyond the deposit, where and how. */
interface ShortfallPayment extends Payment {
  readonly method: PayMethod;
}

/** A deposit as its row holds it. Amounts in fen, times UTC ms. */
export interface Deposit {
  readonly number: string;
  readonly code: string;
  readonly loan: number;
  readonly state: DepositState;
  /** Who holds the money: the desk that took it. */
  readonly desk: string;
  readonly day: string;
  readonly clock: number;
  readonly method: PayMethod;
  readonly amountFen: number;
  readonly takenAt: number;
  readonly payerName: string | null;
  readonly payerPhone: string | null;
  readonly reference: string | null;
  readonly items: string | null;
  /** What it is while nobody has settled it. */
  readonly unsettled: 'held' | 'unclaimed' | 'to_finance';
  readonly unclaimedAt: number | null;
  readonly voidedAtDesks: readonly string[];
  readonly settlements: readonly Settlement[];
  readonly payments: readonly Payment[];
  readonly reversedFen: number;
  readonly reversedShortfallFen: number;
  /** What may be given back for lost things that turned up, once somebody decides so. */
  readonly offeredFen: number;
  readonly shortfallPayments: readonly ShortfallPayment[];
  readonly receiptPrints: number;
  readonly refundPrints: number;
  /** Whether somebody signed for money, or a reason stands in its place. */
  readonly signed: boolean;
  /** What follows from the above. */
  readonly refundedFen: number;
  readonly deductedFen: number;
  readonly pendingFen: number;
  /** Billed beyond the deposit, less what was let go. */
  readonly shortfallFen: number;
  /** What of it was paid. */
  readonly shortfallPaidFen: number;
}

export type DepositIssue =
  | 'DEPOSIT_NO_BEGINNING'
  | 'DEPOSIT_TAKEN_TWICE'
  | 'REFUNDED_TWICE'
  | 'SETTLED_AFTER_FINANCE'
  | 'UNDONE_NOT_SETTLED'
  | 'REFUND_NOT_OWED'
  | 'REVERSED_TOO_MUCH'
  | 'SHORTFALL_NOT_OWED'
  | 'UNDONE_NOT_PAID'
  | 'UNCLAIMED_NOT_HELD'
  | 'TO_FINANCE_NOT_HELD';

type Settled = Extract<DepositEvent, { type: 'deposit.settled' }>;

export function foldDeposit(deposit: Deposit | null, event: DepositEvent): Folded<Deposit> {
  if (event.type === 'deposit.taken') {
    return deposit === null ? { state: take(event) } : keep(deposit, event, 'DEPOSIT_TAKEN_TWICE');
  }
  if (deposit === null) return { state: null, issue: 'DEPOSIT_NO_BEGINNING' };
  if (event.type === 'deposit.signed') return change(deposit, event, { signed: true });
  const desk = event.desk ?? '';
  switch (event.type) {
    case 'deposit.settled': {
      const next = { settlements: [...deposit.settlements, settlementOf(event)] };
      return change(deposit, event, next, issueOfSettling(deposit));
    }
    case 'deposit.settle_undone': {
      const own = deposit.settlements.findLastIndex((settlement) => settlement.desk === desk);
      if (own === -1) return keep(deposit, event, 'UNDONE_NOT_SETTLED');
      const settlements = deposit.settlements.toSpliced(own, 1);
      // Another desk took money for the bill meanwhile.
      const issue = deposit.shortfallPayments.length > 0 ? 'SHORTFALL_NOT_OWED' : null;
      return change(deposit, event, { settlements }, issue);
    }
    case 'deposit.refund_done': {
      const fen = event.body.amountFen;
      const issue = fen > deposit.pendingFen ? 'REFUND_NOT_OWED' : null;
      return change(deposit, event, { payments: [...deposit.payments, { desk, fen }] }, issue);
    }
    case 'deposit.reversed': {
      const reversedFen = deposit.reversedFen + event.body.amountFen;
      const reversedShortfallFen = deposit.reversedShortfallFen + event.body.shortfallFen;
      const issue = event.body.amountFen > deposit.deductedFen ? 'REVERSED_TOO_MUCH' : null;
      return change(deposit, event, { reversedFen, reversedShortfallFen }, issue);
    }
    case 'deposit.reversal_offered':
      return change(deposit, event, { offeredFen: deposit.offeredFen + event.body.amountFen });
    case 'deposit.offer_taken': {
      const left = deposit.offeredFen - event.body.amountFen;
      // Two desks decided on it apart, and both gave it back.
      return change(deposit, event, { offeredFen: Math.max(0, left) }, left < 0 ? 'REVERSED_TOO_MUCH' : null);
    }
    case 'deposit.shortfall_paid': {
      const { amountFen: fen, method } = event.body;
      const shortfallPayments = [...deposit.shortfallPayments, { desk, method, fen }];
      const issue = fen > deposit.shortfallFen - deposit.shortfallPaidFen ? 'SHORTFALL_NOT_OWED' : null;
      return change(deposit, event, { shortfallPayments }, issue);
    }
    case 'deposit.shortfall_undone': {
      const own = deposit.shortfallPayments.findLastIndex((payment) => payment.desk === desk);
      if (own === -1) return keep(deposit, event, 'UNDONE_NOT_PAID');
      return change(deposit, event, { shortfallPayments: deposit.shortfallPayments.toSpliced(own, 1) });
    }
    case 'deposit.unclaimed':
      return deposit.state === 'held'
        ? change(deposit, event, { unsettled: 'unclaimed', unclaimedAt: event.happenedAt })
        : keep(deposit, event, 'UNCLAIMED_NOT_HELD');
    case 'deposit.to_finance': {
      return change(
        deposit,
        event,
        { unsettled: 'to_finance' },
        isOpenDeposit(deposit) ? null : 'TO_FINANCE_NOT_HELD',
      );
    }
    case 'deposit.voided': {
      const next = { voidedAtDesks: [...deposit.voidedAtDesks, desk] };
      return change(deposit, event, next, issueOfSettling(deposit));
    }
    case 'deposit.reprinted':
      return event.body.slip === 'receipt'
        ? change(deposit, event, { receiptPrints: deposit.receiptPrints + 1 })
        : change(deposit, event, { refundPrints: deposit.refundPrints + 1 });
  }
}

/** What a deposit did to the tills. What was not cash came in and goes out by the account of the desk that took it. */
export function depositCashLines(deposit: Deposit): readonly CashLine[] {
  const { desk: holder, method, amountFen } = deposit;
  const out = (desk: string, fen: number): readonly CashLine[] =>
    fen === 0 ? [] : [{ kind: 'refunded', desk: method === 'cash' ? desk : holder, method, fen }];
  return [
    { kind: 'received', desk: holder, method, fen: amountFen },
    ...deposit.settlements.flatMap(({ desk, refundFen, pending }) => out(desk, pending ? 0 : refundFen)),
    ...deposit.payments.flatMap(({ desk, fen }) => out(desk, fen)),
    ...deposit.voidedAtDesks.flatMap((desk) => out(desk, amountFen)),
    ...deposit.shortfallPayments.map(({ desk, method: how, fen }): CashLine => {
      return { kind: 'received', desk, method: how, fen };
    }),
  ];
}

/** What the desk owes for it: all of it while the receipt is open, then what is pending. */
export function owedFen({ state, amountFen, pendingFen }: Deposit): number {
  if (isOpenDeposit({ state })) return amountFen;
  return state === 'refund_pending' ? pendingFen : 0;
}

function keep(deposit: Deposit, { clock }: DepositEvent, issue: DepositIssue): Folded<Deposit> {
  return { state: { ...deposit, clock }, issue };
}

function change(
  deposit: Deposit,
  { clock }: DepositEvent,
  next: Partial<Deposit>,
  issue: DepositIssue | null = null,
): Folded<Deposit> {
  const state = settle({ ...deposit, ...next, clock });
  return issue === null ? { state } : { state, issue };
}

/** A second refund is money out all the same; at the handover somebody has to answer for it. */
function issueOfSettling({ state, settlements, voidedAtDesks }: Deposit): DepositIssue | null {
  if (settlements.length > 0 || voidedAtDesks.length > 0) return 'REFUNDED_TWICE';
  return state === 'to_finance' ? 'SETTLED_AFTER_FINANCE' : null;
}

function take(event: Extract<DepositEvent, { type: 'deposit.taken' }>): Deposit {
  const { clock, day, happenedAt: takenAt, body, sealed } = event;
  const personal = sealed ?? { payerName: null, payerPhone: null, reference: null, items: null };
  return {
    ...body,
    ...personal,
    ...{ desk: event.desk ?? '', day, clock, takenAt, state: 'held', unsettled: 'held', unclaimedAt: null },
    ...{ voidedAtDesks: [], settlements: [], payments: [], reversedFen: 0, reversedShortfallFen: 0 },
    ...{ offeredFen: 0, shortfallPayments: [], shortfallPaidFen: 0 },
    ...{
      receiptPrints: 1,
      refundPrints: 0,
      signed: false,
      refundedFen: 0,
      deductedFen: 0,
      pendingFen: 0,
      shortfallFen: 0,
    },
  };
}

/** Member by member: an event read from the journal has them in another order than one that was just written. */
function settlementOf({ body, sealed, desk, happenedAt: at }: Settled): Settlement {
  const { refundFen, shortfallFen, pending, proof, verifiedBy } = body;
  return {
    ...{ desk: desk ?? '', at, refundFen, shortfallFen, pending, proof, verifiedBy },
    deductions: body.deductions.map(({ kind, amountFen }, line) => {
      return { kind, what: sealed?.what[line] ?? null, amountFen };
    }),
    ...{ proxyName: sealed?.proxyName ?? null, proxyPhone: sealed?.proxyPhone ?? null },
    ...(typeof sealed?.verified === 'string' ? { verified: sealed.verified } : {}),
  };
}

/** The first settlement decides what the deposit is; money that went out counts wherever it went out. */
function settle(deposit: Deposit): Deposit {
  const { amountFen, settlements, payments, reversedFen, unsettled } = deposit;
  const [first] = settlements;
  const paid = sum(payments.map(({ fen }) => fen));
  const atOnce = sum(settlements.map(({ refundFen, pending }) => (pending ? 0 : refundFen)));
  const owed = (first?.pending ? first.refundFen : 0) + reversedFen;
  const pendingFen = Math.max(0, owed - paid);
  const shortfallPaidFen = sum(deposit.shortfallPayments.map(({ fen }) => fen));
  const deductedFen = first ? Math.max(0, amountFen + shortfallPaidFen - first.refundFen - reversedFen) : 0;
  const voided = deposit.voidedAtDesks.length;
  return {
    ...deposit,
    state: voided > 0 ? 'voided' : first ? stateOf(amountFen, deductedFen, pendingFen) : unsettled,
    refundedFen: atOnce + paid + voided * amountFen,
    deductedFen,
    pendingFen,
    shortfallPaidFen,
    shortfallFen: Math.max(0, (first?.shortfallFen ?? 0) - deposit.reversedShortfallFen),
  };
}

function stateOf(amountFen: number, deductedFen: number, pendingFen: number): DepositState {
  if (pendingFen > 0) return 'refund_pending';
  if (deductedFen === 0) return 'refunded';
  return deductedFen >= amountFen ? 'forfeited' : 'part_refunded';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
