// Moments in time, as lists of them are asked for.

/** The earliest of these moments that comes after `after` (UTC ms); null where none does. */
export function firstAfter(after: number, moments: Iterable<number | null>): number | null {
  let first: number | null = null;
  for (const at of moments) {
    if (at !== null && at > after && (first === null || at < first)) first = at;
  }
  return first;
}
