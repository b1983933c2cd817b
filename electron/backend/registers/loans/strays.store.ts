// All SQL of returns without a loan.
import { CONDITIONS } from '../../../api/loan-states.ts';
import type { StrayReturnTable } from '../../../../db/schema/deposits.ts';
import type { Db } from '../../database/handle.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { strayEvents } from './strays.events.ts';
import { foldStray, type StrayReturn } from './strays.fold.ts';

export interface StoredStray extends StrayReturn {
  readonly id: number;
}

const saveRow = upsert('stray_return', 'id', [
  ...(['state', 'type', 'item', 'count', 'condition', 'desk', 'day', 'clock', 'at', 'remarks'] as const),
  ...(['loan', 'line'] as const),
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('stray_return').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) =>
  db.selectFrom('stray_return').selectAll().where('id', '=', p.id),
);
const open = query()((db) =>
  db.selectFrom('stray_return').selectAll().where('state', '=', 'open').orderBy('id'),
);

export const strayProjector: AnyProjector = projector({
  noun: 'stray_return',
  catalogue: strayEvents,
  fold: foldStray,
  load: (db, id) => findStray(db, id) ?? null,
  save: (tx, id, stray) => saveRow.run(tx, { id, ...stray }),
  remove: (tx, id) => void removeRow.run(tx, { id }),
});

export function findStray(db: Db, id: number): StoredStray | undefined {
  const row = byId.get(db, { id });
  return row && toStray(row);
}

/** What came back and belongs to nobody yet, the longest waiting first. */
export function listOpenStrays(db: Db): StoredStray[] {
  return open.all(db, {}).map(toStray);
}

function toStray(row: StrayReturnTable): StoredStray {
  const states = ['open', 'matched', 'closed', 'taken_back'] as const;
  const condition = CONDITIONS.find((each) => each === row.condition) ?? 'ok';
  return { ...row, condition, state: states.find((state) => state === row.state) ?? 'open' };
}
