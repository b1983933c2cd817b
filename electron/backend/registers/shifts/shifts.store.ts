// All SQL of shifts.
import type { ShiftTable } from '../../../../db/schema/shifts.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { shiftEvents } from './shifts.events.ts';
import { foldShift, type Shift, type ShiftName } from './shifts.fold.ts';

export interface StoredShift extends Shift {
  readonly id: number;
}

const saveRow = upsert('shift', 'id', [
  'number',
  'desk',
  'day',
  'name',
  'lead',
  'on_duty',
  'opened_at',
  'closed_at',
  'clock',
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('shift').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) => db.selectFrom('shift').selectAll().where('id', '=', p.id));
const openAt = query<{ desk: string }>()((db, p) =>
  db
    .selectFrom('shift')
    .selectAll()
    .where('desk', '=', p.desk)
    .where('closed_at', 'is', null)
    .orderBy('opened_at', 'desc'),
);

export const shiftsProjector: AnyProjector = projector({
  noun: 'shift',
  catalogue: shiftEvents,
  fold: foldShift,
  load: (db, id) => findShift(db, id) ?? null,
  save: saveShift,
  remove: removeShift,
});

function saveShift(tx: Tx, id: number, shift: Shift): void {
  saveRow.run(tx, toRow(id, shift));
}

function removeShift(tx: Tx, id: number): void {
  removeRow.run(tx, { id });
}

export function findShift(db: Db, id: number): StoredShift | undefined {
  const row = byId.get(db, { id });
  return row && toShift(row);
}

/** The open shifts of a desk, latest first; more than one means that handovers are due. */
export function listOpenShifts(db: Db, desk: string): StoredShift[] {
  return openAt.all(db, { desk }).map(toShift);
}

function toRow(id: number, shift: Shift): ShiftTable {
  const { number, desk, day, name, lead, clock } = shift;
  return {
    ...{ id, number, desk, day, name, lead, clock },
    on_duty: JSON.stringify(shift.onDuty),
    opened_at: shift.openedAt,
    closed_at: shift.closedAt,
  };
}

function toShift(row: ShiftTable): StoredShift {
  const { id, number, desk, day, lead, clock } = row;
  return {
    ...{ id, number, desk, day, lead, clock },
    name: row.name as ShiftName,
    onDuty: JSON.parse(row.on_duty) as number[],
    openedAt: row.opened_at,
    closedAt: row.closed_at,
  };
}
