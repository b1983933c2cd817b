// SQL of the records' wrapped data keys.
import type { Db, Tx } from '../database/handle.ts';
import { change, query } from '../database/statement.ts';

export interface WrappedKey {
  readonly record: number;
  readonly wrapping: number;
  readonly wrapped: Uint8Array;
}

const byRecord = query<{ record: number }>()((db, p) =>
  db.selectFrom('record_key').selectAll().where('record', '=', p.record),
);
const insert = change<WrappedKey>()((db, p) =>
  db.insertInto('record_key').values({ record: p.record, wrapping: p.wrapping, wrapped: p.wrapped }),
);
const remove = change<{ record: number }>()((db, p) =>
  db.deleteFrom('record_key').where('record', '=', p.record),
);

export function findRecordKey(db: Db, record: number): WrappedKey | undefined {
  return byRecord.get(db, { record });
}

export function insertRecordKey(tx: Tx, key: WrappedKey): void {
  insert.run(tx, key);
}

export function deleteRecordKey(tx: Tx, record: number): void {
  remove.run(tx, { record });
}
