// Who wrote the last entry of a record, for taking it back a moment later 撤销.
import type { Db } from '../../database/handle.ts';
import { entriesOf } from '../../journal/entries.ts';
import { mayTakeBack } from '../../shared/entries.rules.ts';

/** Who would take an entry back, where and when (UTC ms). */
export interface TakingBack {
  readonly staff: number | null;
  readonly desk: string | null;
  readonly now: number;
}

/** What goes with an entry. */
const BESIDES = /\.(reprinted|signed)$/;

/**
 * Whether the record's latest entry is of this type and theirs, made at this desk a moment ago. Printing and
 * signing are no entries.
 */
export function mayTakeBackLast(db: Db, record: number, type: string, by: TakingBack): boolean {
  const last = entriesOf(db, record, BESIDES).at(-1);
  if (last?.type !== type || last.desk !== by.desk) return false;
  return mayTakeBack({ staff: last.staff, at: last.recordedAt }, by);
}
