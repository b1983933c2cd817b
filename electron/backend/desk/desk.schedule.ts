// What the desk does by itself as time goes by. Each turn is a command like any other, or a failure in the log.
import type { Log } from '../shared/log.ts';

export interface Schedule {
  /** `later`: the first turn is worth nothing yet. */
  start(first?: 'now' | 'later'): void;
  stop(): void;
}

/** Runs `turn` at its start and every `everyMs`. A turn that throws is logged, and the next one comes all the same. */
export function createSchedule(turn: () => void, everyMs: number, log: Log): Schedule {
  let timer: NodeJS.Timeout | undefined;
  const run = (): void => {
    try {
      turn();
    } catch (error) {
      log.error('a scheduled turn failed', error);
    }
  };
  return {
    start(first = 'now') {
      if (first === 'now') run();
      timer = setInterval(run, everyMs);
      timer.unref();
    },
    stop: () => clearInterval(timer),
  };
}
