// What a window may do about a folder that was refused: give its key back, go on without it, mend it.
import type { Rescue, RescueOutcome } from '../api/boot.ts';
import type { DesktopApi, RescueAnswer } from '../api/desktop.contract.ts';

const WRONG_ANSWERED_AFTER_MS = 1000;

/** One at a time: tries at a key stand in line. */
export function createRescue(deps: {
  readonly rescue: (rescue: Rescue) => Promise<RescueOutcome>;
  /** Stores a key for the folder that was refused. Rejects where the disk or the key ring does. */
  readonly storeKey: (key: Uint8Array) => Promise<void>;
  /** A new key is to take the place of the missing one, and the backend starts with it. */
  readonly startWithNewKey: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly later: (ms: number, action: () => void) => () => void;
}): DesktopApi['rescue'] {
  let turn: Promise<unknown> = Promise.resolve();

  async function help(asked: Parameters<DesktopApi['rescue']>[0]): Promise<RescueAnswer> {
    if (asked.act === 'goOnLocked') {
      await deps.startWithNewKey();
      return { outcome: 'opened' };
    }
    const answer = await deps.rescue(asked);
    if (answer.outcome === 'recovered') return openWith(answer.propertyKey);
    // A slip of the hand opens nothing and is told at once; whoever guesses waits.
    if (answer.outcome === 'notRecovered' && answer.problem === 'WRONG_KEY') {
      await new Promise<void>((resolve) => deps.later(WRONG_ANSWERED_AFTER_MS, resolve));
    }
    return answer;
  }

  async function openWith(key: Uint8Array): Promise<RescueAnswer> {
    try {
      await deps.storeKey(key);
    } catch {
      return { outcome: 'failed', reference: 'key-store' };
    }
    await deps.restart();
    return { outcome: 'opened' };
  }

  return (asked) => {
    const helped = turn.then(() => help(asked));
    turn = helped.catch(() => {});
    return helped;
  };
}
