// What the window reads of visits, in the contract's shapes.
import type { LIST_VIEWS, VisitDetail, VisitRow } from '../../../api/visitors.contract.ts';
import type { Db } from '../../database/handle.ts';
import type { Calendar } from '../../shared/clock.ts';
import { listIssues } from '../../journal/journal.store.ts';
import { maskPhone } from '../../shared/masked-phone.ts';
import { listPage, type ListInput, type ListPage } from '../list-page.ts';
import { isNoShow, isOverstay, mayReopen } from './visitors.rules.ts';
import { shownCard } from './cards.rules.ts';
import { listAwayCards, listBatches, type AwayCard } from './cards.store.ts';
import type { StoredVisit } from './visitors.row.ts';
import { countOpen, findVisit, listExpected, listOnSite, typedVisits } from './visitors.store.ts';

type ListView = (typeof LIST_VIEWS)[number];

/** What time makes of a visit is derived, never stored. */
export interface Moment {
  readonly now: number;
  readonly calendar: Calendar;
  /** Whether phones are shown whole; clerks read them masked (registers.md §1). */
  readonly phones: 'whole' | 'masked';
}

export const listVisits = (db: Db, input: ListInput<ListView>, at: Moment): ListPage<VisitRow> =>
  listPage(db, input, {
    typed: typedVisits,
    open: (view) => listOpen(db, view, at),
    toRow: (visit) => toRow(visit, at),
  });

function listOpen(db: Db, view: Exclude<ListView, 'all'>, { now, calendar }: Moment): StoredVisit[] {
  switch (view) {
    case 'onSite':
      return listOnSite(db);
    case 'overstay':
      return listOnSite(db).filter((visit) => isOverstay(visit, now));
    case 'expected':
      return listExpected(db).filter((visit) => !isNoShow(visit, now, calendar));
    case 'cards':
      return listUnreturned(db).flatMap(({ visit }) => findVisit(db, visit) ?? []);
  }
}

/** Cards whose visitor is gone with them, by number. */
function listUnreturned(db: Db): AwayCard[] {
  return listAwayCards(db).filter(({ state, visitState }) => state === 'out' && visitState !== 'on_site');
}

/** What the heads of the lists say. */
export function countVisits(
  db: Db,
  now: number,
): { onSite: number; overstay: number; expected: number; cards: number | null } {
  const cards = listBatches(db).length === 0 ? null : listUnreturned(db).length;
  return { ...countOpen(db, now), cards };
}

/** The whole of one visit, or undefined where there is none. */
export function readVisit(db: Db, id: number, at: Moment): VisitDetail | undefined {
  const visit = findVisit(db, id);
  if (!visit) return undefined;
  const { nationality, host, units, plate, items, remarks, verifiedBy, hostConfirmation, noticeVersion } =
    visit;
  const { stays, cards, noDocument, needsHelp, children, paperLine } = visit;
  return {
    ...toRow(visit, at),
    previous:
      visit.previous === null
        ? null
        : { id: visit.previous, number: findVisit(db, visit.previous)?.number ?? '' },
    ...{
      nationality,
      host,
      plate,
      items,
      remarks,
      verifiedBy,
      hostConfirmation,
      noticeVersion,
      noDocument,
      needsHelp,
      children,
      paperLine,
    },
    units: [...units],
    stays: [...stays],
    cards: cards.map((card) => shownCard(visit.state, card)),
    mayReopen: mayReopen(visit, at.now, at.calendar),
    issues: listIssues(db, id),
  };
}

function toRow(visit: StoredVisit, { now, calendar, phones }: Moment): VisitRow {
  const { id, number, state, desk, name, documentType, documentMasked, documentExpired } = visit;
  const { phone, company, purpose, hostName, unitText, escorted, passCode, passPrints } = visit;
  const { expectedFrom, expectedUntil, validUntil, arrivedAt, leftAt } = visit;
  const card = visit.cards.at(-1);
  return {
    ...{ id, number, state, desk, name, documentType, documentMasked, documentExpired },
    phone: phones === 'whole' ? phone : maskPhone(phone),
    ...{ company, purpose, hostName, unitText, escorted, passCode, passPrints },
    ...{ expectedFrom, expectedUntil, validUntil, arrivedAt, leftAt },
    turnedAway: visit.turnedAway,
    card: card ? shownCard(state, card) : null,
    overstay: isOverstay(visit, now),
    noShow: isNoShow(visit, now, calendar),
  };
}
