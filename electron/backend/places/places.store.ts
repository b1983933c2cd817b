// SQL of places, and their projectors: five nouns of one shape.
import type {
  ContactTable,
  DeskTable,
  PropertyTable,
  TenantTable,
  UnitTable,
} from '../../../db/schema/places.ts';
import type { Schema } from '../../../db/schema/index.ts';
import type { Authority } from '../../api/places-file.contract.ts';
import type { Db } from '../database/handle.ts';
import { change, query, upsert } from '../database/statement.ts';
import type { EventCatalogue, OpenedEvent } from '../journal/events.ts';
import { projector, type AnyProjector, type Folded } from '../journal/projector.ts';
import { contactEvents, deskEvents, propertyEvents, tenantEvents, unitEvents } from './places.events.ts';
import {
  AUTHORITY_BITS,
  foldContact,
  foldDesk,
  foldProperty,
  foldTenant,
  foldUnit,
  type Row,
} from './places.fold.ts';

type PlaceTable = 'property' | 'desk' | 'unit' | 'tenant' | 'contact';

/** A noun whose row is its latest `put`: the table bears the noun's name. */
function place<T extends PlaceTable, C extends EventCatalogue>(
  table: T,
  catalogue: C,
  fold: (state: Row<Schema[T]> | null, event: OpenedEvent<C>) => Folded<Row<Schema[T]>>,
  columns: readonly (keyof Row<Schema[T]> & string)[],
  // A `put` says everything anew: most folds never look at the row before it.
  load: (db: Db, id: number) => Row<Schema[T]> | null = () => null,
): AnyProjector {
  const save = upsert<T>(table, 'id', columns);
  const remove = change<{ id: number }>()((db, p) => db.deleteFrom<PlaceTable>(table).where('id', '=', p.id));
  return projector<C, Row<Schema[T]>>({
    noun: table,
    catalogue,
    fold,
    load,
    save: (tx, id, row) => save.run(tx, { id, ...row } as unknown as Schema[T]),
    remove: (tx, id) => void remove.run(tx, { id }),
  });
}

export const placeProjectors: readonly AnyProjector[] = [
  place('property', propertyEvents, foldProperty, [
    ...(['code', 'name_zh', 'name_en', 'address', 'time_zone'] as const),
    ...(['slip_header_zh', 'slip_header_en', 'slip_footer_zh', 'slip_footer_en', 'sample', 'clock'] as const),
  ]),
  place('desk', deskEvents, foldDesk, [
    ...(['code', 'name_zh', 'name_en', 'location', 'opens', 'closes', 'clock'] as const),
  ]),
  place('unit', unitEvents, foldUnit, [
    ...(['code', 'building', 'floor', 'room', 'kind', 'tenant', 'clock'] as const),
  ]),
  place(
    ...(['tenant', tenantEvents, foldTenant] as const),
    [
      ...([
        'name_zh',
        'name_en',
        'short_name',
        'pinyin',
        'phone',
        'status',
        'emergency_contacts',
        'instructions',
      ] as const),
      ...(['mail_instructions', 'notes', 'carried', 'clock'] as const),
    ],
    (db, id) => findTenant(db, id) ?? null,
  ),
  place('contact', contactEvents, foldContact, [
    ...(['name', 'pinyin', 'phone', 'tenant', 'unit', 'may_authorise', 'active', 'clock'] as const),
  ]),
];

const theProperty = query()((db) => db.selectFrom('property').selectAll().orderBy('id').limit(1));
const theZone = query()((db) => db.selectFrom('property').select('time_zone').orderBy('id').limit(1));
const deskByCode = query<{ code: string }>()((db, p) =>
  db.selectFrom('desk').selectAll().where('code', '=', p.code).orderBy('id').limit(1),
);
const unitById = query<{ id: number }>()((db, p) =>
  db
    .selectFrom('unit')
    .leftJoin('tenant', 'tenant.id', 'unit.tenant')
    .select(['unit.code', 'unit.tenant', 'tenant.short_name', 'tenant.name_zh'])
    .where('unit.id', '=', p.id),
);
const floorById = query<{ id: number }>()((db, p) =>
  db.selectFrom('unit').select('floor').where('id', '=', p.id),
);
const contactById = query<{ id: number }>()((db, p) =>
  db.selectFrom('contact').select('id').where('id', '=', p.id),
);
const tenantOfUnit = query<{ id: number }>()((db, p) =>
  db.selectFrom('unit').select('tenant').where('id', '=', p.id),
);
const contactsOf = query<{ tenant: number }>()((db, p) =>
  db.selectFrom('contact').selectAll().where('tenant', '=', p.tenant).where('active', '=', 1).orderBy('id'),
);
const everyUnit = query()((db) =>
  db
    .selectFrom('unit')
    .leftJoin('tenant', 'tenant.id', 'unit.tenant')
    .select(['unit.id', 'unit.code', 'unit.floor', 'unit.tenant', 'tenant.name_zh', 'tenant.name_en'])
    .select(['unit.clock', 'unit.building', 'unit.room', 'unit.kind', 'tenant.short_name', 'tenant.pinyin'])
    .select(['tenant.instructions', 'tenant.status'])
    .orderBy('unit.code'),
);
const everyContact = query()((db) => db.selectFrom('contact').selectAll().orderBy('id'));
const everyTenant = query()((db) => db.selectFrom('tenant').selectAll().orderBy('id'));
const tenantById = query<{ id: number }>()((db, p) =>
  db.selectFrom('tenant').selectAll().where('id', '=', p.id),
);

export type UnitWithTenant = UnitTable & {
  readonly name_zh: string | null;
  readonly name_en: string | null;
  readonly short_name: string | null;
  readonly pinyin: string | null;
  readonly instructions: string | null;
  readonly status: string | null;
};

/** The one property of this installation; undefined before it is set up. */
export function findProperty(db: Db): PropertyTable | undefined {
  return theProperty.get(db, {});
}

/** Its time zone alone, which every action asks for. */
export function findZone(db: Db): string | undefined {
  return theZone.get(db, {})?.time_zone;
}

export function findDesk(db: Db, code: string): DeskTable | undefined {
  return deskByCode.get(db, { code });
}

/** A unit as slips show it: its code, and the tenant's short name where there is one. */
export function describeUnit(db: Db, id: number): string | null {
  const unit = unitById.get(db, { id });
  if (!unit) return null;
  return [unit.code, unit.short_name ?? unit.name_zh].filter(Boolean).join(' ');
}

/** The floor of a unit; null where it is not on file. */
export function findFloor(db: Db, unit: number): number | null {
  return floorById.get(db, { id: unit })?.floor ?? null;
}

/** Whose unit it is; null where nobody rents it, or it is not on file. */
export function findTenantOf(db: Db, unit: number): number | null {
  return tenantOfUnit.get(db, { id: unit })?.tenant ?? null;
}

/** The contacts of a tenant who may authorise this, as long as they work or live there. */
export function listAuthorisers(db: Db, tenant: number, what: Authority): ContactTable[] {
  return contactsOf
    .all(db, { tenant })
    .filter(({ may_authorise }) => (may_authorise & AUTHORITY_BITS[what]) !== 0);
}

export function contactExists(db: Db, id: number): boolean {
  return contactById.get(db, { id }) !== undefined;
}

export function listUnits(db: Db): UnitWithTenant[] {
  return everyUnit.all(db, {});
}

export function listContacts(db: Db): ContactTable[] {
  return everyContact.all(db, {});
}

export function listTenants(db: Db): TenantTable[] {
  return everyTenant.all(db, {});
}

/** What a unit and whoever rents it are found by; null where it is not on file. */
export function findDoor(
  db: Db,
  id: number,
): { readonly code: string; readonly tenant: number | null } | null {
  return unitById.get(db, { id }) ?? null;
}

/** All that a tenant is called, nothing once it is erased; null where it is not on file. */
export function listNamesOf(db: Db, tenant: number): string[] | null {
  const row = findTenant(db, tenant);
  return row ? tenantNames(row) : null;
}

export function tenantNames({ name_zh, name_en, short_name }: TenantTable): string[] {
  return [name_zh, name_en, short_name].flatMap((name) => name || []);
}

export function findTenant(db: Db, id: number): TenantTable | undefined {
  return tenantById.get(db, { id });
}
