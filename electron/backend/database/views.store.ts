// SQL over whole views, whatever their columns: clearing and comparing them.
import type { VIEWS } from '../../../db/views.ts';
import type { Db, Tx } from './handle.ts';
import { query } from './statement.ts';

export type ViewName = (typeof VIEWS)[number];

/** The name under which a check sees the live database beside its own fresh tables. */
export const LIVE = 'live';

const locked = query()((db) =>
  db
    .selectFrom('record_issue')
    .select((eb) => eb.fn.count<number>('record').distinct().as('records'))
    .where('kind', '=', 'LOCKED'),
);

/** `view` is one of our own table names, never input. */
export function clearView(tx: Tx, view: ViewName): void {
  tx.connection.exec(`DELETE FROM "${view}"`);
}

/** Rows that the fresh table has and the live one lacks (`missing`), and the other way round (`extra`). */
export function compareView(db: Db, view: ViewName): { readonly missing: number; readonly extra: number } {
  const count = (left: string, right: string): number =>
    Number(
      db.connection
        .prepare(`SELECT count(*) FROM (SELECT * FROM ${left} EXCEPT SELECT * FROM ${right})`)
        .pluck()
        .get(),
    );
  const fresh = `main."${view}"`;
  const live = `${LIVE}."${view}"`;
  return { missing: count(fresh, live), extra: count(live, fresh) };
}

/** Records that have an event whose key is not here. */
export function countLockedIssues(db: Db): number {
  return locked.get(db, {})?.records ?? 0;
}
