// What looks different only because time went by: due, due soon, rested, another day. Windows are told, as they never poll.
import type { Calendar, Clock } from '../shared/clock.ts';

/** Something that shows itself by the time of day. */
export interface TimeShown {
  /** The noun that its calls are read anew by. */
  readonly noun: string;
  /** The next moment after `after` at which it looks different by itself (both UTC ms); null where there is none. */
  turnsAt(after: number): number | null;
}

/**
 * Answers a function that names what has come to look different since it was asked last: everything on another
 * business day, or after the clock was set back; an empty list most of the time.
 */
export function createPassingTime(parts: {
  readonly clock: Clock;
  readonly calendar: () => Calendar;
  readonly shown: readonly TimeShown[];
}): () => string[] {
  const { clock, calendar, shown } = parts;
  let since = clock.now();
  return () => {
    const now = clock.now();
    const before = since;
    since = now;
    const another = now < before || calendar().dayOf(now) !== calendar().dayOf(before);
    const turned = shown.filter(({ turnsAt }) => another || (turnsAt(before) ?? Infinity) <= now);
    return turned.map(({ noun }) => noun);
  };
}
