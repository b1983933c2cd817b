// Gathers what changed and says it once a burst: a row of events makes one refetch, not one each.

export interface Burst {
  add(nouns: readonly string[]): void;
}

export interface BurstTimers {
  /** Runs `action` after `ms`; the returned function takes it back. */
  readonly later: (ms: number, action: () => void) => () => void;
  readonly now: () => number;
}

const QUIET_MS = 40;
const LONGEST_MS = 250;

/** Calls `flush` with each noun once, when it has been quiet for 40 ms, and at the latest 250 ms after the first. */
export function createBurst(flush: (nouns: readonly string[]) => void, timers: BurstTimers): Burst {
  const gathered = new Set<string>();
  let began = 0;
  let cancel = (): void => {};

  return {
    add(nouns) {
      if (gathered.size === 0) began = timers.now();
      for (const noun of nouns) gathered.add(noun);
      cancel();
      if (gathered.size === 0) return;
      const left = Math.max(0, began + LONGEST_MS - timers.now());
      cancel = timers.later(Math.min(QUIET_MS, left), () => {
        const ready = [...gathered];
        gathered.clear();
        flush(ready);
      });
    },
  };
}

/** The window's own timers. */
export const windowTimers: BurstTimers = {
  now: () => performance.now(),
  later(ms, action) {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};
