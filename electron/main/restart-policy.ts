// When a backend that died is started again, and when that is given up.
const WINDOW_MS = 60_000;
const DEATHS_TO_GIVE_UP = 5;
const FIRST_WAIT_MS = 1000;

export type RestartDecision =
  | { readonly action: 'retry'; readonly inMs: number }
  | { readonly action: 'giveUp' };

/**
 * `deaths` holds the times of all deaths so far (ms on any steady clock), the present one included. Waits 1, 2, 4 …
 * seconds; the fifth death within a minute ends it: something is broken that restarting does not mend.
 */
export function decideRestart(deaths: readonly number[], now: number): RestartDecision {
  const recent = deaths.filter((death) => now - death < WINDOW_MS).length;
  if (recent >= DEATHS_TO_GIVE_UP) return { action: 'giveUp' };
  return { action: 'retry', inMs: FIRST_WAIT_MS * 2 ** Math.max(0, recent - 1) };
}
