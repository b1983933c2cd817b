// Lets a window go on as the same member of staff after the backend died: signed, short, void with PIN and sign-out.
import { timingSafeEqual, type KeyObject } from 'node:crypto';
import { blindIndex } from '../privacy/sealing.ts';
import type { StoredStaff } from './staff.store.ts';

/** A shift and a little more, in ms. */
const LIFETIME_MS = 12 * 3_600_000;

/** What a token is made and judged by. */
export interface TokenTerms {
  readonly now: number;
  readonly pepper: KeyObject;
  /** How often this member of staff has signed out so far. */
  readonly signOuts: number;
}

/** The token lives in the window's memory only. A new PIN or a sign-out makes it worthless. */
export function makeResumeToken(staff: StoredStaff, terms: TokenTerms): string {
  const expires = terms.now + LIFETIME_MS;
  return `${staff.id}.${expires}.${sign(staff, expires, terms)}`;
}

/** The staff id and expiry that a token claims; null for anything that is no token. Proves nothing by itself. */
export function parseResumeToken(token: string): { readonly staff: number; readonly expires: number } | null {
  const found = /^(\d{1,16})\.(\d{1,16})\.[\w-]{43}$/.exec(token);
  return found ? { staff: Number(found[1]), expires: Number(found[2]) } : null;
}

/** Whether the token was made for this member of staff on these terms, and has not expired. */
export function isValidResumeToken(token: string, staff: StoredStaff, terms: TokenTerms): boolean {
  const claim = parseResumeToken(token);
  if (!claim || claim.staff !== staff.id || claim.expires < terms.now || !staff.active) return false;
  const expected = Buffer.from(`${staff.id}.${claim.expires}.${sign(staff, claim.expires, terms)}`);
  const given = Buffer.from(token);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function sign(staff: StoredStaff, expires: number, { pepper, signOuts }: TokenTerms): string {
  return blindIndex(pepper, 'resume', `${staff.id}:${expires}:${signOuts}:${staff.pin?.salt ?? ''}`);
}
