// When an entry may be written late 补录, and when it may be taken back 撤销: alike in every register. Pure.
import { DAY_MS, MINUTE_MS } from './moments.ts';

const TAKE_BACK_MS = 10 * MINUTE_MS;

/** Whether a true time may be written down now: it is over, and not longer ago than policy allows. UTC ms. */
export function mayEnterLate(happenedAt: number, now: number, days: number): boolean {
  return happenedAt <= now && now - happenedAt <= days * DAY_MS;
}

/** Whether an entry typed at `at` may be taken back: by who made it, within ten minutes (registers.md §2). UTC ms. */
export function mayTakeBack(
  entry: { readonly staff: number | null; readonly at: number },
  by: { readonly staff: number | null; readonly now: number },
): boolean {
  const elapsed = by.now - entry.at;
  return entry.staff === by.staff && elapsed >= 0 && elapsed <= TAKE_BACK_MS;
}
