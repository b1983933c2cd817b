// Signing in with number and PIN: failures are counted before the PIN is tried, so that tries side by side count too.
import type { KeyObject } from 'node:crypto';
import type { signInErrors } from '../../api/people.contract.ts';
import type { Database } from '../database/database.ts';
import type { Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { refusals } from '../shared/refusal.ts';
import { hashPin, matchesPin, SAMPLE_PIN } from './pin.ts';
import { LONGEST_WAIT_MS, waitAfter } from './sign-in.rules.ts';
import {
  clearFailures,
  findStaffByNumber,
  readFailures,
  writeFailures,
  type StoredStaff,
} from './staff.store.ts';

export interface SignInParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  readonly pepper: KeyObject;
  readonly isSample: () => boolean;
}

const refuse = refusals<typeof signInErrors>();

/**
 * Answers the member of staff, or throws a refusal: SIGN_IN_REFUSED (unknown number or wrong PIN, not told apart by
 * word or by time), SIGN_IN_WAIT (too many failures of a number that is on file; `waitMs` to go), SAMPLE_PIN (the sample's PIN outside the sample property).
 */
export async function checkSignIn(parts: SignInParts, number: string, pin: string): Promise<StoredStaff> {
  const { database, clock, pepper } = parts;
  if (pin === SAMPLE_PIN && !parts.isSample()) throw refuse('SAMPLE_PIN', { field: 'pin' });
  const staff = findStaffByNumber(database.db, number);
  if (!staff?.pin) {
    // The same work as for a known number: the time taken tells nothing.
    await hashPin(pin, pepper, parts.random);
    throw refuse('SIGN_IN_REFUSED', { field: 'pin' });
  }
  countFailure(parts, staff.id);
  if (!(await matchesPin(pin, pepper, staff.pin))) {
    const waitMs = readFailures(database.db, staff.id).waitUntil - clock.now();
    throw waitMs > 0
      ? refuse('SIGN_IN_WAIT', { field: 'pin', waitMs })
      : refuse('SIGN_IN_REFUSED', { field: 'pin' });
  }
  database.write((tx) => clearFailures(tx, staff.id));
  return staff;
}

function countFailure({ database, clock }: SignInParts, staff: number): void {
  const refusal = database.write((tx) => {
    const now = clock.now();
    const { failures, waitUntil } = readFailures(tx, staff);
    // A wait beyond the longest was written under a clock that ran ahead: it counts no more.
    if (waitUntil > now && waitUntil <= now + LONGEST_WAIT_MS)
      return refuse('SIGN_IN_WAIT', { field: 'pin', waitMs: waitUntil - now });
    writeFailures(tx, staff, { failures: failures + 1, waitUntil: now + waitAfter(failures + 1) });
    return null;
  });
  if (refusal) throw refusal;
}
