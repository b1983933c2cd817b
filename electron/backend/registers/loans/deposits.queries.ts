// What the window reads of deposits, in the contract's shapes.
import type { DepositDetail, DepositRow } from '../../../api/deposits.contract.ts';
import type { Db } from '../../database/handle.ts';
import { listIssues } from '../../journal/journal.store.ts';
import { maskPhone } from '../../shared/masked-phone.ts';
import type { TakingBack } from './deposits.entry.ts';
import type { DepositsParts } from './deposits.parts.ts';
import { mayUndoSettle } from './deposits.service.ts';
import { findDeposit, listDeposits, listDepositsOf, type StoredDeposit } from './deposits.store.ts';
import { isOpen } from './deposits.with-loan.ts';

type LoanOf = DepositsParts['loanOf'];

/** Who asks: what they may take back, and whether they see whole phones. */
export interface Asking extends TakingBack {
  readonly phones: 'masked' | 'whole';
}

/** `held`, `pending`, `unclaimed`: the longest waiting first. `all`: newest first. */
export function readDeposits(
  db: Db,
  loanOf: LoanOf,
  { view, limit }: { readonly view: 'held' | 'pending' | 'unclaimed' | 'all'; readonly limit: number },
): DepositRow[] {
  return listDeposits(db, view, limit).map((deposit) => toRow(db, loanOf, deposit));
}

export function readDepositsOf(db: Db, loanOf: LoanOf, loan: number): DepositRow[] {
  return listDepositsOf(db, loan).map((deposit) => toRow(db, loanOf, deposit));
}

/** One deposit with its settlement; null where there is none of this id. */
export function readDeposit(db: Db, loanOf: LoanOf, id: number, asking: Asking): DepositDetail | null {
  const deposit = findDeposit(db, id);
  if (!deposit) return null;
  const { payerPhone, reference, items, settlements, method, desk } = deposit;
  const [first] = settlements;
  const loan = loanOf(db, deposit.loan);
  const here = method !== 'cash' || desk === asking.desk;
  return {
    ...toRow(db, loanOf, deposit),
    payerPhone: asking.phones === 'masked' ? maskPhone(payerPhone) : payerPhone,
    ...{ reference, items },
    deductions: [...(first?.deductions ?? [])],
    ...{ proof: first?.proof ?? null, proxyName: first?.proxyName ?? null },
    ...{ settledAt: first?.at ?? null, settledDesk: first?.desk ?? null },
    maySettle: isOpen(deposit) && here && loan !== null && loan.state !== 'open',
    mayUndo: mayUndoSettle(db, deposit, asking),
  };
}

function toRow(db: Db, loanOf: LoanOf, deposit: StoredDeposit): DepositRow {
  const { id, number, loan, state, desk, method, amountFen, refundedFen, deductedFen } = deposit;
  const { pendingFen, shortfallFen, payerName, takenAt, unclaimedAt, settlements } = deposit;
  return {
    ...{ id, number, loan, state, desk, method, amountFen, refundedFen, deductedFen, pendingFen },
    ...{ shortfallFen, payerName, takenAt, unclaimedAt, loanNumber: loanOf(db, loan)?.number ?? null },
    receiptLost: settlements[0]?.proof === 'receiptLost',
    issues: listIssues(db, id),
  };
}
