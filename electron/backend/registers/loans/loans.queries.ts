// What the window reads of loans, in the contract's shapes.
import type { FollowUpState } from '../../../api/lending.ts';
import type { DepositRow } from '../../../api/deposits.contract.ts';
import type { LoanDetail, LoanLineRow, LoanRow, LOAN_VIEWS } from '../../../api/loans.contract.ts';
import type { Db } from '../../database/handle.ts';
import { listIssues } from '../../journal/journal.store.ts';
import { dueStateOf } from '../../lending/due.rules.ts';
import { lastCallOf } from '../../lending/follow-up.entry.ts';
import { mayTakeBack } from '../../shared/entries.rules.ts';
import { maskPhone, type PhonesShown } from '../../shared/masked-phone.ts';
import { listPage, type ListInput, type ListPage } from '../list-page.ts';
import { readTypes } from './items.queries.ts';
import { findItem, findType } from './items.store.ts';
import { freshEntry } from './loans.corrections.ts';
import type { LoanLine } from './loans.fold.ts';
import { isPaidBack } from './deposits.rules.ts';
import type { StoredLoan } from './loans.row.ts';
import { findLoan, listLost, listOpen, typedLoans } from './loans.store.ts';

type ListView = (typeof LOAN_VIEWS)[number];

/** What time and place make of a loan is derived, never stored. */
export interface Moment {
  readonly now: number;
  readonly desk: string | null;
  /** Who looks; null where nobody is signed in. */
  readonly staff: number | null;
  /** Whether phones are shown whole; clerks read them masked (registers.md §1). */
  readonly phones: 'whole' | 'masked';
  /** How long before its time a loan counts as due soon, minutes. */
  readonly soonMinutes: number;
  readonly showCalls: (db: Db, loan: StoredLoan, phones: PhonesShown) => FollowUpState;
  readonly depositsOf: (db: Db, loan: number) => DepositRow[];
}

export const listLoans = (db: Db, input: ListInput<ListView>, at: Moment): ListPage<LoanRow> =>
  listPage(db, input, {
    typed: typedLoans,
    open: (view) => listOpenOnes(db, view, at),
    toRow: (loan) => toRow(db, loan, at),
  });

function listOpenOnes(db: Db, view: Exclude<ListView, 'all'>, { now, soonMinutes }: Moment): StoredLoan[] {
  switch (view) {
    case 'out':
      return listOpen(db);
    case 'overdue':
      return listOpen(db).filter((loan) => dueStateOf(loan, { now, soonMinutes }) === 'overdue');
    case 'dueSoon':
      return listOpen(db).filter((loan) => dueStateOf(loan, { now, soonMinutes }) === 'soon');
    case 'lost':
      return [...listOpen(db).filter(hasLost), ...listLost(db)];
  }
}

/** Whether something of it is missing, be the rest still out. */
function hasLost({ lines }: StoredLoan): boolean {
  return lines.some(({ lost }) => lost > 0);
}

/** What the heads of the lists say. */
export function countLoans(
  db: Db,
  at: Pick<Moment, 'now' | 'desk' | 'soonMinutes'>,
): { out: number; overdue: number; dueSoon: number; lost: number; low: number } {
  const open = listOpen(db);
  const due = open.map((loan) => dueStateOf(loan, at));
  return {
    out: open.length,
    overdue: due.filter((each) => each === 'overdue').length,
    dueSoon: due.filter((each) => each === 'soon').length,
    lost: open.filter(hasLost).length + listLost(db).length,
    low: readTypes(db, at).filter(({ low }) => low).length,
  };
}

/** The whole of one loan, or undefined where there is none. */
export function readLoan(db: Db, id: number, at: Moment): LoanDetail | undefined {
  const loan = findLoan(db, id);
  if (!loan) return undefined;
  const { borrower, remarks, slipCode, slipPrints, waived, bars, lastReturn, state } = loan;
  const by = { staff: at.staff, now: at.now };
  const entry = state === 'open' ? freshEntry(db, id) : null;
  const row = toRow(db, loan, at);
  const mayChange =
    lastReturn !== null && mayTakeBack({ staff: lastReturn.staff, at: lastReturn.typedAt }, by);
  const lastCall = state === 'open' ? lastCallOf(db, id, 'loan') : null;
  return {
    ...row,
    ...{ borrower, remarks, slipCode, slipPrints, waived, bars: [...bars], signed: loan.signed },
    followUp: at.showCalls(db, loan, at.phones),
    mayTakeBack: entry !== null && mayTakeBack(entry, by),
    mayReopen: mayChange && !row.deposits.some(isPaidBack),
    cameBack: mayChange
      ? lastReturn.lines.map(({ line, count, condition }) => ({ line, count, condition }))
      : [],
    mayTakeBackCall: lastCall !== null && mayTakeBack(lastCall, by),
    issues: listIssues(db, id),
  };
}

function toRow(db: Db, loan: StoredLoan, { now, phones, soonMinutes, depositsOf }: Moment): LoanRow {
  const { id, number, state, desk, borrowerName, borrowerPhone, borrowerFrom, lentAt, dueAt, returnedAt } =
    loan;
  return {
    ...{ id, number, state, desk, borrowerName, borrowerFrom, lentAt, dueAt, returnedAt },
    borrowerPhone: phones === 'whole' ? borrowerPhone : maskPhone(borrowerPhone),
    lines: loan.lines.map((line, at) => lineRow(db, line, at)),
    due: dueStateOf(loan, { now, soonMinutes }),
    deposits: depositsOf(db, id),
    nextCallAt: loan.followUps.nextAt,
    escalated: loan.followUps.escalated,
  };
}

function lineRow(
  db: Db,
  { type: id, item, count, back, lost, condition }: LoanLine,
  line: number,
): LoanLineRow {
  const type = findType(db, id);
  const asset = item === null ? null : (findItem(db, item)?.asset ?? null);
  return {
    ...{ line, type: id, typeNameZh: type?.nameZh ?? '', typeNameEn: type?.nameEn ?? '' },
    ...{ item, asset, count, back, lost, condition },
  };
}
