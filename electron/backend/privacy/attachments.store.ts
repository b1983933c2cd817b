// SQL of attachments: sealed bytes that an event names by their hash.
import type { AttachmentTable } from '../../../db/schema/lending.ts';
import type { Db, Tx } from '../database/handle.ts';
import { change, query } from '../database/statement.ts';

const insertOne = change<AttachmentTable>()((db, p) =>
  db
    .insertInto('attachment')
    .values({ record: p.record, hash: p.hash, sealed: p.sealed })
    .onConflict((oc) => oc.doNothing()),
);
const byHash = query<{ record: number; hash: Uint8Array }>()((db, p) =>
  db.selectFrom('attachment').select('sealed').where('record', '=', p.record).where('hash', '=', p.hash),
);
const ofRecord = query<{ record: number }>()((db, p) =>
  db.selectFrom('attachment').selectAll().where('record', '=', p.record),
);
const removeAll = change<{ record: number }>()((db, p) =>
  db.deleteFrom('attachment').where('record', '=', p.record),
);

/** One that is here already stays as it is. */
export function insertAttachment(tx: Tx, attachment: AttachmentTable): void {
  insertOne.run(tx, attachment);
}

export function findAttachment(db: Db, record: number, hash: Uint8Array): Uint8Array | undefined {
  return byHash.get(db, { record, hash })?.sealed;
}

export function listAttachments(db: Db, record: number): AttachmentTable[] {
  return ofRecord.all(db, { record });
}

export function deleteAttachments(tx: Tx, record: number): void {
  removeAll.run(tx, { record });
}
