// A page of a register's list, as its window asks for it.
import type { Db } from '../database/handle.ts';
import type { RecordsById } from '../database/records-by-id.ts';
import { pageAsTyped } from '../journal/typed-order.ts';

export interface ListInput<View extends string> {
  readonly view: View;
  /** What the page before answered as `next`; null for the first. */
  readonly before: readonly number[] | null;
  readonly limit: number;
}

export interface ListPage<Row> {
  readonly rows: Row[];
  readonly more: boolean;
  readonly next: number[];
}

/** Open views are read whole (a few hundred rows); `all` pages through history, what was typed last first. */
export function listPage<Open extends string, Stored extends { readonly id: number }, Row>(
  db: Db,
  { view, before, limit }: ListInput<Open | 'all'>,
  records: {
    readonly typed: RecordsById<Stored>;
    readonly open: (view: Open) => readonly Stored[];
    readonly toRow: (stored: Stored) => Row;
  },
): ListPage<Row> {
  const { typed, open, toRow } = records;
  if (view === 'all') {
    const { shown, ...page } = pageAsTyped(db, typed, { before, limit });
    return { rows: shown.map(toRow), ...page };
  }
  const found = open(view);
  return { rows: found.slice(0, limit).map(toRow), more: found.length > limit, next: [] };
}
