// What the keys' register says of borrowers: who has what, who was here last.
import type { Db } from '../../database/handle.ts';
import { latestBorrowers } from '../../lending/recent.ts';
import type { HeldItem, LendingFace } from '../register.ts';
import { findLastLent, listOpenOf, listTracesOf, typedLoans } from './key-loans.store.ts';
import { findKey } from './keys.store.ts';

export const keysLending: LendingFace = {
  register: 'keys',
  heldBy: (db, borrowers) => borrowers.flatMap((borrower) => heldBy(db, borrower)),
  recentBorrowers: (db, desk, limit) => latestBorrowers(db, typedLoans, desk, limit),
  lastLentTo: findLastLent,
  tracesOf: listTracesOf,
};

function heldBy(db: Db, borrower: number): HeldItem[] {
  return listOpenOf(db, borrower).flatMap(({ id: record, number, lines, lentAt, dueAt }) =>
    lines
      .filter(({ back, pieces, lost }) => back < pieces && !lost)
      .map(({ key, name }) => {
        const title = name ?? findKey(db, key)?.name ?? null;
        return { borrower, record, number, title, lentAt, dueAt };
      }),
  );
}
