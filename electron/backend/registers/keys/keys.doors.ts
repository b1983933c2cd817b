// What the doors of a key are called: their units, and the tenants who rent them or deposited it.
import type { Db } from '../../database/handle.ts';
import type { KeysParts } from './keys.parts.ts';
import type { StoredKey } from './keys.row.ts';
import { listHeldKeys } from './keys.store.ts';

type Places = Pick<KeysParts, 'doorOf' | 'namesOf'>;
type Door = Pick<StoredKey, 'units' | 'tenant'>;

interface Doors {
  /** Their codes. */
  readonly units: readonly string[];
  /** The records of who rents them, and of whose spare it is. */
  readonly tenants: ReadonlySet<number>;
}

function doorsOf({ doorOf }: Places, db: Db, { units, tenant }: Door): Doors {
  const doors = units.flatMap((unit) => doorOf(db, unit) ?? []);
  const tenants = [tenant, ...doors.map((door) => door.tenant)].filter((each) => each !== null);
  return { units: doors.map(({ code }) => code), tenants: new Set(tenants) };
}

/** By which units and tenants a key is found, as they are called now. */
export function doorNames(
  places: Places,
  db: Db,
  key: Door,
): { readonly units: readonly string[]; readonly tenants: readonly string[] } {
  const { units, tenants } = doorsOf(places, db, key);
  return { units, tenants: [...tenants].flatMap((tenant) => places.namesOf(db, tenant) ?? []) };
}

/** Where it hangs as it is said at the counter: `A12`; empty for what hangs nowhere. */
export function hookName({ cabinet, hook }: Pick<StoredKey, 'cabinet' | 'hook'>): string {
  return hook === null ? '' : `${cabinet ?? ''}${hook}`.replaceAll(/\s/gu, '');
}

/** The keys that are found by one of these records: units and tenants, whatever else is among them. */
export function keysFoundBy(places: Places, db: Db, records: readonly number[]): number[] {
  const those = new Set(
    records.filter((id) => places.doorOf(db, id) !== null || places.namesOf(db, id) !== null),
  );
  if (those.size === 0) return [];
  return listHeldKeys(db)
    .filter(
      (key) =>
        key.units.some((unit) => those.has(unit)) ||
        [...doorsOf(places, db, key).tenants].some((tenant) => those.has(tenant)),
    )
    .map(({ id }) => id);
}
