// What the settings read of the key file.
import type { KeyFileRow } from '../../../api/keys-file.contract.ts';
import type { Db } from '../../database/handle.ts';
import { formOf } from './key-file.service.ts';
import type { KeysParts } from './keys.parts.ts';
import { byHook, stateOf } from './keys.rules.ts';
import { listHeldKeys } from './keys.store.ts';

/** Every key there ever was, as it hangs; retired ones last. */
export function readKeyFile(db: Db, { placesOnFile }: Pick<KeysParts, 'placesOnFile'>): KeyFileRow[] {
  const { units, tenants } = placesOnFile(db);
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  const names = new Map(tenants.map(({ id, names: all }) => [id, all[0] ?? null]));
  return listHeldKeys(db)
    .toSorted((a, b) => Number(a.state === 'retired') - Number(b.state === 'retired') || byHook(a, b))
    .map((key) => ({
      ...formOf(key),
      ...{ id: key.id, revision: key.clock, tag: key.tag, rfid: key.rfid },
      state: stateOf(key, key.holders),
      unitText: key.units.flatMap((unit) => codes.get(unit) ?? []).join('、') || null,
      tenantName: key.tenant === null ? null : (names.get(key.tenant) ?? null),
    }));
}
