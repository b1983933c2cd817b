// Badges: found by a keyed hash, so that neither the database nor the journal holds a number that a card could be made of.
import type { KeyObject } from 'node:crypto';
import { blindIndex } from '../privacy/sealing.ts';

/** `uid` as the contract's `badgeUid` leaves it. */
export function hashBadge(uid: string, pepper: KeyObject): string {
  return blindIndex(pepper, 'badge', uid);
}
