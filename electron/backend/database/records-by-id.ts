// The records of a view by their ids, the highest first: how a register's history is paged.
import type { Schema } from '../../../db/schema/index.ts';
import type { Db } from './handle.ts';
import type { IdRange } from './id-range.ts';
import { query, type Query } from './statement.ts';

/** Views of records that are listed as they were typed. */
type Listed = 'visit' | 'key_loan' | 'loan';

export interface RecordsById<Stored> {
  /** Records of any state from the id `from` up to below `before`, the highest id first. */
  newest(db: Db, range: IdRange): Stored[];
  /** The highest record id below `before`; undefined where there is none. */
  lastBefore(db: Db, before: number): number | undefined;
}

/** `read` makes of a row what the register's store answers. */
export function recordsById<View extends Listed, Stored>(
  view: View,
  read: (row: Schema[View]) => Stored,
): RecordsById<Stored> {
  // Kysely sees all of these views at once: which one it is, `view` says.
  const table: Listed = view;
  const newest = query<IdRange>()((db, p) =>
    db
      .selectFrom(table)
      .selectAll()
      .where('id', '>=', p.from)
      .where('id', '<', p.before)
      .orderBy('id', 'desc')
      .limit(p.limit),
  ) as Query<IdRange, unknown> as Query<IdRange, Schema[View]>;
  const lastBefore = query<{ before: number }>()((db, p) =>
    db.selectFrom(table).select('id').where('id', '<', p.before).orderBy('id', 'desc').limit(1),
  );
  return {
    newest: (db, range) => newest.all(db, range).map(read),
    lastBefore: (db, before) => lastBefore.get(db, { before })?.id,
  };
}
