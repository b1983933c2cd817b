// Which loan or deposit an action of a random week is about: mostly one that it fits, now and then any.
import type { DepositRow } from '../../electron/api/deposits.contract.ts';
import type { LoanRow } from '../../electron/api/loans.contract.ts';

const SETTLED = ['refunded', 'part_refunded', 'forfeited', 'refund_pending'];

const FITTING_LOANS: Readonly<Record<string, (loan: LoanRow) => boolean>> = {
  giveBack: ({ state }) => state === 'open',
  giveBackSome: ({ state }) => state === 'open',
  lose: ({ state }) => state === 'open',
  takeBack: ({ state }) => state === 'open',
  reopen: ({ state }) => state === 'returned',
  found: ({ lines }) => lines.some(({ lost }) => lost > 0),
};

const FITTING_DEPOSITS: Readonly<Record<string, (deposit: DepositRow, isOver: boolean) => boolean>> = {
  settle: ({ state }, isOver) => isOver && (state === 'held' || state === 'unclaimed'),
  settleLate: ({ state }, isOver) => isOver && state === 'held',
  undoSettle: ({ state }) => SETTLED.includes(state),
  refundDone: ({ state }) => state === 'refund_pending',
  reverse: ({ offeredFen }) => offeredFen > 0,
  payShortfall: ({ shortfallFen, shortfallPaidFen }) => shortfallFen > shortfallPaidFen,
  undoShortfall: ({ shortfallPaidFen }) => shortfallPaidFen > 0,
};

const UNDOING: ReadonlySet<string> = new Set(['takeBack', 'reopen', 'undoSettle']);

/** The loan and the deposit that `n` chooses for an action. */
export function targetsOf(
  act: string,
  n: number,
  { loans, deposits }: { readonly loans: readonly LoanRow[]; readonly deposits: readonly DepositRow[] },
): { readonly loan: LoanRow | undefined; readonly deposit: DepositRow | undefined } {
  const over = new Set(loans.flatMap(({ id, state }) => (state === 'open' ? [] : [id])));
  const fittingLoan = FITTING_LOANS[act] ?? (() => true);
  const fittingDeposit = FITTING_DEPOSITS[act] ?? (() => true);
  // What is undone was typed a moment ago.
  const at = UNDOING.has(act) ? 0 : n;
  return {
    loan: choose(loans, at, fittingLoan),
    deposit: choose(deposits, at, (deposit) => fittingDeposit(deposit, over.has(deposit.loan))),
  };
}

function choose<T>(all: readonly T[], n: number, fits: (one: T) => boolean): T | undefined {
  const fitting = n % 5 === 4 ? all : all.filter(fits);
  return fitting[n % Math.max(1, fitting.length)];
}
