// The places file as the window reads it: whole lists, small enough to be filtered at every key.
import type { ContactRow, DeskRow, PropertyRow, TenantRow, UnitRow } from '../../api/places-file.contract.ts';
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { genericEvents, RECORD_CARRIED } from '../journal/generic-events.ts';
import { listRecordEvents } from '../journal/journal.store.ts';
import { openEvent } from '../journal/open-event.ts';
import type { RecordKeys } from '../privacy/record-keys.ts';
import { carriedOf, contactOf, deskOf, propertyOf, tenantOf, unitOf } from './places-file.forms.ts';
import { isHomeDesk, listCountersNaming, listDesks } from './places-file.store.ts';
import { syllablesOf, writtenSyllables } from './pinyin.ts';
import { countsFor } from './places.rules.ts';
import { findProperty, listContacts, listTenants, listUnits, tenantNames } from './places.store.ts';

export function readPropertyFile(db: Db): PropertyRow | null {
  const row = findProperty(db);
  return row ? { id: row.id, revision: row.clock, code: row.code, ...propertyOf(row) } : null;
}

export function readDesks(db: Db, own: string | null): DeskRow[] {
  return listDesks(db).map((row) => ({
    ...{ id: row.id, revision: row.clock, ...deskOf(row) },
    frozen: isFrozen(db, row.code),
    own: row.code === own,
  }));
}

/** Whether numbers given out, or members of staff, carry this desk's code. */
export function isFrozen(db: Db, code: string): boolean {
  return isHomeDesk(db, code) || listCountersNaming(db, code).some((name) => countsFor(name, code));
}

export function readUnits(db: Db): UnitRow[] {
  return listUnits(db).map((row) => ({
    ...{ id: row.id, revision: row.clock, ...unitOf(row) },
    tenantName: row.short_name ?? row.name_zh,
    readings: readingsOf(row.pinyin, [row.short_name, row.name_zh], 'company'),
  }));
}

export function readTenants(db: Db, keys: RecordKeys): TenantRow[] {
  const units = Map.groupBy(listUnits(db), ({ tenant }) => tenant);
  return listTenants(db).map((row) => ({
    ...{ id: row.id, revision: row.clock, ...tenantOf(row), carried: carriedOver(db, keys, row) },
    readings: readingsOf(row.pinyin, [row.name_zh, row.short_name], 'company'),
    units: (units.get(row.id) ?? []).map(({ code }) => code),
  }));
}

/** What stayed open, each with the remark that stands under its own record. */
function carriedOver(db: Db, keys: RecordKeys, row: Parameters<typeof carriedOf>[0]): TenantRow['carried'] {
  return carriedOf(row).map((each) => ({ ...each, remark: each.remark ?? remarkOn(db, keys, each.record) }));
}

function remarkOn(db: Db, keys: RecordKeys, record: number): string | null {
  const events = listRecordEvents(db, record);
  const last = events.findLast(({ wire }) => decodeWire(wire)?.type === RECORD_CARRIED);
  const opened = last && openEvent(last, genericEvents, keys.find(db, record), true);
  const said = genericEvents[RECORD_CARRIED].sealed.safeParse(
    (opened?.event as { readonly sealed: unknown } | null | undefined)?.sealed,
  );
  return said.data?.remark ?? null;
}

export function readContacts(db: Db): ContactRow[] {
  const units = new Map(listUnits(db).map((unit) => [unit.id, unit]));
  const tenants = new Map(listTenants(db).map((tenant) => [tenant.id, tenant]));
  return listContacts(db).map((row) => {
    const tenant = row.tenant === null ? undefined : tenants.get(row.tenant);
    return {
      ...{ id: row.id, revision: row.clock, ...contactOf(row) },
      readings: readingsOf(row.pinyin, [row.name], 'person'),
      tenantName: tenant?.short_name ?? tenant?.name_zh ?? null,
      unitCode: (row.unit === null ? undefined : units.get(row.unit))?.code ?? null,
    };
  });
}

/** What was corrected first, then how the names are read by themselves; `ü` is v. */
function readingsOf(
  byHand: string | null,
  names: readonly (string | null)[],
  kind: 'person' | 'company',
): string[] {
  const read = names.map((name) => (name === null ? '' : syllablesOf(name, kind).join(' ')));
  const corrected = byHand === null ? '' : writtenSyllables(byHand).join(' ');
  return [...new Set([corrected, ...read])].filter((reading) => reading !== '');
}

/** Desks, units and tenants by what they are called; whoever was erased has no name to be called by. */
export function placesOnFile(db: Db) {
  return {
    desks: listDesks(db).map(({ code, name_zh, name_en }) => ({ code, nameZh: name_zh, nameEn: name_en })),
    units: listUnits(db).map(({ id, code }) => ({ id, code })),
    tenants: listTenants(db).map((row) => ({ id: row.id, names: tenantNames(row) })),
  };
}
