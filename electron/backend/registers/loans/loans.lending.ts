// What borrowers' files and lists ask of loans: what somebody has, and who borrowed last.
import type { Db } from '../../database/handle.ts';
import { latestTyped } from '../../journal/typed-order.ts';
import type { HeldItem, LendingFace } from '../register.ts';
import { outOf } from './loans.fold.ts';
import { lineTitle } from './loans.search.ts';
import { findLastLent, lastLoanBefore, listNewest, listOpenOf, listTracesOf } from './loans.store.ts';

/** So many loans back is recent enough, however long the history is. */
const LOOKED_AT = 200;

export const loansLending: LendingFace = {
  register: 'loans',
  heldBy: (db, borrowers) =>
    listOpenOf(db, borrowers).flatMap(({ id: record, state, borrower, number, lentAt, dueAt, lines }) =>
      lines
        .filter((line) => outOf(state, line) > 0)
        .map((line): HeldItem => {
          const titles = { title: lineTitle(db, line, 'zh'), titleEn: lineTitle(db, line, 'en') };
          return { borrower, record, number, ...titles, lentAt, dueAt };
        }),
    ),
  recentBorrowers,
  lastLentTo: findLastLent,
  tracesOf: listTracesOf,
};

function recentBorrowers(db: Db, desk: string, limit: number) {
  const latest = latestTyped(db, { newest: listNewest, lastBefore: lastLoanBefore }, LOOKED_AT)
    .filter((loan) => loan.desk === desk && loan.state !== 'voided' && loan.state !== 'taken_back')
    .toSorted((a, b) => b.lentAt - a.lentAt || b.id - a.id);
  const seen = new Set<number>();
  const once = latest.filter(({ borrower }) => !seen.has(borrower) && seen.add(borrower));
  return once.slice(0, limit).map(({ borrower, lentAt: at }) => ({ borrower, at }));
}
