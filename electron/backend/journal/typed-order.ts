// A register's records in the order in which they were typed, page by page, also where several journals wrote them.
import { joinId, journalOf } from '../../../head-office/protocol/ids.ts';
import type { Db } from '../database/handle.ts';
import type { RecordsById } from '../database/records-by-id.ts';
import { findFirstClock } from './journal.store.ts';

export interface TypedPage<Row> {
  readonly shown: Row[];
  readonly more: boolean;
  /** The lowest record shown of each journal, up to now: what the next page begins below. */
  readonly next: number[];
}

/** The journals that records began in, the highest id first: one, unless journals were exchanged or followed. */
function journalsOf(db: Db, { lastBefore }: Pick<RecordsById<never>, 'lastBefore'>): number[] {
  const journals: number[] = [];
  let last = lastBefore(db, Number.MAX_SAFE_INTEGER);
  while (last !== undefined) {
    const journal = journalOf(last);
    journals.push(journal);
    last = lastBefore(db, joinId(journal, 0));
  }
  return journals;
}

/** Up to `limit` records of each journal below the id that `before` has of it, what was typed last first. */
function newestOfEach<Row extends { readonly id: number }>(
  db: Db,
  records: RecordsById<Row>,
  { before, limit }: { readonly before: readonly number[]; readonly limit: number },
): Row[][] {
  const ends = new Map(before.map((id) => [journalOf(id), id]));
  return journalsOf(db, records).map((journal) =>
    records.newest(db, {
      from: joinId(journal, 0),
      before: Math.min(ends.get(journal) ?? Number.MAX_SAFE_INTEGER, joinId(journal + 1, 0)),
      limit,
    }),
  );
}

/** The latest `limit` records of every journal, in no order among journals. */
export function latestTyped<Row extends { readonly id: number }>(
  db: Db,
  records: RecordsById<Row>,
  limit: number,
): Row[] {
  return newestOfEach(db, records, { before: [], limit }).flat();
}

/**
 * Records of one journal stand in the order in which they were typed; those of several are merged by the time of their
 * first event. A page and one more are read of each, however long the history is.
 */
export function pageAsTyped<Row extends { readonly id: number }>(
  db: Db,
  records: RecordsById<Row>,
  { before, limit }: { readonly before: readonly number[] | null; readonly limit: number },
): TypedPage<Row> {
  const pages = newestOfEach(db, records, { before: before ?? [], limit: limit + 1 });
  const found = pages.length < 2 ? (pages[0] ?? []) : merged(db, pages.flat());
  const shown = found.slice(0, limit);
  return { shown, more: found.length > limit, next: placeAfter(before ?? [], shown) };
}

function merged<Row extends { readonly id: number }>(db: Db, rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, at: findFirstClock(db, row.id) }))
    .toSorted((a, b) => b.at - a.at || b.row.id - a.row.id)
    .map(({ row }) => row);
}

function placeAfter(before: readonly number[], shown: readonly { readonly id: number }[]): number[] {
  const ends = new Map(before.map((id) => [journalOf(id), id]));
  for (const { id } of shown) {
    ends.set(journalOf(id), Math.min(id, ends.get(journalOf(id)) ?? Number.MAX_SAFE_INTEGER));
  }
  return [...ends.values()];
}
