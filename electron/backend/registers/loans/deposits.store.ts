// All SQL of deposits.
import { DEPOSIT_STATES, PAY_METHODS, type DepositState } from '../../../api/deposit-states.ts';
import type { DepositTable } from '../../../../db/schema/deposits.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { deleteScanCode, insertScanCode } from '../../devices/scan-codes.store.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { moveCash } from './cash.store.ts';
import { depositEvents } from './deposits.events.ts';
import { depositCashLines, foldDeposit, type Deposit } from './deposits.fold.ts';

/** A deposit with its record id. */
export interface StoredDeposit extends Deposit {
  readonly id: number;
}

/** What only the fold reads; it stands in one column. */
type Book = Pick<
  Deposit,
  | 'unsettled'
  | 'signed'
  | 'refundPrints'
  | 'voidedAtDesks'
  | 'settlements'
  | 'payments'
  | 'reversedFen'
  | 'reversedShortfallFen'
> & {
  /** Left out while there is none, as in every row of an earlier program. */
  readonly shortfallPayments?: Deposit['shortfallPayments'];
};

const saveRow = upsert('deposit', 'id', [
  ...(['number', 'code', 'loan', 'state', 'desk', 'day', 'clock', 'method', 'amount_fen'] as const),
  ...(['taken_at', 'payer_name', 'payer_phone', 'reference', 'items', 'unclaimed_at'] as const),
  ...(['refunded_fen', 'deducted_fen', 'pending_fen', 'shortfall_fen', 'receipt_prints'] as const),
  ...(['book', 'offered_fen'] as const),
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('deposit').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) => db.selectFrom('deposit').selectAll().where('id', '=', p.id));
const ofLoan = query<{ loan: number }>()((db, p) =>
  db.selectFrom('deposit').selectAll().where('loan', '=', p.loan).orderBy('id'),
);
const held = query<{ limit: number }>()((db, p) =>
  db.selectFrom('deposit').selectAll().where('state', '=', 'held').orderBy('taken_at').limit(p.limit),
);
const pending = query<{ limit: number }>()((db, p) =>
  db
    .selectFrom('deposit')
    .selectAll()
    .where('state', '=', 'refund_pending')
    .orderBy('taken_at')
    .limit(p.limit),
);
const offered = query<{ limit: number }>()((db, p) =>
  db
    .selectFrom('deposit')
    .selectAll()
    .where('offered_fen', '>', 0)
    .where('state', '<>', 'refund_pending')
    .orderBy('taken_at')
    .limit(p.limit),
);
const unclaimed = query<{ limit: number }>()((db, p) =>
  db.selectFrom('deposit').selectAll().where('state', '=', 'unclaimed').orderBy('taken_at').limit(p.limit),
);
const newest = query<{ limit: number }>()((db, p) =>
  db.selectFrom('deposit').selectAll().orderBy('id', 'desc').limit(p.limit),
);
const heldSince = query<{ before: number }>()((db, p) =>
  db.selectFrom('deposit').selectAll().where('state', '=', 'held').where('taken_at', '<=', p.before),
);
const owed = query()((db) => {
  const sums = db
    .selectFrom('deposit')
    .select((eb) => ['desk', 'method', eb.fn.sum<number>('amount_fen').as('fen')])
    .groupBy(['desk', 'method']);
  const pendingSums = db
    .selectFrom('deposit')
    .select((eb) => ['desk', 'method', eb.fn.sum<number>('pending_fen').as('fen')])
    .where('state', '=', 'refund_pending')
    .groupBy(['desk', 'method']);
  return sums
    .where('state', '=', 'held')
    .unionAll(sums.where('state', '=', 'unclaimed'))
    .unionAll(pendingSums);
});

export const depositProjector: AnyProjector = projector({
  noun: 'deposit',
  catalogue: depositEvents,
  fold: foldDeposit,
  load: (db, id) => findDeposit(db, id) ?? null,
  save(tx, id, deposit, before) {
    saveRow.run(tx, toRow(id, deposit), before && toRow(id, before));
    if (!before) insertScanCode(tx, deposit.code, id);
    moveCash(tx, before ? depositCashLines(before) : [], depositCashLines(deposit));
  },
  remove: removeDeposit,
});

function removeDeposit(tx: Tx, id: number): void {
  const before = findDeposit(tx, id);
  if (!before) return;
  moveCash(tx, depositCashLines(before), []);
  deleteScanCode(tx, before.code, id);
  removeRow.run(tx, { id });
}

export function findDeposit(db: Db, id: number): StoredDeposit | undefined {
  const row = byId.get(db, { id });
  return row && toDeposit(row);
}

/** The deposits that were taken for a loan, first one first; most loans have none or one. */
export function listDepositsOf(db: Db, loan: number): StoredDeposit[] {
  return ofLoan.all(db, { loan }).map(toDeposit);
}

/**
 * `held`, `pending`, `unclaimed`: the longest waiting first; behind what is pending, what somebody has to decide on.
 * `all`: newest first.
 */
export function listDeposits(
  db: Db,
  view: 'held' | 'pending' | 'unclaimed' | 'all',
  limit: number,
): StoredDeposit[] {
  const rows = { held, pending, unclaimed, all: newest }[view].all(db, { limit });
  const undecided = view === 'pending' ? offered.all(db, { limit: limit - rows.length }) : [];
  return [...rows, ...undecided].map(toDeposit);
}

/** Held deposits that were taken at or before this moment (UTC ms). */
export function listHeldSince(db: Db, before: number): StoredDeposit[] {
  return heldSince.all(db, { before }).map(toDeposit);
}

/** What each desk owes by method, in fen: open receipts and refunds that are not out yet. Several rows may be one desk's. */
export function listOwed(db: Db): { readonly desk: string; readonly method: string; readonly fen: number }[] {
  return owed.all(db, {});
}

function toRow(id: number, deposit: Deposit): DepositTable {
  const { unsettled, signed, refundPrints, voidedAtDesks, settlements, payments } = deposit;
  const { reversedFen, reversedShortfallFen } = deposit;
  const book: Book = {
    ...{ unsettled, signed, refundPrints, voidedAtDesks, settlements, payments },
    ...{ reversedFen, reversedShortfallFen },
    ...(deposit.shortfallPayments.length > 0 ? { shortfallPayments: deposit.shortfallPayments } : {}),
  };
  const { number, loan, state, desk, day, clock, method, reference, items } = deposit;
  return {
    ...{ id, number, loan, state, desk, day, clock, method, reference, items },
    code: Number(deposit.code),
    amount_fen: deposit.amountFen,
    taken_at: deposit.takenAt,
    payer_name: deposit.payerName,
    payer_phone: deposit.payerPhone,
    unclaimed_at: deposit.unclaimedAt,
    refunded_fen: deposit.refundedFen,
    deducted_fen: deposit.deductedFen,
    pending_fen: deposit.pendingFen,
    shortfall_fen: deposit.shortfallFen,
    receipt_prints: deposit.receiptPrints,
    offered_fen: deposit.offeredFen,
    book: JSON.stringify(book),
  };
}

function toDeposit(row: DepositTable): StoredDeposit {
  const { id, number, loan, desk, day, clock, reference, items } = row;
  const { shortfallPayments = [], ...book } = JSON.parse(row.book) as Book;
  return {
    ...{ id, number, loan, desk, day, clock, reference, items },
    ...{ ...book, shortfallPayments, offeredFen: row.offered_fen },
    shortfallPaidFen: shortfallPayments.reduce((sum, { fen }) => sum + fen, 0),
    code: String(row.code),
    state: DEPOSIT_STATES.find((state): state is DepositState => state === row.state) ?? 'held',
    method: PAY_METHODS.find((method) => method === row.method) ?? 'cash',
    amountFen: row.amount_fen,
    takenAt: row.taken_at,
    payerName: row.payer_name,
    payerPhone: row.payer_phone,
    unclaimedAt: row.unclaimed_at,
    refundedFen: row.refunded_fen,
    deductedFen: row.deducted_fen,
    pendingFen: row.pending_fen,
    shortfallFen: row.shortfall_fen,
    receiptPrints: row.receipt_prints,
  };
}
