// SQL of scan codes: which records a printed code may mean. A view, kept by the registers that print codes.
import type { Db, Tx } from '../database/handle.ts';
import { change, query } from '../database/statement.ts';

const insert = change<{ code: number; record: number }>()((db, p) =>
  db
    .insertInto('scan_code')
    .values({ code: p.code, record: p.record })
    .onConflict((oc) => oc.doNothing()),
);
const remove = change<{ code: number; record: number }>()((db, p) =>
  db.deleteFrom('scan_code').where('code', '=', p.code).where('record', '=', p.record),
);
const byCode = query<{ code: number }>()((db, p) =>
  db.selectFrom('scan_code').select('record').where('code', '=', p.code).orderBy('record', 'desc'),
);

/** Codes begin with 10 to 59, so their 16 digits are safe integers. */
export function insertScanCode(tx: Tx, code: string, record: number): void {
  insert.run(tx, { code: Number(code), record });
}

export function deleteScanCode(tx: Tx, code: string, record: number): void {
  remove.run(tx, { code: Number(code), record });
}

/** The records a code was printed for, newest first. */
export function findByScanCode(db: Db, code: string): number[] {
  return byCode.all(db, { code: Number(code) }).map((row) => row.record);
}
