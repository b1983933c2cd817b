// A loan of keys as the fold of its events: pure, total, and of nothing but its own events.
import type { KeyBar, KeyLoanKind, KeyLoanState } from '../../../api/key-states.ts';
import type { Folded } from '../../journal/projector.ts';
import { foldCall, followAnew, NOT_FOLLOWED, type FollowUps } from '../../lending/follow-up.fold.ts';
import type { KeyLoanEvent } from './key-loans.events.ts';

/** One key of a loan: so many pieces went out, so many are back. */
export interface LoanLine {
  readonly key: number;
  readonly name: string | null;
  readonly pieces: number;
  readonly back: number;
  readonly lost: boolean;
}

/** A loan as its row holds it. Personal fields are null where the record was erased or is locked. */
export interface KeyLoan {
  readonly number: string;
  readonly state: KeyLoanState;
  readonly kind: KeyLoanKind;
  readonly desk: string;
  readonly day: string;
  readonly clock: number;
  readonly borrower: number;
  readonly borrowerName: string | null;
  readonly borrowerPhone: string | null;
  readonly borrowerFrom: string | null;
  readonly authorisedBy: number | null;
  readonly authorisedByName: string | null;
  readonly purpose: string | null;
  readonly remarks: string | null;
  readonly lines: readonly LoanLine[];
  readonly lentAt: number;
  readonly dueAt: number | null;
  readonly returnedAt: number | null;
  readonly slipCode: string;
  readonly slipPrints: number;
  /** Somebody has signed on the screen for it. */
  readonly signed: boolean;
  readonly followUps: FollowUps;
  /** Who brought the last of it, where that was not the borrower. */
  readonly broughtBy: string | null;
  /** Why its keys were not to leave, and why they left all the same. */
  readonly bars: readonly KeyBar[];
  readonly overrideReason: string | null;
}

/** What the journal said that the state did not allow; staff look at it. */
export type KeyLoanIssue =
  | 'NO_BEGINNING'
  | 'LENT_TWICE'
  | 'AFTER_VOID'
  | 'RETURNED_NOT_OUT'
  | 'REOPENED_NOT_BACK'
  | 'LOST_NOT_OUT'
  | 'NOT_LOST'
  | 'EXTENDED_NOT_OPEN'
  | 'UNKNOWN_LINE';

type Lent = Extract<KeyLoanEvent, { type: 'key_loan.lent' }>;
type Pieces = readonly { readonly key: number; readonly pieces: number }[];

export function foldKeyLoan(loan: KeyLoan | null, event: KeyLoanEvent): Folded<KeyLoan> {
  const { clock } = event;
  if (loan === null) {
    return event.type === 'key_loan.lent' ? { state: lend(event) } : { state: null, issue: 'NO_BEGINNING' };
  }
  const keep = (issue: KeyLoanIssue): Folded<KeyLoan> => ({ state: { ...loan, clock }, issue });
  if (loan.state === 'voided' || loan.state === 'taken_back') return keep('AFTER_VOID');
  switch (event.type) {
    case 'key_loan.lent':
      return keep('LENT_TWICE');
    case 'key_loan.returned':
      return takeIn(loan, event.body.lines, event);
    case 'key_loan.reopened':
      return giveOut({ ...loan, broughtBy: null }, event.body.lines, event);
    case 'key_loan.key_lost':
      return lose(loan, event.body.key, event);
    case 'key_loan.key_not_lost':
      return recover(loan, event.body.key, event);
    case 'key_loan.extended': {
      const followUps = followAnew(loan.followUps);
      return loan.state === 'open'
        ? { state: { ...loan, clock, dueAt: event.body.dueAt, followUps } }
        : keep('EXTENDED_NOT_OPEN');
    }
    case 'key_loan.followed_up':
      return { state: { ...loan, clock, followUps: foldCall(loan.followUps, event) } };
    case 'key_loan.signed':
      return { state: { ...loan, clock, signed: loan.signed || event.body.hash !== null } };
    case 'key_loan.amended': {
      const { authorisedByName = null, purpose = null, remarks = null } = event.sealed ?? {};
      const { authorisedBy } = event.body;
      return { state: { ...loan, clock, authorisedBy, authorisedByName, purpose, remarks } };
    }
    case 'key_loan.taken_back':
      return { state: { ...loan, clock, state: 'taken_back' } };
    case 'key_loan.voided':
      return { state: { ...loan, clock, state: 'voided' } };
    case 'key_loan.slip_reprinted':
      return { state: { ...loan, clock, slipPrints: loan.slipPrints + 1 } };
    case 'key_loan.bringer_noted':
      return {
        state: { ...loan, clock, broughtBy: event.body.named ? (event.sealed?.broughtBy ?? null) : null },
      };
  }
}

function lend({ body, sealed, clock, day, desk, happenedAt }: Lent): KeyLoan {
  const { keyNames, ...person } = sealed ?? nobody;
  const { number, slipCode, kind, borrower, authorisedBy, dueAt, bars } = body;
  return {
    ...{ number, slipCode, kind, borrower, authorisedBy, dueAt, bars, clock, day, desk: desk ?? '' },
    ...person,
    state: 'open',
    lines: body.lines.map(({ key, pieces }, at) => ({
      ...{ key, pieces, name: keyNames[at] ?? null, back: 0, lost: false },
    })),
    lentAt: happenedAt,
    returnedAt: null,
    slipPrints: body.slipPrinted ? 1 : 0,
    signed: false,
    followUps: NOT_FOLLOWED,
    broughtBy: null,
  };
}

const nobody = {
  borrowerName: null,
  borrowerPhone: null,
  borrowerFrom: null,
  authorisedByName: null,
  purpose: null,
  remarks: null,
  overrideReason: null,
  keyNames: [] as readonly (string | null)[],
};

/** Never more comes back than went out; a key that was given up and is brought after all is lost no more. */
function takeIn(loan: KeyLoan, returned: Pieces, { clock, happenedAt }: KeyLoanEvent): Folded<KeyLoan> {
  const asked = sumOf(returned);
  let moved = 0;
  const lines = loan.lines.map((line) => {
    const back = Math.min(line.pieces, line.back + (asked.get(line.key) ?? 0));
    moved += back - line.back;
    return back === line.back ? line : { ...line, back, lost: line.lost && back < line.pieces };
  });
  const wanted = returned.reduce((sum, { pieces }) => sum + pieces, 0);
  const state = settled({ ...loan, clock, lines }, happenedAt);
  return moved === wanted ? { state } : { state, issue: 'RETURNED_NOT_OUT' };
}

function giveOut(loan: KeyLoan, reopened: Pieces, { clock }: KeyLoanEvent): Folded<KeyLoan> {
  const asked = sumOf(reopened);
  let moved = 0;
  const lines = loan.lines.map((line) => {
    const back = Math.max(0, line.back - (asked.get(line.key) ?? 0));
    moved += line.back - back;
    return back === line.back ? line : { ...line, back };
  });
  const wanted = reopened.reduce((sum, { pieces }) => sum + pieces, 0);
  const state = settled({ ...loan, clock, lines }, loan.returnedAt ?? clock);
  return moved === wanted ? { state } : { state, issue: 'REOPENED_NOT_BACK' };
}

function lose(loan: KeyLoan, key: number, { clock, happenedAt }: KeyLoanEvent): Folded<KeyLoan> {
  const line = loan.lines.find((each) => each.key === key);
  if (!line) return { state: { ...loan, clock }, issue: 'UNKNOWN_LINE' };
  if (line.back >= line.pieces) return { state: { ...loan, clock }, issue: 'LOST_NOT_OUT' };
  const lines = loan.lines.map((each) => (each.key === key ? { ...each, lost: true } : each));
  return { state: settled({ ...loan, clock, lines }, happenedAt) };
}

function recover(loan: KeyLoan, key: number, { clock }: KeyLoanEvent): Folded<KeyLoan> {
  if (!loan.lines.some((each) => each.key === key && each.lost)) {
    return { state: { ...loan, clock }, issue: 'NOT_LOST' };
  }
  const lines = loan.lines.map((each) => (each.key === key ? { ...each, lost: false } : each));
  return { state: settled({ ...loan, clock, lines }, loan.returnedAt ?? clock) };
}

/** Open while a piece is out that is not given up; then lost, or returned at that moment. */
function settled(loan: KeyLoan, at: number): KeyLoan {
  const missing = loan.lines.filter(({ pieces, back }) => back < pieces);
  if (missing.some(({ lost }) => !lost)) return { ...loan, state: 'open', returnedAt: null };
  return missing.length > 0
    ? { ...loan, state: 'lost', returnedAt: null }
    : { ...loan, state: 'returned', returnedAt: at };
}

function sumOf(lines: Pieces): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const { key, pieces } of lines) sums.set(key, (sums.get(key) ?? 0) + pieces);
  return sums;
}
