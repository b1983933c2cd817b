// How often each member of staff signed out: a token from before is worth nothing. Counted also while the disk is full.
import type { Database } from '../database/database.ts';
import { isDiskFull } from '../database/database-error.ts';
import type { Db, Tx } from '../database/handle.ts';
import { readCounter, writeCounter } from '../journal/journal.store.ts';

export interface SignOuts {
  count(staff: number): number;
  add(staff: number): void;
}

export function createSignOuts(database: Database): SignOuts {
  /** What the disk could not take yet. */
  const unkept = new Map<number, number>();
  const nameOf = (staff: number): string => `sign-out:${staff}`;
  const count = (db: Db | Tx, staff: number): number =>
    readCounter(db, nameOf(staff)) + (unkept.get(staff) ?? 0);
  return {
    count: (staff) => count(database.db, staff),
    add(staff) {
      try {
        database.write((tx) => writeCounter(tx, nameOf(staff), count(tx, staff) + 1));
        unkept.delete(staff);
      } catch (error) {
        if (!isDiskFull(error)) throw error;
        unkept.set(staff, (unkept.get(staff) ?? 0) + 1);
      }
    },
  };
}
