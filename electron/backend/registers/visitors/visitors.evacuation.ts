// The evacuation list 疏散名单: everybody the book has inside, floor by floor, readable without a key or a sign-in.
import { decodeWire } from '../../../../head-office/protocol/wire.ts';
import type { EvacuationList } from '../../../api/visitors.contract.ts';
import type { Db } from '../../database/handle.ts';
import { listRecordEvents } from '../../journal/journal.store.ts';
import { cardOut } from './cards.rules.ts';
import { CLEARED_MS } from './visitors.rules.ts';
import type { StoredVisit } from './visitors.row.ts';
import { findLastEvacuation, listClosedTouchedSince, listOnSite } from './visitors.store.ts';

/** How long somebody whom the system closed may still be inside, ms. */
const UNVERIFIED_MS = 24 * 3_600_000;

/** What the list needs from the house. */
export interface EvacuationParts {
  /** The floor of a unit; null where the unit is not on file. */
  readonly floorOf: (unit: number) => number | null;
  /** The code of this desk; null before it has one. */
  readonly desk: () => string | null;
}

/**
 * Lowest floor first, people without a known floor last; by name inside a floor. Tenants' own staff are not in it.
 * Reads open visits only, so it stays fast however long the history is.
 */
export function readEvacuationList(db: Db, { floorOf, desk }: EvacuationParts, now: number): EvacuationList {
  const own = desk();
  const floors = Map.groupBy(listOnSite(db), ({ units: [unit] }) =>
    unit === undefined ? null : floorOf(unit),
  );
  const known = [...floors.keys()].filter((floor) => floor !== null).toSorted((a, b) => a - b);
  const order = floors.has(null) ? [...known, null] : known;
  return {
    at: now,
    desks: own === null ? [] : [{ code: own, until: now }],
    cleared: lastCleared(db, now),
    unverified: listClosedTouchedSince(db, now - UNVERIFIED_MS)
      .filter(({ id }) => wasClosedSince(db, id, now - UNVERIFIED_MS))
      .map(toPerson)
      .toSorted(byName),
    floors: order.map((floor) => ({
      floor,
      people: (floors.get(floor) ?? []).map(toPerson).toSorted(byName),
    })),
  };
}

/** A card that came back, or a name that was set right, days later closes nobody anew. */
function wasClosedSince(db: Db, visit: number, since: number): boolean {
  return listRecordEvents(db, visit)
    .map(({ wire }) => decodeWire(wire))
    .some((event) => event?.type === 'visit.closed_by_system' && event.clock >= since);
}

/** An evacuation of this day that somebody has not come back from. */
function lastCleared(db: Db, now: number): EvacuationList['cleared'] {
  const last = findLastEvacuation(db);
  return last && now - last.at <= CLEARED_MS ? last : null;
}

type Person = EvacuationList['floors'][number]['people'][number];

function toPerson(visit: StoredVisit): Person {
  const { id, number, name, phone, company, hostName, unitText, purpose, arrivedAt, needsHelp } = visit;
  const { children } = visit;
  const contractor = purpose === 'works' || purpose === 'repair';
  const card = cardOut(visit)?.number ?? null;
  return {
    id,
    number,
    name,
    phone,
    company,
    hostName,
    unitText,
    contractor,
    needsHelp,
    children,
    arrivedAt,
    card,
  };
}

function byName(a: Person, b: Person): number {
  return (a.name ?? '').localeCompare(b.name ?? '', 'zh-CN');
}
