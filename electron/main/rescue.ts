// What a window may do about a folder that was refused: give its key back, go on without it, mend it.
import type { Rescue, RescueOutcome } from '../api/boot.ts';
import type { DesktopApi } from '../api/desktop.contract.ts';

export type RescueActions = Pick<DesktopApi, 'recover' | 'goOnLocked' | 'examineDamage' | 'mendDamage'>;

const WRONG_ANSWERED_AFTER_MS = 1000;
const UNEXPECTED = { outcome: 'failed', reference: 'protocol' } as const;

export function createRescue(deps: {
  readonly rescue: (rescue: Rescue) => Promise<RescueOutcome>;
  /** Stores a key for the folder that was refused. Rejects where the disk or the key ring does. */
  readonly storeKey: (key: Uint8Array) => Promise<void>;
  /** A new key is to take the place of the missing one, and the backend starts with it. */
  readonly startWithNewKey: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly later: (ms: number, action: () => void) => () => void;
}): RescueActions {
  let trying: Promise<unknown> = Promise.resolve();

  async function tryKey(typed: string): ReturnType<RescueActions['recover']> {
    const answer = await deps.rescue({ act: 'recover', typed });
    if (answer.outcome === 'recovered') {
      try {
        await deps.storeKey(answer.propertyKey);
      } catch {
        return { outcome: 'failed', reference: 'key-store' };
      }
      await deps.restart();
      return { outcome: 'opened' };
    }
    if (answer.outcome !== 'notRecovered') return answer.outcome === 'failed' ? answer : UNEXPECTED;
    // A slip of the hand opens nothing and is told at once; whoever guesses waits.
    if (answer.problem === 'WRONG_KEY') {
      await new Promise<void>((resolve) => deps.later(WRONG_ANSWERED_AFTER_MS, resolve));
    }
    return answer;
  }

  return {
    recover(typed) {
      const tried = trying.then(() => tryKey(typed));
      trying = tried.catch(() => {});
      return tried;
    },
    goOnLocked: deps.startWithNewKey,
    async examineDamage() {
      const answer = await deps.rescue({ act: 'examine' });
      return answer.outcome === 'examined' || answer.outcome === 'failed' ? answer : UNEXPECTED;
    },
    async mendDamage() {
      const answer = await deps.rescue({ act: 'mend' });
      return answer.outcome === 'mended' || answer.outcome === 'failed' ? answer : UNEXPECTED;
    },
  };
}
