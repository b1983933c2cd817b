// A loan's state as the fold of its events: pure, total, and of nothing but the events.
import type { Condition, LoanBar, LoanState } from '../../../api/loan-states.ts';
import {
  foldCall,
  foldCallTakenBack,
  followAnew,
  NOT_FOLLOWED,
  type FollowUps,
} from '../../lending/follow-up.fold.ts';
import type { Folded } from '../../journal/projector.ts';
import type { LoanEvent } from './loans.events.ts';

/** One kind of thing of a loan: an item, or so many. */
export interface LoanLine {
  readonly type: number;
  readonly item: number | null;
  readonly count: number;
  readonly back: number;
  readonly lost: number;
  /** The worst that something of it came back in. */
  readonly condition: Condition | null;
}

/** What came back last: `reopen` takes it back. */
export interface LastReturn {
  readonly desk: string;
  /** When it happened, and when and by whom it was typed. */
  readonly at: number;
  readonly typedAt: number;
  readonly staff: number | null;
  /** The stray return that it was matched to; left out where there is none. */
  readonly stray?: number;
  readonly lines: readonly {
    readonly line: number;
    readonly count: number;
    readonly condition: Condition;
    /** The line's condition before. */
    readonly before: Condition | null;
  }[];
}

/** A loan as its row holds it. Personal fields are null where the record was erased or is locked. */
export interface Loan {
  readonly number: string;
  readonly state: LoanState;
  readonly desk: string;
  readonly day: string;
  readonly clock: number;
  readonly borrower: number;
  /** Whose it was by mistake. */
  readonly formerBorrowers: readonly number[];
  readonly borrowerName: string | null;
  readonly borrowerPhone: string | null;
  readonly borrowerFrom: string | null;
  readonly lines: readonly LoanLine[];
  readonly lentAt: number;
  readonly dueAt: number;
  readonly returnedAt: number | null;
  readonly slipCode: string;
  readonly slipPrints: number;
  readonly remarks: string | null;
  readonly waived: string | null;
  readonly bars: readonly LoanBar[];
  readonly lastReturn: LastReturn | null;
  readonly followUps: FollowUps;
  /** Whether somebody signed for it, going out or coming back. */
  readonly signed: boolean;
}

/** What the journal said that the state did not allow; staff look at it. */
export type LoanIssue =
  | 'NO_BEGINNING'
  | 'LENT_TWICE'
  | 'RETURNED_NOT_OUT'
  | 'LOST_NOT_OUT'
  | 'FOUND_NOT_LOST'
  | 'REOPENED_NOT_RETURNED'
  | 'EXTENDED_NOT_OPEN'
  | 'AFTER_VOID';

type Lent = Extract<LoanEvent, { type: 'loan.lent' }>;
type Returned = Extract<LoanEvent, { type: 'loan.returned' }>;

/** How many of a line are with the borrower. */
export function outOf(state: LoanState, { count, back, lost }: LoanLine): number {
  return state === 'voided' || state === 'taken_back' ? 0 : Math.max(0, count - back - lost);
}

export function foldLoan(loan: Loan | null, event: LoanEvent): Folded<Loan> {
  if (loan === null) {
    return event.type === 'loan.lent' ? { state: lend(event) } : { state: null, issue: 'NO_BEGINNING' };
  }
  const now = { ...loan, clock: event.clock };
  const keep = (issue: LoanIssue): Folded<Loan> => ({ state: now, issue });
  if (event.type === 'loan.slip_reprinted') return { state: { ...now, slipPrints: now.slipPrints + 1 } };
  if (event.type === 'loan.signed') return { state: { ...now, signed: true } };
  // A voided loan stays void, whatever another desk did meanwhile.
  if (loan.state === 'voided' || loan.state === 'taken_back') return keep('AFTER_VOID');
  switch (event.type) {
    case 'loan.lent':
      return keep('LENT_TWICE');
    case 'loan.returned':
      return takeIn(now, event);
    case 'loan.reopened':
      return loan.lastReturn ? { state: reopen(now, loan.lastReturn) } : keep('REOPENED_NOT_RETURNED');
    case 'loan.extended':
      return loan.state === 'open'
        ? { state: { ...now, dueAt: event.body.dueAt, followUps: followAnew(now.followUps) } }
        : keep('EXTENDED_NOT_OPEN');
    case 'loan.lost': {
      const { line, count } = event.body;
      const lines = changed(loan.lines, line, (each) => ({
        ...each,
        lost: each.lost + Math.min(count, outOf(loan.state, each)),
      }));
      return folded(now, loan, lines, event.happenedAt, count, 'LOST_NOT_OUT');
    }
    case 'loan.found': {
      const { line, count, condition } = event.body;
      const lines = changed(loan.lines, line, (each) => {
        const found = Math.min(count, each.lost);
        return {
          ...each,
          lost: each.lost - found,
          back: each.back + found,
          condition: worse(each.condition, condition),
        };
      });
      return folded(now, loan, lines, event.happenedAt, count, 'FOUND_NOT_LOST');
    }
    case 'loan.followed_up':
      return { state: { ...now, followUps: foldCall(now.followUps, event) } };
    case 'loan.call_taken_back':
      return { state: { ...now, followUps: foldCallTakenBack(now.followUps, event.body) } };
    case 'loan.amended': {
      const { borrower } = event.body;
      const { borrowerName = null, borrowerPhone = null, borrowerFrom = null } = event.sealed ?? {};
      const remarks = event.sealed?.remarks ?? null;
      const { formerBorrowers: former } = now;
      const formerBorrowers = borrower === now.borrower ? former : [...former, now.borrower];
      const book = { ...now, formerBorrowers };
      return { state: { ...book, borrower, borrowerName, borrowerPhone, borrowerFrom, remarks } };
    }
    case 'loan.taken_back':
      return { state: { ...now, state: 'taken_back', lastReturn: null } };
    case 'loan.voided':
      return { state: { ...now, state: 'voided', lastReturn: null } };
  }
}

function lend({ body, sealed, desk, day, clock, happenedAt }: Lent): Loan {
  return {
    ...{ number: body.number, state: 'open', desk: desk ?? '', day, clock, borrower: body.borrower },
    formerBorrowers: [],
    ...{ borrowerName: sealed?.borrowerName ?? null, borrowerPhone: sealed?.borrowerPhone ?? null },
    borrowerFrom: sealed?.borrowerFrom ?? null,
    lines: body.lines.map((line) => ({ ...line, back: 0, lost: 0, condition: null })),
    ...{ lentAt: happenedAt, dueAt: body.dueAt, returnedAt: null, slipCode: body.slipCode },
    ...{ slipPrints: body.slipPrinted ? 1 : 0, remarks: sealed?.remarks ?? null },
    ...{ waived: sealed?.waived ?? null, bars: body.bars, lastReturn: null },
    ...{ followUps: NOT_FOLLOWED, signed: false },
  };
}

/** What is not out cannot come back: two desks took it in, or it was lent twice. Staff look at it. */
function takeIn(loan: Loan, event: Returned): Folded<Loan> {
  const { happenedAt: at, recordedAt: typedAt, staff } = event;
  const { stray } = event.body;
  const by = { desk: event.desk ?? '', at, typedAt, staff, ...(stray === null ? {} : { stray }) };
  const taken = event.body.lines.map(({ line, count, condition }) => {
    const held = loan.lines[line];
    const before = held?.condition ?? null;
    return {
      line,
      condition,
      before,
      asked: count,
      count: held ? Math.min(count, outOf(loan.state, held)) : 0,
    };
  });
  const lines = taken.reduce(
    (all, { line, count, condition }) =>
      count === 0
        ? all
        : changed(all, line, (each) => ({
            ...each,
            back: each.back + count,
            condition: worse(each.condition, condition),
          })),
    loan.lines,
  );
  const real = taken
    .filter(({ count }) => count > 0)
    .map(({ line, count, condition, before }) => ({ line, count, condition, before }));
  const lastReturn = real.length > 0 ? { ...by, lines: real } : loan.lastReturn;
  const state = settled({ ...loan, lines, lastReturn }, at);
  return taken.some(({ count, asked }) => count < asked) ? { state, issue: 'RETURNED_NOT_OUT' } : { state };
}

function reopen(loan: Loan, { lines: returned }: LastReturn): Loan {
  const lines = returned.reduce(
    (all, { line, count, before }) =>
      changed(all, line, (each) => ({ ...each, back: Math.max(0, each.back - count), condition: before })),
    loan.lines,
  );
  return { ...loan, lines, state: 'open', returnedAt: null, lastReturn: null };
}

/** After one line changed; an issue where less of it changed than was said. */
function folded(
  now: Loan,
  before: Loan,
  lines: readonly LoanLine[],
  at: number,
  count: number,
  issue: LoanIssue,
): Folded<Loan> {
  const lost = (all: readonly LoanLine[]): number => all.reduce((sum, each) => sum + each.lost, 0);
  const real = Math.abs(lost(lines) - lost(before.lines));
  // What was lost or found since cannot be undone by taking the return back.
  const state = settled({ ...now, lines, lastReturn: null }, at);
  return real < count ? { state, issue } : { state };
}

/** Over once nothing is out: lost where something is, damaged where something came back so. */
function settled(loan: Loan, at: number): Loan {
  if (loan.lines.some((line) => outOf('open', line) > 0)) return { ...loan, state: 'open', returnedAt: null };
  const broken = loan.lines.some(({ condition }) => isBroken(condition));
  const state = loan.lines.some(({ lost }) => lost > 0) ? 'lost' : broken ? 'returned_damaged' : 'returned';
  return { ...loan, state, returnedAt: loan.returnedAt ?? at };
}

function worse(before: Condition | null, now: Condition): Condition {
  return before !== null && isBroken(before) ? before : now;
}

function isBroken(condition: Condition | null): boolean {
  return condition === 'damaged' || condition === 'incomplete';
}

function changed(
  lines: readonly LoanLine[],
  at: number,
  change: (line: LoanLine) => LoanLine,
): readonly LoanLine[] {
  return lines.map((line, place) => (place === at ? change(line) : line));
}
