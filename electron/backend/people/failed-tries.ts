// Failed tries, counted by what was typed and not by whom it belongs to: a number that nobody has waits like any other.
import type { KeyObject } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { isDiskFull } from '../database/database-error.ts';
import type { Db, Tx } from '../database/handle.ts';
import { blindIndex } from '../privacy/sealing.ts';
import type { Clock } from '../shared/clock.ts';
import {
  clearFailures,
  clearFailuresBefore,
  readFailures,
  writeFailures,
  type Failures,
} from './failed-tries.store.ts';
import { LONGEST_WAIT_MS, waitAfter } from './sign-in.rules.ts';

export interface FailedTriesParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly pepper: KeyObject;
}

/** What is tried: a PIN for a staff number, badges at this machine, codes by a member of staff. */
export type TryKind = 'pin' | 'badge' | 'code';

export interface FailedTries {
  /**
   * Counts the try as failed before it is judged, so that tries side by side count too. Answers 0, or for how many ms
   * no try is heard; that one was not counted.
   */
  begin(kind: TryKind, subject: string): number;
  /** How many ms are left to wait; 0 for none. */
  waitLeft(kind: TryKind, subject: string): number;
  /** The try was right, or somebody released it. */
  forget(kind: TryKind, subject: string): void;
  /** The same as part of a command. */
  forgetWith(tx: Tx, kind: TryKind, subject: string): void;
}

/** After a month without another try. */
const FORGOTTEN_MS = 30 * 24 * 3_600_000;

const NONE: Failures = { failures: 0, waitUntil: 0 };

export function createFailedTries({ database, clock, pepper }: FailedTriesParts): FailedTries {
  const nameOf = (kind: TryKind, subject: string): string =>
    `${kind}:${blindIndex(pepper, `try:${kind}`, subject)}`;

  /** What a full disk could not take: tries are counted all the same, until the program ends. */
  const unkept = new Map<string, Failures>();
  const failuresOf = (db: Db, name: string): Failures => unkept.get(name) ?? readFailures(db, name);

  /** Writes what comes after what was; on a full disk it is remembered instead. */
  function change(name: string, next: (before: Failures) => Failures): void {
    try {
      database.write((tx) => {
        const after = next(failuresOf(tx, name));
        if (after.failures === 0) return clearFailures(tx, name);
        clearFailuresBefore(tx, clock.now() - FORGOTTEN_MS);
        writeFailures(tx, name, after);
      });
      unkept.delete(name);
    } catch (error) {
      if (!isDiskFull(error)) throw error;
      unkept.set(name, next(failuresOf(database.db, name)));
    }
  }

  function waitLeft(kind: TryKind, subject: string): number {
    const left = failuresOf(database.db, nameOf(kind, subject)).waitUntil - clock.now();
    // A wait beyond the longest was written under a clock that ran ahead: it counts no more.
    return left > 0 && left <= LONGEST_WAIT_MS ? left : 0;
  }

  return {
    waitLeft,
    begin(kind, subject) {
      const waitMs = waitLeft(kind, subject);
      if (waitMs > 0) return waitMs;
      change(nameOf(kind, subject), ({ failures }) => ({
        failures: failures + 1,
        waitUntil: clock.now() + waitAfter(failures + 1),
      }));
      return 0;
    },
    forget: (kind, subject) => change(nameOf(kind, subject), () => NONE),
    forgetWith(tx, kind, subject) {
      clearFailures(tx, nameOf(kind, subject));
      unkept.delete(nameOf(kind, subject));
    },
  };
}
