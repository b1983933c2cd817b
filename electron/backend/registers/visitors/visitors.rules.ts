// What the desk's rules say about visits: pure, told the time, asking nobody.
import type { DocumentType, Verification } from '../../../api/identity.ts';
import type { Purpose } from '../../../api/visitors.contract.ts';
import type { BusinessDay, Calendar } from '../../shared/clock.ts';
import { checkDocumentNumber } from '../../shared/document-number.ts';
import type { DocumentNumberProblem } from '../../shared/document-number.ts';

/** Version of the privacy notice on the counter sheet; a visit stores the one that was shown (PIPL art. 17). */
export const NOTICE_VERSION = 1;

export interface IdentityClaim {
  readonly documentType: DocumentType;
  readonly documentNumber: string | null;
  readonly verifiedBy: Verification;
  readonly hostName: string | null;
  readonly host: number | null;
}

export type IdentityVerdict =
  | { readonly ok: true; readonly documentNumber: string | null }
  | { readonly ok: false; readonly code: 'DOCUMENT_NUMBER_WRONG'; readonly reason: DocumentNumberProblem }
  | { readonly ok: false; readonly code: 'FIELD_NEEDED'; readonly field: 'documentNumber' | 'host' };

/**
 * Judges what was given to prove an identity. Refusing a document is a normal path: then a host must be named who
 * comes down and vouches (registers.md §3). A number is checked against its document's rules and comes back
 * normalised.
 */
export function judgeIdentity(claim: IdentityClaim, today: BusinessDay): IdentityVerdict {
  const { documentType, documentNumber, verifiedBy } = claim;
  if (verifiedBy === 'hostVouched' && claim.host === null && claim.hostName === null) {
    return { ok: false, code: 'FIELD_NEEDED', field: 'host' };
  }
  if (documentNumber === null) {
    const asked = documentType !== 'none' && (verifiedBy === 'card' || verifiedBy === 'document');
    return asked
      ? { ok: false, code: 'FIELD_NEEDED', field: 'documentNumber' }
      : { ok: true, documentNumber: null };
  }
  const check = checkDocumentNumber(documentType, documentNumber, today);
  return check.ok
    ? { ok: true, documentNumber: check.normalised }
    : { ok: false, code: 'DOCUMENT_NUMBER_WRONG', reason: check.reason };
}

/** An expired document is flagged, never refused. `end` is its last valid day. */
export function isExpired(end: BusinessDay | 'longTerm' | null, today: BusinessDay): boolean {
  return end !== null && end !== 'longTerm' && end < today;
}

export interface Hours {
  /** Local `HH:MM`; null in a lobby that never closes. */
  readonly closes: string | null;
}

const SHORTEST_MS = 2 * 3_600_000;

/** Purposes that are over when the thing is handed in: they do not last until closing. */
const shortPurposes: ReadonlySet<Purpose> = new Set<Purpose>(['delivery']);

/** Until when a pass holds: the later of desk closing and arrival + 2 h; deliveries 2 h. UTC ms. */
export function defaultValidity(
  arrivedAt: number,
  purpose: Purpose,
  hours: Hours,
  calendar: Calendar,
): number {
  const shortest = arrivedAt + SHORTEST_MS;
  if (shortPurposes.has(purpose)) return shortest;
  const today = calendar.dayOf(arrivedAt);
  const closing = hours.closes === null ? calendar.endOf(today) : calendar.at(today, hours.closes);
  return Math.max(shortest, closing);
}

const TAKE_BACK_MS = 10 * 60_000;

/** Whether an entry may be taken back 撤销: by who made it, within ten minutes (registers.md §2). */
export function mayTakeBack(
  entry: { readonly staff: number | null; readonly at: number },
  by: { readonly staff: number | null; readonly now: number },
): boolean {
  const elapsed = by.now - entry.at;
  return entry.staff === by.staff && elapsed >= 0 && elapsed <= TAKE_BACK_MS;
}

/** When a night's forgotten visits are closed, local time: late enough for a 24 h lobby's own round. */
const CLOSING_ROUND = '04:00';

/** On site since a day before this one, past the pass, and the closing round of this day is over. */
export function isForgotten(
  visit: { readonly state: string; readonly validUntil: number | null; readonly arrivedAt: number | null },
  now: number,
  calendar: Calendar,
): boolean {
  const round = calendar.at(calendar.dayOf(now), CLOSING_ROUND);
  const since = visit.arrivedAt ?? now;
  return (
    isOverstay(visit, Math.min(now, round)) && now >= round && calendar.dayOf(since) < calendar.dayOf(now)
  );
}

/** The longest that anybody is expected or a pass is extended for, ms: a month. Longer ones are contractors' passes. */
const LONGEST_MS = 31 * 24 * 3_600_000;

/** Whether an announced time is one: its end not before its beginning, and not more than a month long. UTC ms. */
export function mayExpect(from: number, until: number): boolean {
  return until >= from && until - from <= LONGEST_MS;
}

/** Whether a pass may hold until then: ahead of now, by a month at most. UTC ms. */
export function mayExtend(validUntil: number, now: number): boolean {
  return validUntil > now && validUntil - now <= LONGEST_MS;
}

const LATEST_ENTRY_MS = 7 * 24 * 3_600_000;

/** Whether a true time may be written down now 补录: it is over, and not longer ago than a week. UTC ms. */
export function mayEnterLate(happenedAt: number, now: number): boolean {
  return happenedAt <= now && now - happenedAt <= LATEST_ENTRY_MS;
}

/** Announced for a day that is over, and never came. Derived; a later arrival makes it a visit all the same. */
export function isNoShow(
  visit: { readonly state: string; readonly expectedUntil: number | null },
  now: number,
  calendar: Calendar,
): boolean {
  if (visit.state !== 'expected' || visit.expectedUntil === null) return false;
  return now > calendar.endOf(calendar.dayOf(visit.expectedUntil));
}

/** On site past the pass's validity. Derived, never stored: only time makes it true. */
export function isOverstay(
  visit: { readonly state: string; readonly validUntil: number | null },
  now: number,
): boolean {
  return visit.state === 'on_site' && visit.validUntil !== null && visit.validUntil < now;
}
