// SQL of policies: only those that somebody changed have a row.
import type { PolicyTable } from '../../../db/schema/policies.ts';
import type { PolicyValue } from '../../api/policies.contract.ts';
import type { Db } from '../database/handle.ts';
import { change, query, upsert } from '../database/statement.ts';
import { projector, type AnyProjector } from '../journal/projector.ts';
import { policyEvents } from './policies.events.ts';
import { foldPolicy, type PutPolicy } from './policies.fold.ts';

export interface StoredPolicy extends PutPolicy {
  readonly id: number;
}

const save = upsert('policy', 'id', ['key', 'value', 'revision', 'changed_at', 'staff', 'clock']);
const remove = change<{ id: number }>()((db, p) => db.deleteFrom('policy').where('id', '=', p.id));
const everyOne = query()((db) => db.selectFrom('policy').selectAll().orderBy('clock').orderBy('id'));

export const policyProjector: AnyProjector = projector<typeof policyEvents, PutPolicy>({
  noun: 'policy',
  catalogue: policyEvents,
  fold: foldPolicy,
  // A `put` says everything anew, so the fold never looks at the row before it.
  load: () => null,
  save: (tx, id, policy) => save.run(tx, toRow(id, policy)),
  remove: (tx, id) => void remove.run(tx, { id }),
});

/** All that were ever changed, the latest last. Two desks may have begun a record for the same policy each. */
export function listPolicies(db: Db): StoredPolicy[] {
  return everyOne.all(db, {}).map(toPolicy);
}

function toRow(id: number, { key, value, revision, changedAt, staff, clock }: PutPolicy): PolicyTable {
  const json = value === null ? null : JSON.stringify(value);
  return { id, key, value: json, revision, changed_at: changedAt, staff, clock };
}

function toPolicy({ value, changed_at: changedAt, ...row }: PolicyTable): StoredPolicy {
  return { ...row, changedAt, value: value === null ? null : (JSON.parse(value) as PolicyValue) };
}
