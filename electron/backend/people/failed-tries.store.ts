// SQL of failed tries: how often in a row, and until when (UTC ms) further ones are refused.
import type { Db, Tx } from '../database/handle.ts';
import { change, query, upsert } from '../database/statement.ts';

export interface Failures {
  readonly failures: number;
  readonly waitUntil: number;
}

const byName = query<{ name: string }>()((db, p) =>
  db.selectFrom('failed_try').selectAll().where('name', '=', p.name),
);
const save = upsert('failed_try', 'name', ['failures', 'wait_until']);
const remove = change<{ name: string }>()((db, p) => db.deleteFrom('failed_try').where('name', '=', p.name));
const removeBefore = change<{ before: number }>()((db, p) =>
  db.deleteFrom('failed_try').where('wait_until', '<', p.before),
);

export function readFailures(db: Db, name: string): Failures {
  const row = byName.get(db, { name });
  return { failures: row?.failures ?? 0, waitUntil: row?.wait_until ?? 0 };
}

export function writeFailures(tx: Tx, name: string, { failures, waitUntil }: Failures): void {
  save.run(tx, { name, failures, wait_until: waitUntil });
}

export function clearFailures(tx: Tx, name: string): void {
  remove.run(tx, { name });
}

/** Forgets what ended before then: numbers that nobody has are typed once and never again. */
export function clearFailuresBefore(tx: Tx, before: number): void {
  removeBefore.run(tx, { before });
}
