// All SQL of stocktakes of keys.
import type { KeyStocktakeTable } from '../../../../db/schema/key-care.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { keyStocktakeEvents } from './key-stocktakes.events.ts';
import { type Difference, foldKeyStocktake, type KeyStocktake } from './key-stocktakes.fold.ts';
import type { Count, Finished } from './key-stocktakes.rules.ts';

/** A stocktake with its record id. */
export interface StoredStocktake extends KeyStocktake {
  readonly id: number;
}

const saveRow = upsert('key_stocktake', 'id', [
  ...(['open', 'desk', 'cabinet', 'started_at', 'started_by', 'finished_at', 'counts'] as const),
  ...(['expected', 'present', 'differences', 'clock'] as const),
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('key_stocktake').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) =>
  db.selectFrom('key_stocktake').selectAll().where('id', '=', p.id),
);
const openOnes = query()((db) =>
  db.selectFrom('key_stocktake').selectAll().where('open', '=', 1).orderBy('started_at', 'desc'),
);
const latest = query<{ limit: number }>()((db, p) =>
  db
    .selectFrom('key_stocktake')
    .selectAll()
    .orderBy('open', 'desc')
    .orderBy('started_at', 'desc')
    .limit(p.limit),
);
const finishedAt = query<{ desk: string }>()((db, p) =>
  db
    .selectFrom('key_stocktake')
    .select(['cabinet', 'finished_at as at'])
    .where('desk', '=', p.desk)
    .where('open', '=', 0)
    .orderBy('started_at', 'desc')
    .limit(500),
);

export const keyStocktakeProjector: AnyProjector = projector({
  noun: 'key_stocktake',
  catalogue: keyStocktakeEvents,
  fold: foldKeyStocktake,
  load: (db, id) => findStocktake(db, id) ?? null,
  save: saveStocktake,
  remove: removeStocktake,
});

function saveStocktake(tx: Tx, id: number, stocktake: KeyStocktake): void {
  const { desk, cabinet, startedAt, startedBy, finishedAt: at, counts, differences, ...rest } = stocktake;
  saveRow.run(tx, {
    ...{ id, desk, cabinet, started_at: startedAt, started_by: startedBy, finished_at: at },
    ...{ ...rest, open: Number(at === null) },
    ...{ counts: JSON.stringify(counts), differences: JSON.stringify(differences) },
  });
}

function removeStocktake(tx: Tx, id: number): void {
  removeRow.run(tx, { id });
}

export function findStocktake(db: Db, id: number): StoredStocktake | undefined {
  const row = byId.get(db, { id });
  return row && toStocktake(row);
}

/** Those that nobody has finished, the latest first. */
export function listOpenStocktakes(db: Db): StoredStocktake[] {
  return openOnes.all(db, {}).map(toStocktake);
}

/** The open ones, then those that are over, the latest first. */
export function listStocktakes(db: Db, limit: number): StoredStocktake[] {
  return latest.all(db, { limit }).map(toStocktake);
}

/** When a desk, or a cabinet of it, was counted. */
export function listFinished(db: Db, desk: string): Finished[] {
  return finishedAt.all(db, { desk }).flatMap(({ cabinet, at }) => (at === null ? [] : [{ cabinet, at }]));
}

function toStocktake(row: KeyStocktakeTable): StoredStocktake {
  const { id, desk, cabinet, expected, present, clock } = row;
  return {
    ...{ id, desk, cabinet, expected, present, clock },
    ...{ startedAt: row.started_at, startedBy: row.started_by, finishedAt: row.finished_at },
    counts: JSON.parse(row.counts) as Count[],
    differences: JSON.parse(row.differences) as Difference[],
  };
}
