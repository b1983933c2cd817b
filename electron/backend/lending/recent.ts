// Who borrowed last at a desk, from a register's latest loans.
import type { Db } from '../database/handle.ts';
import type { RecordsById } from '../database/records-by-id.ts';
import { latestTyped } from '../journal/typed-order.ts';

interface RecentLoan {
  readonly id: number;
  readonly state: string;
  readonly desk: string;
  readonly borrower: number;
  readonly lentAt: number;
}

/** So many of the latest loans are looked through: a day's work at a busy desk, however long the history is. */
const LOOKED_THROUGH = 200;

/** Latest first, each once, with when that was (UTC ms). */
export function latestBorrowers<Loan extends RecentLoan>(
  db: Db,
  records: RecordsById<Loan>,
  desk: string,
  limit: number,
): { borrower: number; at: number }[] {
  const latest = latestTyped(db, records, LOOKED_THROUGH)
    .filter((loan) => loan.desk === desk && loan.state !== 'voided' && loan.state !== 'taken_back')
    .toSorted((a, b) => b.lentAt - a.lentAt || b.id - a.id);
  const first = new Map<number, number>();
  for (const { borrower, lentAt } of latest) if (!first.has(borrower)) first.set(borrower, lentAt);
  return Array.from(first, ([borrower, at]) => ({ borrower, at })).slice(0, limit);
}
