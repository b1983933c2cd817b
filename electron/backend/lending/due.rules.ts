// When a thing that is lent should be back, and how near that is: pure, told the time.
import type { DueState } from '../../api/lending.ts';
import type { Calendar } from '../shared/clock.ts';
import { HOUR_MS, MINUTE_MS } from '../shared/moments.ts';

export interface Lending {
  /** When it truly left the desk, UTC ms; before `now` where it is entered late. */
  readonly lentAt: number;
  readonly now: number;
  /** How long it is lent, hours. */
  readonly hours: number;
  /** Whether it has to be back before the desk closes on that day. */
  readonly untilClosing: boolean;
  /** Local `HH:MM`; null in a lobby that never closes. */
  readonly closes: string | null;
  readonly calendar: Calendar;
}

/** Whoever comes this close to closing, or after it, is not asked back before it: nobody can be that quick. ms */
const LEAST_MS = 30 * MINUTE_MS;
const DAY_HOURS = 24;
/** ms */
const LONGEST_MS = 366 * DAY_HOURS * HOUR_MS;

/**
 * When it is due, UTC ms: after its hours, or when the desk closes on that day if that comes first. Lent late in the
 * evening or at night it keeps its hours. A time that would already be over is counted from now: nobody has told the
 * borrower of another.
 */
export function dueFor(lending: Lending): number {
  const due = dueFrom(lending.lentAt, lending);
  return due > lending.now ? due : dueFrom(Math.max(lending.lentAt, lending.now), lending);
}

function dueFrom(from: number, { hours, untilClosing, closes, calendar }: Lending): number {
  const due = from + hours * HOUR_MS;
  if (!untilClosing || closes === null) return due;
  // What is lent for hours is back the same evening, what is lent for days on the evening of its last one.
  const closing = calendar.at(calendar.dayOf(hours < DAY_HOURS ? from : due), closes);
  return closing - from >= LEAST_MS ? Math.min(due, closing) : due;
}

/** Whether somebody may choose this time: after it is lent and after now, within a year. UTC ms. */
export function mayBeDue(dueAt: number, { lentAt, now }: Pick<Lending, 'lentAt' | 'now'>): boolean {
  const from = Math.max(lentAt, now);
  return dueAt > from && dueAt <= from + LONGEST_MS;
}

/**
 * How a loan stands with time; null where it is not open or is never due. `soonMinutes` is the policy
 * `followUp.dueSoonMinutes`. Derived, never stored.
 */
export function dueStateOf(
  { state, dueAt }: { readonly state: string; readonly dueAt: number | null },
  { now, soonMinutes }: { readonly now: number; readonly soonMinutes: number },
): DueState | null {
  if (state !== 'open' || dueAt === null) return null;
  if (dueAt < now) return 'overdue';
  return dueAt - now <= soonMinutes * MINUTE_MS ? 'soon' : 'later';
}
