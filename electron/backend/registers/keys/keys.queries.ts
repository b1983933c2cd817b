// What the window reads of keys and their loans, in the contract's shapes.
import type { KEY_LOAN_VIEWS, KeyLoanDetail, KeyLoanRow, KeyRow } from '../../../api/keys.contract.ts';
import type { Db } from '../../database/handle.ts';
import { listIssues } from '../../journal/journal.store.ts';
import { dueStateOf } from '../../lending/due.rules.ts';
import { maskPhone } from '../../shared/masked-phone.ts';
import { MINUTE_MS } from '../../shared/moments.ts';
import { listPage, type ListInput, type ListPage } from '../list-page.ts';
import type { KeyCalls } from './key-loans.calls.ts';
import { undoable } from './key-loans.corrections.ts';
import type { StoredLoan } from './key-loans.row.ts';
import {
  countOpenLoans,
  findLoan,
  listContradicted,
  listLoansOfKey,
  listLostLoans,
  listOpenLoans,
  typedLoans,
} from './key-loans.store.ts';
import { byHook, stateOf } from './keys.rules.ts';
import { countAway, findHeldKey, findKey, listHeldKeys, type HeldKey } from './keys.store.ts';

type ListView = (typeof KEY_LOAN_VIEWS)[number];

/** What time makes of a loan is derived, never stored. */
export interface Moment {
  readonly now: number;
  /** How long before its time a loan counts as due soon, minutes. */
  readonly soonMinutes: number;
  /** Whether phones are shown whole; clerks read them masked (registers.md §1). */
  readonly phones: 'whole' | 'masked';
  readonly staff: number | null;
}

export function listLoans(db: Db, input: ListInput<ListView>, at: Moment): ListPage<KeyLoanRow> {
  const twice = listContradicted(db);
  return listPage(db, input, {
    typed: typedLoans,
    open: (view) => listOpen(db, view, at),
    toRow: (loan) => toLoanRow(db, loan, at, twice),
  });
}

/** What is due first stands in front. */
function listOpen(db: Db, view: Exclude<ListView, 'all'>, at: Moment): StoredLoan[] {
  if (view === 'lost') return listLostLoans(db).toSorted((a, b) => b.id - a.id);
  const open = listOpenLoans(db).filter(
    ({ kind }) => view === 'away' || (kind === 'issued') === (view === 'issued'),
  );
  const due = { overdue: 'overdue', dueSoon: 'soon' } as const;
  const shown =
    view === 'out' || view === 'issued' || view === 'away'
      ? open
      : open.filter((loan) => dueStateOf(loan, at) === due[view]);
  return shown.toSorted((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || b.id - a.id);
}

function toLoanRow(db: Db, loan: StoredLoan, at: Moment, twice: ReadonlySet<number>): KeyLoanRow {
  const { id, number, state, kind, desk, borrower, borrowerName, borrowerFrom, lentAt, dueAt, returnedAt } =
    loan;
  return {
    ...{ id, number, state, kind, desk, borrower, borrowerName, borrowerFrom, lentAt, dueAt, returnedAt },
    borrowerPhone: at.phones === 'masked' ? maskPhone(loan.borrowerPhone) : loan.borrowerPhone,
    lines: loan.lines.map((line) => {
      const key = findKey(db, line.key);
      return { ...line, code: key?.code ?? '', name: line.name ?? key?.name ?? null };
    }),
    due: dueStateOf(loan, at),
    nextCallAt: loan.followUps.nextAt,
    escalated: loan.followUps.escalated,
    contradicted: twice.has(id),
  };
}

/** The whole of one loan, or undefined where there is none. */
export function readLoan(
  db: Db,
  id: number,
  at: Moment,
  calls: Pick<KeyCalls, 'show'>,
): KeyLoanDetail | undefined {
  const loan = findLoan(db, id);
  if (!loan) return undefined;
  const { authorisedBy, authorisedByName, purpose, remarks, slipCode, slipPrints, signed, state } = loan;
  const { broughtBy, bars, overrideReason } = loan;
  const mayReopen = state === 'open' || state === 'returned' || state === 'lost';
  return {
    ...toLoanRow(db, loan, at, listContradicted(db)),
    ...{ authorisedBy, authorisedByName, purpose, remarks, slipCode, slipPrints, signed },
    ...{ broughtBy, bars: [...bars], overrideReason },
    followUp: calls.show(db, loan, at.phones),
    mayTakeBack: state === 'open' && undoable(db, id, 'key_loan.lent', at) !== null,
    mayReopen: mayReopen && undoable(db, id, 'key_loan.returned', at) !== null,
    issues: listIssues(db, id),
  };
}

/** Every key that is not retired, hook by hook. */
export function readCabinet(db: Db, at: Moment): KeyRow[] {
  return listHeldKeys(db)
    .filter(({ state, holders }) => state !== 'retired' || holders.length > 0)
    .toSorted(byHook)
    .map((key) => toKeyRow(key, at));
}

/** A key as it is, and its latest loans. */
export function readKey(db: Db, id: number, at: Moment): (KeyRow & { loans: KeyLoanRow[] }) | undefined {
  const key = findHeldKey(db, id);
  if (!key) return undefined;
  const twice = listContradicted(db);
  const loans = listLoansOfKey(db, id, LATEST).map((loan) => toLoanRow(db, loan, at, twice));
  return { ...toKeyRow(key, at), loans };
}

const LATEST = 20;

export function toKeyRow({ holders, units, mayBorrow, ...key }: HeldKey, at: Moment): KeyRow {
  const [holder] = holders;
  const due = holder ? dueStateOf({ state: 'open', dueAt: holder.dueAt }, at) : null;
  const state = stateOf(key, holders);
  return {
    ...key,
    units: [...units],
    mayBorrow: mayBorrow && [...mayBorrow],
    state,
    transferTo: state === 'in_transfer' ? key.transferTo : null,
    piecesOut: Math.min(
      key.pieces,
      holders.reduce((sum, { pieces }) => sum + pieces, 0),
    ),
    loan: holder?.loan ?? null,
    loanNumber: holder?.number ?? null,
    borrowerName: holder?.borrowerName ?? null,
    lentAt: holder?.lentAt ?? null,
    dueAt: holder?.dueAt ?? null,
    due,
    contradicted: holders.length > 1,
  };
}

/** What the heads of the lists say. */
export function countKeys(db: Db, { now, soonMinutes }: Moment) {
  return { ...countOpenLoans(db, now, now + soonMinutes * MINUTE_MS), ...countAway(db) };
}
