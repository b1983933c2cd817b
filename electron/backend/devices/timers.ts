// The timers a device driver lives on, handed in so that tests need not wait.

/** The two global functions a driver uses; pass `{ setTimeout, clearTimeout }` in the running program. */
export interface Timers {
  setTimeout(run: () => void, ms: number): NodeJS.Timeout;
  clearTimeout(handle: NodeJS.Timeout | undefined): void;
}

/** Bytes that waited while this process was busy are read before a deadline may call them missing, in ms. */
const graceMs = 20;

export interface Deadline {
  /** Runs `late` once after `ms`, unless set anew or cleared before. */
  set(ms: number, late: () => void): void;
  clear(): void;
}

/** A deadline for bytes from outside. A process that slept through it looks at its input once more first. */
export function createDeadline(timers: Timers): Deadline {
  let handle: NodeJS.Timeout | undefined;
  const clear = (): void => timers.clearTimeout(handle);
  return {
    set(ms, late) {
      clear();
      handle = timers.setTimeout(() => {
        handle = timers.setTimeout(late, graceMs);
      }, ms);
    },
    clear,
  };
}

/** Waits `ms`, or less when the signal is aborted. Never rejects. */
export function pause(timers: Timers, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = (): void => {
      timers.clearTimeout(handle);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const handle = timers.setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
