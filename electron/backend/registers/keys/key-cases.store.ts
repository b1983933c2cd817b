// All SQL of the cases of lost keys.
import type { KeyCaseTable } from '../../../../db/schema/key-care.ts';
import type { CaseOutcome } from '../../../api/key-cases.contract.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { keyCaseEvents } from './key-cases.events.ts';
import { type CaseEntry, foldKeyCase, type KeyCase } from './key-cases.fold.ts';

/** A case with its record id. */
export interface StoredCase extends KeyCase {
  readonly id: number;
}

const saveRow = upsert('key_case', 'id', [
  ...(['open', 'key', 'loan', 'opened_at', 'outcome', 'closed_at', 'cost_fen', 'steps', 'clock'] as const),
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('key_case').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) => db.selectFrom('key_case').selectAll().where('id', '=', p.id));
const ofKey = query<{ key: number }>()((db, p) =>
  db.selectFrom('key_case').selectAll().where('key', '=', p.key).orderBy('opened_at', 'desc'),
);
const latest = query<{ limit: number }>()((db, p) =>
  db.selectFrom('key_case').selectAll().orderBy('open', 'desc').orderBy('opened_at', 'desc').limit(p.limit),
);

export const keyCaseProjector: AnyProjector = projector({
  noun: 'key_case',
  catalogue: keyCaseEvents,
  fold: foldKeyCase,
  load: (db, id) => findCase(db, id) ?? null,
  save: saveCase,
  remove: removeCase,
});

function saveCase(tx: Tx, id: number, { openedAt, closedAt, costFen, ...rest }: KeyCase): void {
  const { key, loan, outcome, steps, clock } = rest;
  saveRow.run(tx, {
    ...{ id, key, loan, outcome, clock, open: Number(outcome === null), steps: JSON.stringify(steps) },
    ...{ opened_at: openedAt, closed_at: closedAt, cost_fen: costFen },
  });
}

function removeCase(tx: Tx, id: number): void {
  removeRow.run(tx, { id });
}

export function findCase(db: Db, id: number): StoredCase | undefined {
  const row = byId.get(db, { id });
  return row && toCase(row);
}

/** The cases of a key, the latest first. */
export function listCasesOf(db: Db, key: number): StoredCase[] {
  return ofKey.all(db, { key }).map(toCase);
}

/** The open ones, then those that are over, the latest first. */
export function listCases(db: Db, limit: number): StoredCase[] {
  return latest.all(db, { limit }).map(toCase);
}

function toCase(row: KeyCaseTable): StoredCase {
  const { id, key, loan, clock } = row;
  return {
    ...{ id, key, loan, clock, openedAt: row.opened_at, closedAt: row.closed_at, costFen: row.cost_fen },
    outcome: row.outcome as CaseOutcome | null,
    steps: JSON.parse(row.steps) as CaseEntry[],
  };
}
