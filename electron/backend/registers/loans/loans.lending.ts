// What borrowers' files and lists ask of loans: what somebody has, and who borrowed last.
import { latestBorrowers } from '../../lending/recent.ts';
import type { HeldItem, LendingFace } from '../register.ts';
import { outOf } from './loans.fold.ts';
import { lineTitle } from './loans.search.ts';
import { findLastLent, listOpenOf, listTracesOf, typedLoans } from './loans.store.ts';

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
  recentBorrowers: (db, desk, limit) => latestBorrowers(db, typedLoans, desk, limit),
  lastLentTo: findLastLent,
  tracesOf: listTracesOf,
};
