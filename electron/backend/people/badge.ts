// Badges: found by a keyed hash, so that neither the database nor the journal holds a number that a card could be made of.
import type { KeyObject } from 'node:crypto';
import { blindIndex } from '../privacy/sealing.ts';
import { tagFormsOf } from '../shared/tag-uid.ts';

/** Of every way in which this badge may have been kept: readers write one number as hex or as ten digits. */
export function badgeHashes(uid: string, pepper: KeyObject): string[] {
  return tagFormsOf(uid).map((form) => hashBadge(form, pepper));
}

/** `uid` as the contract's `badgeUid` leaves it. */
export function hashBadge(uid: string, pepper: KeyObject): string {
  return blindIndex(pepper, 'badge', uid);
}
