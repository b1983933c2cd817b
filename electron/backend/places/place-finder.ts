// Finds hosts and units by two letters: all of them in memory, built when first asked, thrown away when they change.
import type { PlaceMatch } from '../../api/places.contract.ts';
import type { TenantTable } from '../../../db/schema/places.ts';
import type { Db } from '../database/handle.ts';
import { isSpelled, mixedReadings, type MixedReading } from '../search/search.mixed.ts';
import { spellByHand, spellCompany, spellPerson, type Spellings } from '../search/search.names.ts';
import { piecesOf } from '../search/search.text.ts';
import { listContacts, listTenants, listUnits, type UnitWithTenant } from './places.store.ts';

export interface PlaceFinder {
  /**
   * Best first: what begins with the text before what holds it, people before units. Tenants who moved out come
   * last, whatever fits; people who left do not come at all. Whoever is of one of the units `near`, or of the tenant of
   * one, comes before anybody else.
   */
  find(text: string, limit: number, near?: readonly number[]): PlaceMatch[];
  /** Call when units, tenants or contacts changed. */
  forget(): void;
}

interface Entry {
  readonly match: PlaceMatch;
  /** Folded; a text that one of these begins with or holds finds the entry. */
  readonly keys: readonly string[];
  /** Syllable by syllable. */
  readonly ways: Spellings['ways'];
}

export function createPlaceFinder(db: Db): PlaceFinder {
  let entries: readonly Entry[] | null = null;
  return {
    find(text, limit, near = []) {
      const wanted = piecesOf(text).join('');
      if (wanted === '') return [];
      entries ??= readEntries(db);
      const mixed = mixedReadings(wanted);
      const tenants = tenantsOf(entries, near);
      const ranked = entries.flatMap((entry) => {
        const rank = rankOf(entry, wanted, mixed);
        return rank === null ? [] : [{ entry, rank: rank + shiftOf(entry.match, tenants, near) }];
      });
      return ranked
        .sort((a, b) => a.rank - b.rank)
        .slice(0, limit)
        .map(({ entry }) => entry.match);
    },
    forget() {
      entries = null;
    },
  };
}

/** Behind every rank, or before every one. */
const LAST = 10;

function shiftOf(
  { caution, unit, tenant }: PlaceMatch,
  tenants: ReadonlySet<number>,
  near: readonly number[],
) {
  if (caution === 'movedOut') return LAST;
  const belongs = (unit !== null && near.includes(unit)) || (tenant !== null && tenants.has(tenant));
  return belongs ? -LAST : 0;
}

function tenantsOf(entries: readonly Entry[], units: readonly number[]): ReadonlySet<number> {
  const chosen = entries.filter(({ match: { unit } }) => unit !== null && units.includes(unit));
  return new Set(chosen.flatMap(({ match }) => match.tenant ?? []));
}

/** 0 the very key, 1 its beginning, 2 somewhere inside; null not at all. */
function rankOf({ keys, ways }: Entry, wanted: string, mixed: readonly MixedReading[]): number | null {
  if (keys.includes(wanted)) return 0;
  if (keys.some((key) => key.startsWith(wanted))) return 1;
  if (mixed.some((reading) => ways.some((way) => isSpelled(way, reading)))) return 1;
  return keys.some((key) => key.includes(wanted)) ? 2 : null;
}

function readEntries(db: Db): Entry[] {
  const units = listUnits(db);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const byTenant = new Map(
    units.flatMap((unit) => (unit.tenant === null ? [] : [[unit.tenant, unit] as const])),
  );
  const tenants = new Map(listTenants(db).map((tenant) => [tenant.id, tenant]));
  const people = listContacts(db).flatMap((contact): Entry[] => {
    const { id, name, pinyin, active } = contact;
    if (name === null || active === 0) return [];
    const tenant = contact.tenant === null ? undefined : tenants.get(contact.tenant);
    const own = contact.unit === null ? undefined : byId.get(contact.unit);
    // A unit that others rent by now says nothing of this person.
    const stays = own && (!tenant || own.tenant === tenant.id) ? own : undefined;
    const unit = stays ?? (tenant && byTenant.get(tenant.id));
    const place = unit ? unitPart(unit) : tenantPart(tenant);
    return [{ match: { ...place, contact: id, contactName: name }, ...personKeys(name, pinyin) }];
  });
  const places = units.map((unit): Entry => {
    const names = [unit.name_zh, unit.short_name, unit.name_en].filter((name) => name !== null);
    const typed = [...names.map(companyKeys), ...(unit.pinyin === null ? [] : [readKeys(unit.pinyin)])];
    return {
      match: { ...unitPart(unit), contact: null, contactName: null },
      keys: [piecesOf(unit.code).join(''), ...typed.flatMap(({ keys }) => keys)],
      ways: typed.flatMap(({ ways }) => ways),
    };
  });
  return [...people, ...places];
}

type Typed = Pick<Entry, 'keys' | 'ways'>;

function personKeys(name: string, pinyin: string | null): Typed {
  const pieces = piecesOf(name);
  const { full, initials, ways } = spellPerson(pieces);
  const read = pinyin === null ? null : readKeys(pinyin);
  return {
    keys: [pieces.join(''), ...full, ...initials, ...(read?.keys ?? [])],
    ways: [...ways, ...(read?.ways ?? [])],
  };
}

/** As somebody has put it right. */
function readKeys(pinyin: string): Typed {
  const { full, initials, ways } = spellByHand(pinyin);
  return { keys: [...full, ...initials], ways };
}

function companyKeys(name: string): Typed {
  const joined = piecesOf(name).join('');
  const { full, initials, ways } = spellCompany(joined);
  return { keys: [joined, ...full, ...initials], ways };
}

type Place = Omit<PlaceMatch, 'contact' | 'contactName'>;

function unitPart(unit: UnitWithTenant): Place {
  const { id, code, floor, tenant, short_name, name_zh, instructions, kind, status } = unit;
  return {
    ...{ unit: id, unitCode: code, floor, tenant, tenantName: short_name ?? name_zh, instructions },
    caution: cautionOf(status) ?? (kind === 'vacant' ? 'vacant' : null),
  };
}

/** Somebody of a tenant that has no unit, or of none. */
function tenantPart(tenant: TenantTable | undefined): Place {
  return {
    ...{ unit: null, unitCode: null, floor: null, tenant: tenant?.id ?? null },
    tenantName: tenant?.short_name ?? tenant?.name_zh ?? null,
    instructions: tenant?.instructions ?? null,
    caution: cautionOf(tenant?.status ?? null),
  };
}

function cautionOf(status: string | null): PlaceMatch['caution'] {
  return status === 'movedOut' || status === 'movingIn' ? status : null;
}
