// What the desk's rules say about visits: pure, told the time, asking nobody.
import type { DocumentType, Verification } from '../../../api/identity.ts';
import type { PolicyValues } from '../../../api/policies.ts';
import type { HostConfirmation, Purpose } from '../../../api/visit-states.ts';
import type { BusinessDay, Calendar } from '../../shared/clock.ts';
import { checkDocumentNumber } from '../../shared/document-number.ts';
import type { DocumentNumberProblem } from '../../shared/document-number.ts';
import { DAY_MS, HOUR_MS } from '../../shared/moments.ts';
import type { Visit } from './visitors.fold.ts';

export interface IdentityClaim {
  readonly documentType: DocumentType;
  readonly documentNumber: string | null;
  readonly verifiedBy: Verification;
  readonly hostName: string | null;
  readonly host: number | null;
}

/** What is known of whoever stands at the desk, or is to be announced. */
export interface Newcomer {
  readonly name: string | null;
  readonly phone: string | null;
  readonly documentType: DocumentType | null;
  /** Blind index of the document's number; null where none was given. */
  readonly documentIndex: string | null;
}

/**
 * What says that an open visit may be of the same person, the surest first; null where nothing does. Two documents of
 * one kind with different numbers are two people, whatever their names.
 */
export function likeness(
  person: Newcomer,
  visit: {
    readonly name: string | null;
    readonly phone: string | null;
    readonly documentType: DocumentType;
    readonly documentIndex: string | null;
  },
): 'document' | 'name' | 'phone' | null {
  if (person.documentIndex !== null && visit.documentIndex !== null) {
    if (person.documentIndex === visit.documentIndex) return 'document';
    if (person.documentType === visit.documentType) return null;
  }
  if (person.name !== null && person.name.toLowerCase() === visit.name?.toLowerCase()) return 'name';
  return person.phone !== null && person.phone === visit.phone ? 'phone' : null;
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

/** What the policies say of passes. */
export interface ValidityPolicy {
  /** Least hours after arrival, by purpose. */
  readonly hours: PolicyValues['validity.hours'];
  /** Whether a pass holds until closing where that is later, by purpose. */
  readonly untilClosing: PolicyValues['validity.untilClosing'];
  /** Days of a contractor's pass, the first one counted. */
  readonly days: PolicyValues['validity.days'];
}

/**
 * Until when a pass holds, UTC ms: the later of arrival and the purpose's hours, and desk closing where the purpose
 * lasts so long; a contractor's of several days until closing of its last one (registers.md §3). A lobby that never
 * closes ends its day at midnight.
 */
export function defaultValidity(
  arrivedAt: number,
  purpose: Purpose,
  {
    hours,
    calendar,
    policy,
  }: { readonly hours: Hours; readonly calendar: Calendar; readonly policy: ValidityPolicy },
): number {
  const shortest = arrivedAt + policy.hours[purpose] * HOUR_MS;
  const days = purpose === 'works' || purpose === 'repair' ? policy.days[purpose] : 1;
  if (days === 1 && !policy.untilClosing[purpose]) return shortest;
  const last = calendar.addDays(calendar.dayOf(arrivedAt), days - 1);
  const closing = hours.closes === null ? calendar.endOf(last) : calendar.at(last, hours.closes);
  return Math.max(shortest, closing);
}

/** Whether a pass may hold until then: after `from` (the arrival, or now), by `latest` at the latest. UTC ms. */
export function mayHold(validUntil: number, from: number, latest: number): boolean {
  return validUntil > from && validUntil <= latest;
}

/** The latest that a pass may be given until, UTC ms. */
export function latestValidity(from: number, longestDays: number): number {
  return from + longestDays * DAY_MS;
}

/** Whether what the host said is enough: where policy requires an answer, somebody has to have been asked. */
export function isConfirmed(
  asked: PolicyValues['hostConfirmation.asked'][Purpose],
  confirmation: HostConfirmation,
): boolean {
  return asked !== 'required' || confirmation !== 'none';
}

/** On site since a day before this one, past the pass, and the closing round of this day (local time) is over. */
export function isForgotten(
  visit: { readonly state: string; readonly validUntil: number | null; readonly arrivedAt: number | null },
  now: number,
  { calendar, roundAt }: { readonly calendar: Calendar; readonly roundAt: string },
): boolean {
  const round = calendar.at(calendar.dayOf(now), roundAt);
  const since = visit.arrivedAt ?? now;
  return (
    isOverstay(visit, Math.min(now, round)) && now >= round && calendar.dayOf(since) < calendar.dayOf(now)
  );
}

/** Whether an announced time is one: its end not before its beginning, within the longest time. UTC ms. */
export function mayExpect(from: number, until: number, longestDays: number): boolean {
  return until >= from && until <= latestValidity(from, longestDays);
}

/** Whether somebody who came at `arrivedAt` may have left then: not before, and not still to come. UTC ms. */
export function mayHaveLeft(leftAt: number, arrivedAt: number, now: number): boolean {
  return leftAt >= arrivedAt && leftAt <= now;
}

/** How long an evacuation is this one, and everyone marked out may be marked back, in ms. */
export const CLEARED_MS = DAY_MS;

/** Whether who left comes in again on another day of a pass that still holds; on the same day leaving was a mistake. */
export function isComingBack(
  visit: Pick<Visit, 'state' | 'leftAt' | 'validUntil' | 'clock'>,
  now: number,
  calendar: Calendar,
): boolean {
  const { state, validUntil, clock, leftAt } = visit;
  if (state !== 'left' || validUntil === null) return false;
  // Where nobody knows when they left, it was by the time that this was written down.
  return validUntil > now && calendar.dayOf(leftAt ?? clock) < calendar.dayOf(now);
}

const MISTAKE_MS = 12 * HOUR_MS;

/**
 * Whether somebody who is gone may be put back on site: a leaving by mistake is noticed within half a day, a closing
 * by the system within a day, and a pass that still holds lets its visitor in again. Later it is a new visit.
 */
export function mayReopen(
  visit: Pick<Visit, 'state' | 'leftAt' | 'validUntil' | 'clock'>,
  now: number,
  calendar: Calendar,
): boolean {
  const { state, leftAt, clock } = visit;
  if (state !== 'left' && state !== 'closed') return false;
  const since = now - (leftAt ?? clock);
  return since <= (state === 'left' ? MISTAKE_MS : CLEARED_MS) || isComingBack(visit, now, calendar);
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
