// The evacuation list 疏散名单: everybody the book has inside, floor by floor, readable without a key or a sign-in.
import type { EvacuationList } from '../../../api/visitors.contract.ts';
import type { Db } from '../../database/handle.ts';
import { cardOut } from './cards.rules.ts';
import { findLastEvacuation, listClosedSince, listOnSite, type StoredVisit } from './visitors.store.ts';

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
    unverified: listClosedSince(db, now - UNVERIFIED_MS)
      .map(toPerson)
      .toSorted(byName),
    floors: order.map((floor) => ({
      floor,
      people: (floors.get(floor) ?? []).map(toPerson).toSorted(byName),
    })),
  };
}

/** An evacuation of this day that somebody has not come back from. */
function lastCleared(db: Db, now: number): EvacuationList['cleared'] {
  const last = findLastEvacuation(db);
  return last && now - last.at <= UNVERIFIED_MS ? last : null;
}

type Person = EvacuationList['floors'][number]['people'][number];

function toPerson(visit: StoredVisit): Person {
  const { id, number, name, phone, company, hostName, unitText, purpose, arrivedAt, needsHelp } = visit;
  const contractor = purpose === 'works' || purpose === 'repair';
  const card = cardOut(visit)?.number ?? null;
  return { id, number, name, phone, company, hostName, unitText, contractor, needsHelp, arrivedAt, card };
}

function byName(a: Person, b: Person): number {
  return (a.name ?? '').localeCompare(b.name ?? '', 'zh-CN');
}
