// SQL of staff and of failed sign-ins.
import type { StaffTable } from '../../../db/schema/people.ts';
import type { Language } from '../../api/boot.ts';
import type { Role } from '../../api/rights.ts';
import type { Db, Tx } from '../database/handle.ts';
import { change, query, upsert } from '../database/statement.ts';
import { projector, type AnyProjector } from '../journal/projector.ts';
import { staffEvents, type PinHash } from './staff.events.ts';
import { foldStaff, type Staff } from './staff.fold.ts';

export interface StoredStaff extends Staff {
  readonly id: number;
}

/** Failures in a row of one member of staff, and until when (UTC ms) further tries are refused. */
export interface SignInFailures {
  readonly failures: number;
  readonly waitUntil: number;
}

const saveRow = upsert('staff', 'id', [
  'number',
  'name',
  'role',
  'home_desk',
  'active',
  'language',
  'pin',
  'clock',
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('staff').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) => db.selectFrom('staff').selectAll().where('id', '=', p.id));
const byNumber = query<{ number: string }>()((db, p) =>
  db.selectFrom('staff').selectAll().where('number', '=', p.number).where('active', '=', 1),
);
const everyone = query()((db) => db.selectFrom('staff').selectAll().orderBy('number'));
const failuresOf = query<{ staff: number }>()((db, p) =>
  db.selectFrom('sign_in_failure').selectAll().where('staff', '=', p.staff),
);
const saveFailures = upsert('sign_in_failure', 'staff', ['failures', 'wait_until']);
const removeFailures = change<{ staff: number }>()((db, p) =>
  db.deleteFrom('sign_in_failure').where('staff', '=', p.staff),
);

export const staffProjector: AnyProjector = projector({
  noun: 'staff',
  catalogue: staffEvents,
  fold: foldStaff,
  load: (db, id) => findStaff(db, id) ?? null,
  save: (tx, id, staff) => void saveRow.run(tx, toRow(id, staff)),
  remove: (tx, id) => void removeRow.run(tx, { id }),
});

export function findStaff(db: Db, id: number): StoredStaff | undefined {
  const row = byId.get(db, { id });
  return row && toStaff(row);
}

/** The active member of staff with this number. */
export function findStaffByNumber(db: Db, number: string): StoredStaff | undefined {
  const row = byNumber.get(db, { number });
  return row && toStaff(row);
}

/** Everybody on file, also who left, by number. */
export function listStaff(db: Db): StoredStaff[] {
  return everyone.all(db, {}).map(toStaff);
}

export function readFailures(db: Db, staff: number): SignInFailures {
  const row = failuresOf.get(db, { staff });
  return { failures: row?.failures ?? 0, waitUntil: row?.wait_until ?? 0 };
}

export function writeFailures(tx: Tx, staff: number, { failures, waitUntil }: SignInFailures): void {
  saveFailures.run(tx, { staff, failures, wait_until: waitUntil });
}

export function clearFailures(tx: Tx, staff: number): void {
  removeFailures.run(tx, { staff });
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
    clock,
  };
}

function toStaff(row: StaffTable): StoredStaff {
  const { id, number, name, clock } = row;
  return {
    ...{ id, number, name, clock },
    role: row.role as Role,
    homeDesk: row.home_desk,
    active: row.active === 1,
    language: row.language as Language,
    pin: row.pin === null ? null : (JSON.parse(row.pin) as PinHash),
  };
}
