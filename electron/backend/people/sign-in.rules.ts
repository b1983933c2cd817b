// How long a wrong PIN makes wait: not at all at first, then doubling up to a quarter of an hour.

const FREE_FAILURES = 3;
const FIRST_WAIT_MS = 30_000;
/** In ms. */
export const LONGEST_WAIT_MS = 15 * 60_000;

/** Wait in ms after so many failures in a row. */
export function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_MS);
}
