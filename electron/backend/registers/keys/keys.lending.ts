// What the keys' register says of borrowers: who has what, who was here last.
import type { Db } from '../../database/handle.ts';
import { latestTyped } from '../../journal/typed-order.ts';
import type { HeldItem, LendingFace } from '../register.ts';
import {
  findLastLent,
  lastLoanBefore,
  listNewestLoans,
  listOpenOf,
  listTracesOf,
} from './key-loans.store.ts';
import { findKey } from './keys.store.ts';

/** So many of the latest loans are looked through for who was here last: a day's work at a busy desk. */
const LOOKED_THROUGH = 200;

export const keysLending: LendingFace = {
  register: 'keys',
  heldBy: (db, borrowers) => borrowers.flatMap((borrower) => heldBy(db, borrower)),
  recentBorrowers(db, desk, limit) {
    const latest = latestTyped(db, { newest: listNewestLoans, lastBefore: lastLoanBefore }, LOOKED_THROUGH)
      .filter((loan) => loan.desk === desk && loan.state !== 'voided' && loan.state !== 'taken_back')
      .toSorted((a, b) => b.lentAt - a.lentAt || b.id - a.id);
    const first = new Map<number, number>();
    for (const { borrower, lentAt } of latest) if (!first.has(borrower)) first.set(borrower, lentAt);
    return [...first].slice(0, limit).map(([borrower, at]) => ({ borrower, at }));
  },
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
