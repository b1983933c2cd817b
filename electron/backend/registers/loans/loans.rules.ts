// What the desk's rules say about loans: pure, told the time, asking nobody.
import type { Condition, ItemState, LoanBar } from '../../../api/loan-states.ts';
import { dueFor, type Lending } from '../../lending/due.rules.ts';
import { MINUTE_MS } from '../../shared/moments.ts';
import type { LoanItem, LoanType } from './items.fold.ts';
import type { LoanStock } from './stock.fold.ts';

/** When things that leave together are due, UTC ms: after the shortest loan time of their types. */
export function dueOfTypes(
  types: readonly Pick<LoanType, 'loanHours'>[],
  at: Pick<Lending, 'lentAt' | 'now' | 'calendar'>,
): number {
  const hours = Math.min(...types.map(({ loanHours }) => loanHours));
  return dueFor({ ...at, hours, untilClosing: false, closes: null });
}

interface Asked {
  readonly type: Pick<LoanType, 'depositFen' | 'idAsked'>;
  readonly count: number;
}

/** The deposit that all of it together asks for, in fen. */
export function depositAsked(lines: readonly Asked[]): number {
  return lines.reduce((sum, { type, count }) => sum + type.depositFen * count, 0);
}

/** What is known of whoever takes it. */
export interface Borrowing {
  readonly lines: readonly Asked[];
  /** Null while nobody was named. */
  readonly borrower: {
    readonly hasDocument: boolean;
    readonly holds: number;
    readonly overdue: number;
  } | null;
  readonly most: number;
  /** How much of the deposit is not taken, and how much of it the role may waive, in fen. */
  readonly waivedFen: number;
  readonly waiveFen: number;
}

/** What stands in the way of lending, in the order of LOAN_BARS; empty where nothing does. */
export function barsOf({ lines, borrower, most, waivedFen, waiveFen }: Borrowing): LoanBar[] {
  const asked = lines.reduce((sum, { count }) => sum + count, 0);
  const bars: LoanBar[] = [];
  if (borrower && borrower.overdue > 0) bars.push('BORROWER_OVERDUE');
  if (borrower && borrower.holds + asked > most) bars.push('TOO_MANY');
  if (borrower && !borrower.hasDocument && lines.some(({ type }) => type.idAsked)) bars.push('ID_NEEDED');
  if (waivedFen > waiveFen) bars.push('WAIVER_OVER_LIMIT');
  return bars;
}

/** What becomes of a thing as it comes back. `until` in UTC ms; null where nobody knows yet. */
export interface Arrival {
  readonly becomes: Exclude<ItemState, 'out' | 'lost' | 'retired'>;
  readonly until: number | null;
}

/**
 * Damaged or incomplete is out of service until somebody releases it; wet or dirty rests for the type's time, and what
 * has to be charged rests each time.
 */
export function arrivalOf(
  { restMinutes, restAlways }: Pick<LoanType, 'restMinutes' | 'restAlways'>,
  condition: Condition,
  now: number,
): Arrival {
  if (condition === 'damaged' || condition === 'incomplete')
    return { becomes: 'out_of_service', until: null };
  const rests = restMinutes > 0 && (restAlways || condition === 'wet' || condition === 'dirty');
  return rests
    ? { becomes: 'resting', until: now + restMinutes * MINUTE_MS }
    : { becomes: 'available', until: null };
}

/** An item's state at a moment: a rest whose time is over is over by itself. */
export function stateNow(item: Pick<LoanItem, 'state' | 'until'>, isOut: boolean, now: number): ItemState {
  if (isOut && item.state !== 'lost' && item.state !== 'retired') return 'out';
  const rested = item.state === 'resting' && item.until !== null && item.until <= now;
  return rested ? 'available' : item.state;
}

export interface Counts {
  readonly total: number;
  readonly available: number;
  readonly out: number;
  readonly resting: number;
  readonly outOfService: number;
  readonly lost: number;
}

/** The counts of a kind at a desk, at a moment; nothing of it is fewer than none. */
export function countsAt(
  stock: readonly Pick<LoanStock, 'total' | 'blocked' | 'lost' | 'resting'>[],
  out: number,
  now: number,
): Counts {
  const sum = (count: (each: (typeof stock)[number]) => number): number =>
    stock.reduce((all, each) => all + count(each), 0);
  const total = sum((each) => each.total);
  const outOfService = sum((each) => each.blocked);
  const lost = sum((each) => each.lost);
  const resting = sum(({ resting: rests }) =>
    rests.reduce((all, { count, until }) => all + (until !== null && until <= now ? 0 : count), 0),
  );
  const available = Math.max(0, total - outOfService - lost - resting - out);
  return { total, available, out, resting, outOfService, lost };
}
