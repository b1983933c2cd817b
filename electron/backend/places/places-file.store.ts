// SQL of the places file: one record to be changed, and what hangs on it.
import type { ContactTable, DeskTable, UnitTable } from '../../../db/schema/places.ts';
import type { Db } from '../database/handle.ts';
import { query } from '../database/statement.ts';

const everyDesk = query()((db) => db.selectFrom('desk').selectAll().orderBy('code'));
const deskById = query<{ id: number }>()((db, p) => db.selectFrom('desk').selectAll().where('id', '=', p.id));
const unitById = query<{ id: number }>()((db, p) => db.selectFrom('unit').selectAll().where('id', '=', p.id));
const contactById = query<{ id: number }>()((db, p) =>
  db.selectFrom('contact').selectAll().where('id', '=', p.id),
);
const unitsOfTenant = query<{ tenant: number }>()((db, p) =>
  db.selectFrom('unit').selectAll().where('tenant', '=', p.tenant).orderBy('code'),
);
const contactsOfTenant = query<{ tenant: number }>()((db, p) =>
  db.selectFrom('contact').selectAll().where('tenant', '=', p.tenant).orderBy('id'),
);
const countersNaming = query<{ pattern: string }>()((db, p) =>
  db.selectFrom('counter').select('name').where('name', 'like', p.pattern),
);
const staffAt = query<{ code: string }>()((db, p) =>
  db.selectFrom('staff').select('id').where('home_desk', '=', p.code).limit(1),
);

export function listDesks(db: Db): DeskTable[] {
  return everyDesk.all(db, {});
}

export function findDeskById(db: Db, id: number): DeskTable | undefined {
  return deskById.get(db, { id });
}

export function findUnit(db: Db, id: number): UnitTable | undefined {
  return unitById.get(db, { id });
}

export function findContact(db: Db, id: number): ContactTable | undefined {
  return contactById.get(db, { id });
}

export function listUnitsOf(db: Db, tenant: number): UnitTable[] {
  return unitsOfTenant.all(db, { tenant });
}

export function listContactsOf(db: Db, tenant: number): ContactTable[] {
  return contactsOfTenant.all(db, { tenant });
}

/** Names of the counters whose numbers may carry this desk code, with or without a generation behind it. */
export function listCountersNaming(db: Db, deskCode: string): string[] {
  return countersNaming.all(db, { pattern: `%:${deskCode}%:%` }).map(({ name }) => name);
}

/** Whether somebody on file has this desk as theirs. */
export function isHomeDesk(db: Db, code: string): boolean {
  return staffAt.get(db, { code }) !== undefined;
}
