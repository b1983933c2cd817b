// SQL of staff.
import type { StaffTable } from '../../../db/schema/people.ts';
import type { Language } from '../../api/boot.ts';
import type { Role } from '../../api/rights.ts';
import type { Db } from '../database/handle.ts';
import { change, query, upsert } from '../database/statement.ts';
import { projector, type AnyProjector } from '../journal/projector.ts';
import { staffEvents, type PinHash } from './staff.events.ts';
import { foldStaff, type Staff } from './staff.fold.ts';

export interface StoredStaff extends Staff {
  readonly id: number;
}

const saveRow = upsert('staff', 'id', [
  'number',
  'name',
  'role',
  'home_desk',
  'active',
  'language',
  'pin',
  'badge',
  'lent_to',
  'lent_until',
  'clock',
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('staff').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) => db.selectFrom('staff').selectAll().where('id', '=', p.id));
const byNumber = query<{ number: string }>()((db, p) =>
  db
    .selectFrom('staff')
    .selectAll()
    .where('number', '=', p.number)
    .where('active', '=', 1)
    .orderBy((eb) => eb('pin', 'is', null))
    .orderBy('id', 'desc'),
);
const byBadge = query<{ badge: string }>()((db, p) =>
  db.selectFrom('staff').selectAll().where('badge', '=', p.badge).where('active', '=', 1),
);
const everyone = query()((db) => db.selectFrom('staff').selectAll().orderBy('number'));

export const staffProjector: AnyProjector = projector({
  noun: 'staff',
  catalogue: staffEvents,
  fold: foldStaff,
  load: (db, id) => findStaff(db, id) ?? null,
  save: (tx, id, staff) => saveRow.run(tx, toRow(id, staff)),
  remove: (tx, id) => void removeRow.run(tx, { id }),
});

export function findStaff(db: Db, id: number): StoredStaff | undefined {
  const row = byId.get(db, { id });
  return row && toStaff(row);
}

/** The active member of staff with this number: who can sign in, and of several the latest. */
export function findStaffByNumber(db: Db, number: string): StoredStaff | undefined {
  const row = byNumber.get(db, { number });
  return row && toStaff(row);
}

/** The active member of staff whose badge has one of these keyed hashes (badge.ts). */
export function findStaffByBadge(db: Db, hashes: readonly string[]): StoredStaff | undefined {
  for (const badge of hashes) {
    const row = byBadge.get(db, { badge });
    if (row) return toStaff(row);
  }
  return undefined;
}

/** Everybody on file, also who left, by number. */
export function listStaff(db: Db): StoredStaff[] {
  return everyone.all(db, {}).map(toStaff);
}

function toRow(id: number, staff: Staff): StaffTable {
  const { number, name, role, language, clock } = staff;
  const pin = staff.pin === null ? null : JSON.stringify(staff.pin);
  return {
    id,
    number,
    name,
    role,
    home_desk: staff.homeDesk,
    active: Number(staff.active),
    language,
    pin,
    badge: staff.badge,
    lent_to: staff.lent?.desk ?? null,
    lent_until: staff.lent?.until ?? null,
    clock,
  };
}

function toStaff(row: StaffTable): StoredStaff {
  const { id, number, name, badge, clock } = row;
  return {
    ...{ id, number, name, badge, clock },
    role: row.role as Role,
    homeDesk: row.home_desk,
    active: row.active === 1,
    language: row.language as Language,
    pin: row.pin === null ? null : (JSON.parse(row.pin) as PinHash),
    lent: row.lent_to === null ? null : { desk: row.lent_to, until: row.lent_until ?? 0 },
  };
}
