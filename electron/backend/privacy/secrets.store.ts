// SQL of the property's secrets.
import type { Db, Tx } from '../database/handle.ts';
import { change, query } from '../database/statement.ts';

const all = query()((db) => db.selectFrom('secret').selectAll());
const insert = change<{ name: string; wrapped: Uint8Array }>()((db, p) =>
  db.insertInto('secret').values({ name: p.name, wrapped: p.wrapped }),
);

const put = change<{ name: string; wrapped: Uint8Array }>()((db, p) =>
  db
    .insertInto('secret')
    .values({ name: p.name, wrapped: p.wrapped })
    .onConflict((oc) => oc.column('name').doUpdateSet({ wrapped: p.wrapped })),
);
const remove = change<{ name: string }>()((db, p) => db.deleteFrom('secret').where('name', '=', p.name));

export function readSecrets(db: Db): ReadonlyMap<string, Uint8Array> {
  return new Map(all.all(db, {}).map((row) => [row.name, row.wrapped]));
}

export function insertSecret(tx: Tx, name: string, wrapped: Uint8Array): void {
  insert.run(tx, { name, wrapped });
}

/** Writes a secret, or replaces it. */
export function putSecret(tx: Tx, name: string, wrapped: Uint8Array): void {
  put.run(tx, { name, wrapped });
}

export function deleteSecret(tx: Tx, name: string): void {
  remove.run(tx, { name });
}
