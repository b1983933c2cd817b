// What the window reads of visits, in the contract's shapes.
import type { LIST_VIEWS, VisitDetail, VisitRow } from '../../../api/visitors.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { Calendar } from '../../shared/clock.ts';
import { listIssues } from '../../journal/journal.store.ts';
import { isNoShow, isOverstay } from './visitors.rules.ts';
import { findVisit, listExpected, listNewest, listOnSite, type StoredVisit } from './visitors.store.ts';

/** What time makes of a visit is derived, never stored. */
export interface Moment {
  readonly now: number;
  readonly calendar: Calendar;
  /** Whether phones are shown whole; clerks read them masked (registers.md §1). */
  readonly phones: 'whole' | 'masked';
}

export interface ListInput {
  readonly view: (typeof LIST_VIEWS)[number];
  readonly before: number | null;
  readonly limit: number;
}

/** Open views are read whole (a few hundred rows); `all` pages through history, newest first. */
export function listVisits(db: Db, input: ListInput, at: Moment): { rows: VisitRow[]; more: boolean } {
  const { view, limit, before } = input;
  if (view === 'all') {
    const visits = listNewest(db, before ?? Number.MAX_SAFE_INTEGER, limit + 1);
    return { rows: visits.slice(0, limit).map((visit) => toRow(visit, at)), more: visits.length > limit };
  }
  const found = listOpen(db, view, at);
  return { rows: found.slice(0, limit).map((visit) => toRow(visit, at)), more: found.length > limit };
}

function listOpen(
  db: Db,
  view: 'onSite' | 'overstay' | 'expected',
  { now, calendar }: Moment,
): StoredVisit[] {
  switch (view) {
    case 'onSite':
      return listOnSite(db);
    case 'overstay':
      return listOnSite(db).filter((visit) => isOverstay(visit, now));
    case 'expected':
      return listExpected(db).filter((visit) => !isNoShow(visit, now, calendar));
  }
}

/** The whole of one visit, or undefined where there is none. */
export function readVisit(db: Db, id: number, at: Moment): VisitDetail | undefined {
  const visit = findVisit(db, id);
  if (!visit) return undefined;
  const { nationality, host, units, plate, items, remarks, verifiedBy, hostConfirmation, stays } = visit;
  const { needsHelp, paperLine } = visit;
  return {
    ...toRow(visit, at),
    ...{ nationality, host, plate, items, remarks, verifiedBy, hostConfirmation, needsHelp, paperLine },
    units: [...units],
    stays: [...stays],
    issues: listIssues(db, id),
  };
}

function toRow(visit: StoredVisit, { now, calendar, phones }: Moment): VisitRow {
  const { id, number, state, desk, name, documentType, documentMasked, documentExpired } = visit;
  const { phone, company, purpose, hostName, unitText, escorted, passCode, passPrints } = visit;
  const { expectedFrom, expectedUntil, validUntil, arrivedAt, leftAt } = visit;
  return {
    ...{ id, number, state, desk, name, documentType, documentMasked, documentExpired },
    phone: phones === 'whole' ? phone : maskPhone(phone),
    ...{ company, purpose, hostName, unitText, escorted, passCode, passPrints },
    ...{ expectedFrom, expectedUntil, validUntil, arrivedAt, leftAt },
    overstay: isOverstay(visit, now),
    noShow: isNoShow(visit, now, calendar),
  };
}

/** `138****0001`: enough to recognise, too little to call. */
function maskPhone(phone: string | null): string | null {
  if (phone === null || phone.length < 8) return phone && '****';
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
