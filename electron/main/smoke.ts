// `--smoke`: proves on a packaged build that the program opens, and ends with 0 or 1.
import type { BackendStatus } from '../api/desktop.contract.ts';

export interface SmokeTest {
  painted(): void;
  heard(status: BackendStatus): void;
}

const WITHIN_MS = 30_000;

/** Ends once: with 0 when window and backend are both there, with 1 on a refusal or after 30 s. */
export function createSmokeTest(deps: {
  readonly end: (exitCode: 0 | 1, reason: string) => void;
  readonly later: (ms: number, action: () => void) => () => void;
}): SmokeTest {
  const missing = new Set(['window', 'backend']);
  let ended = false;

  function end(exitCode: 0 | 1, reason: string): void {
    if (ended) return;
    ended = true;
    forget();
    deps.end(exitCode, reason);
  }

  function arrived(part: string): void {
    missing.delete(part);
    if (missing.size === 0) end(0, 'smoke: window painted, backend ready');
  }

  const forget = deps.later(WITHIN_MS, () =>
    end(1, `smoke: after 30 s still no ${[...missing].join(' and ')}`),
  );
  return {
    painted: () => arrived('window'),
    heard(status) {
      if (status.state === 'ready') arrived('backend');
      if (status.state === 'refused') end(1, `smoke: backend refused (${status.code}, ${status.reference})`);
      if (status.state === 'gaveUp') end(1, 'smoke: backend died five times');
    },
  };
}
