// What was lost with a borrower and is here again: its loan says so, and what was kept for it is offered back.
import type { Condition } from '../../../api/loan-states.ts';
import type { OfferedBack } from '../../../api/deposit-states.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { weigh, type Weights } from './deposits.rules.ts';
import { findType } from './items.store.ts';
import { loanEvents } from './loans.events.ts';
import type { DepositDesk } from './loans.parts.ts';
import type { StoredLoan } from './loans.row.ts';
import { listLost, listOpen } from './loans.store.ts';

/** So many of a loan's line. */
interface SomeOfLine {
  readonly line: number;
  readonly count: number;
}

/** What turns up against all that is still lost with the loan: by what replacing each costs, or else its deposit. */
export function weightsOf(
  db: Db,
  { lines }: Pick<StoredLoan, 'lines'>,
  line: number,
  count: number,
): Weights {
  const priced = lines.map(({ type: id, lost }) => {
    const type = findType(db, id);
    return { lost, priceFen: type?.lossPriceFen || type?.depositFen || 0 };
  });
  return weigh(priced, line, count);
}

/** The loan that an item was lost with, the latest of several; null where it was missed in the stand. */
export function lossOf(db: Db, item: number): { readonly loan: StoredLoan; readonly line: number } | null {
  const losses = [...listOpen(db), ...listLost(db)].flatMap((loan) => {
    const line = loan.lines.findIndex((each) => each.item === item && each.lost > 0);
    return line === -1 ? [] : [{ loan, line }];
  });
  return losses.toSorted((a, b) => b.loan.lentAt - a.loan.lentAt)[0] ?? null;
}

/** How many of a kind that goes by count were lost with loans of a desk. */
export function countLostWith(db: Db, type: number, desk: string): number {
  return [...listOpen(db), ...listLost(db)]
    .filter((loan) => loan.desk === desk)
    .flatMap(({ lines }) => lines.filter((line) => line.type === type && line.item === null))
    .reduce((sum, { lost }) => sum + lost, 0);
}

/** Appends that so much of a line was found; nobody has to approve that. Answers what may be given back for it. */
export function appendFound(
  deposits: Pick<DepositDesk, 'offer'>,
  command: Command,
  loan: StoredLoan,
  { line, count, condition }: SomeOfLine & { readonly condition: Condition },
): OfferedBack[] {
  const offered = deposits.offer(command, loan.id, weightsOf(command.tx, loan, line, count));
  const body = { line, count, condition };
  command.append(loanEvents, loan.id, { type: 'loan.found', body, sealed: null }, loan);
  return offered;
}
