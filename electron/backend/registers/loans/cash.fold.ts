// Money in and out of the till 备用金/上缴财务 as the fold of its events, and the lines that any record adds to it.
import type { PayMethod } from '../../../api/deposit-states.ts';
import type { Folded } from '../../journal/projector.ts';
import type { CashMoveEvent } from './cash.events.ts';

/** What money did: cash = float + received − refunded − handed in. */
export type CashKind = 'float' | 'received' | 'refunded' | 'handedIn';

/** One movement of money at a desk, in fen. */
export interface CashLine {
  readonly kind: CashKind;
  readonly desk: string;
  readonly method: PayMethod;
  readonly fen: number;
}

/** A float that was put in, or a sum that finance got. */
export interface CashMove {
  readonly kind: 'float' | 'handedIn';
  readonly desk: string;
  readonly day: string;
  readonly clock: number;
  readonly method: PayMethod;
  readonly amountFen: number;
  readonly at: number;
  /** Who received it; null for a float, and where the record was erased or is locked. */
  readonly receiver: string | null;
  /** How many unclaimed deposits left the desk with it. */
  readonly deposits: number;
  readonly takenBack: boolean;
}

/** What the journal says that the state did not allow; staff look at it. */
type CashIssue = 'CASH_NO_BEGINNING' | 'CASH_AFTER_END' | 'HANDED_IN_TWICE';

export function foldCashMove(
  move: CashMove | null,
  event: CashMoveEvent,
): Folded<CashMove> & { readonly issue?: CashIssue } {
  const { clock, day, happenedAt: at } = event;
  const desk = event.desk ?? '';
  if (event.type === 'cash_move.signed') {
    return move === null ? { state: null, issue: 'CASH_NO_BEGINNING' } : { state: { ...move, clock } };
  }
  if (event.type === 'cash_move.taken_back') {
    if (move === null) return { state: null, issue: 'CASH_NO_BEGINNING' };
    const state = { ...move, clock, takenBack: true };
    return move.takenBack ? { state, issue: 'CASH_AFTER_END' } : { state };
  }
  const { amountFen } = event.body;
  const begun = { desk, day, clock, amountFen, at, takenBack: false };
  if (event.type === 'cash_move.float_set') {
    // The float of a desk is one record, set anew each time: the latest holds.
    return { state: { ...begun, kind: 'float', method: 'cash', receiver: null, deposits: 0 } };
  }
  const { method, deposits } = event.body;
  const receiver = event.sealed?.receiver ?? null;
  if (move !== null) return { state: { ...move, clock }, issue: 'HANDED_IN_TWICE' };
  return { state: { ...begun, kind: 'handedIn', method, receiver, deposits } };
}

/** What a movement does to the till; a float of nothing and one that was taken back do nothing. */
export function cashLinesOf({
  kind,
  desk,
  method,
  amountFen: fen,
  takenBack,
}: CashMove): readonly CashLine[] {
  return takenBack || fen === 0 ? [] : [{ kind, desk, method, fen }];
}
