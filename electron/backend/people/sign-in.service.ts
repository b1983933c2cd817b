// Signing in by number and PIN, or by badge. Every try counts as failed until it is known to be right.
import type { KeyObject } from 'node:crypto';
import type { badgeErrors, signInErrors } from '../../api/people.contract.ts';
import type { Database } from '../database/database.ts';
import type { Random } from '../shared/random.ts';
import { refusals } from '../shared/refusal.ts';
import { badgeHashes } from './badge.ts';
import type { FailedTries } from './failed-tries.ts';
import { hashPin, matchesPin, SAMPLE_PIN } from './pin.ts';
import { findStaffByBadge, findStaffByNumber, type StoredStaff } from './staff.store.ts';

export interface SignInParts {
  readonly database: Database;
  readonly random: Random;
  readonly pepper: KeyObject;
  readonly tries: FailedTries;
  readonly isSample: () => boolean;
}

const refuse = refusals<typeof signInErrors & typeof badgeErrors>();
/** Badges are guessed at this machine's reader, whoever's they are. */
const READER = 'reader';

/**
 * Answers the member of staff, or throws a refusal: SIGN_IN_REFUSED (unknown number or wrong PIN), SIGN_IN_WAIT (too
 * many failures of this number, whether anybody has it or not; `waitMs` to go), SAMPLE_PIN (the sample's PIN outside
 * the sample property). Known and unknown numbers are not told apart by word or by time.
 */
export async function checkSignIn(parts: SignInParts, number: string, pin: string): Promise<StoredStaff> {
  const { database, tries } = parts;
  if (pin === SAMPLE_PIN && !parts.isSample()) throw refuse('SAMPLE_PIN', { field: 'pin' });
  const waitMs = tries.begin('pin', number);
  if (waitMs > 0) throw refuse('SIGN_IN_WAIT', { field: 'pin', waitMs });
  const staff = findStaffByNumber(database.db, number);
  if (!(await isPinOf(parts, staff, pin)) || !staff) {
    const left = tries.waitLeft('pin', number);
    throw left > 0
      ? refuse('SIGN_IN_WAIT', { field: 'pin', waitMs: left })
      : refuse('SIGN_IN_REFUSED', { field: 'pin' });
  }
  tries.forget('pin', number);
  return staff;
}

async function isPinOf(
  { pepper, random }: SignInParts,
  staff: StoredStaff | undefined,
  pin: string,
): Promise<boolean> {
  if (staff?.pin) return matchesPin(pin, pepper, staff.pin);
  // The same work for a number that nobody has: the time taken tells nothing.
  await hashPin(pin, pepper, random);
  return false;
}

/**
 * Answers whose badge it is, or throws a refusal: BADGE_UNKNOWN, or BADGE_WAIT (too many unknown badges at this machine, or
 * its holder's number is locked out). `uid` as the contract leaves it.
 */
export function checkBadge({ database, pepper, tries }: SignInParts, uid: string): StoredStaff {
  const waitMs = tries.begin('badge', READER);
  if (waitMs > 0) throw refuse('BADGE_WAIT', { waitMs });
  const staff = findStaffByBadge(database.db, badgeHashes(uid, pepper));
  if (!staff?.pin) throw refuse('BADGE_UNKNOWN', undefined);
  tries.forget('badge', READER);
  const locked = tries.waitLeft('pin', staff.number);
  if (locked > 0) throw refuse('BADGE_WAIT', { waitMs: locked });
  return staff;
}
