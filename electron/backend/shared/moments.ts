// Moments in time, as lists of them are asked for; and how long the spans between them are.

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** The earliest of these moments that comes after `after` (UTC ms); null where none does. */
export function firstAfter(after: number, moments: Iterable<number | null>): number | null {
  let first: number | null = null;
  for (const at of moments) {
    if (at !== null && at > after && (first === null || at < first)) first = at;
  }
  return first;
}
