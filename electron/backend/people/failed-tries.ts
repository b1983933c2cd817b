// Failed tries, counted by what was typed and not by whom it belongs to: a number that nobody has waits like any other.
import type { KeyObject } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/handle.ts';
import { blindIndex } from '../privacy/sealing.ts';
import type { Clock } from '../shared/clock.ts';
import { clearFailures, clearFailuresBefore, readFailures, writeFailures } from './failed-tries.store.ts';
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
  waitLeft(db: Db, kind: TryKind, subject: string): number;
  /** The try was right, or somebody released it. */
  forget(tx: Tx, kind: TryKind, subject: string): void;
}

/** After a month without another try. */
const FORGOTTEN_MS = 30 * 24 * 3_600_000;

export function createFailedTries({ database, clock, pepper }: FailedTriesParts): FailedTries {
  const nameOf = (kind: TryKind, subject: string): string =>
    `${kind}:${blindIndex(pepper, `try:${kind}`, subject)}`;

  function waitLeft(db: Db, kind: TryKind, subject: string): number {
    const left = readFailures(db, nameOf(kind, subject)).waitUntil - clock.now();
    // A wait beyond the longest was written under a clock that ran ahead: it counts no more.
    return left > 0 && left <= LONGEST_WAIT_MS ? left : 0;
  }

  return {
    waitLeft,
    begin: (kind, subject) =>
      database.write((tx) => {
        const waitMs = waitLeft(tx, kind, subject);
        if (waitMs > 0) return waitMs;
        const now = clock.now();
        const failures = readFailures(tx, nameOf(kind, subject)).failures + 1;
        clearFailuresBefore(tx, now - FORGOTTEN_MS);
        writeFailures(tx, nameOf(kind, subject), { failures, waitUntil: now + waitAfter(failures) });
        return 0;
      }),
    forget: (tx, kind, subject) => clearFailures(tx, nameOf(kind, subject)),
  };
}
