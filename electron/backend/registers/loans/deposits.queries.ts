// What the window reads of deposits, in the contract's shapes.
import { isOpenDeposit } from '../../../api/deposit-states.ts';
import type { DepositDetail, DepositRow } from '../../../api/deposits.contract.ts';
import type { Db } from '../../database/handle.ts';
import { listIssues } from '../../journal/journal.store.ts';
import { maskPhone } from '../../shared/masked-phone.ts';
import type { TakingBack } from './deposits.entry.ts';
import { mayUndoShortfall } from './deposits.bill.ts';
import { mayUndoSettle } from './deposits.service.ts';
import { payerPhoneOf } from './deposits.payer.ts';
import { findDeposit, listDeposits, listDepositsOf, type StoredDeposit } from './deposits.store.ts';
import { findLoan } from './loans.store.ts';

/** Who asks: what they may take back, and whether they see whole phones. */
export interface Asking extends TakingBack {
  readonly phones: 'masked' | 'whole';
}

/** `held`, `pending`, `unclaimed`: the longest waiting first. `all`: newest first. */
export function readDeposits(
  db: Db,
  { view, limit }: { readonly view: 'held' | 'pending' | 'unclaimed' | 'all'; readonly limit: number },
): DepositRow[] {
  return listDeposits(db, view, limit).map((deposit) => toRow(db, deposit));
}

/** What was taken for a loan, first one first. */
export function readDepositsOf(db: Db, loan: number): DepositRow[] {
  return listDepositsOf(db, loan).map((deposit) => toRow(db, deposit));
}

/** One deposit with its settlement; null where there is none of this id. */
export function readDeposit(db: Db, id: number, asking: Asking): DepositDetail | null {
  const deposit = findDeposit(db, id);
  if (!deposit) return null;
  const { reference, items, settlements, method, desk } = deposit;
  const [first] = settlements;
  const payerPhone = payerPhoneOf(db, deposit);
  const loan = findLoan(db, deposit.loan);
  const here = method !== 'cash' || desk === asking.desk;
  return {
    ...toRow(db, deposit),
    payerPhone: asking.phones === 'masked' ? maskPhone(payerPhone) : payerPhone,
    ...{ reference, items },
    deductions: [...(first?.deductions ?? [])],
    ...{ proof: first?.proof ?? null, proxyName: first?.proxyName ?? null },
    verified: asking.phones === 'masked' ? null : (first?.verified ?? null),
    ...{ settledAt: first?.at ?? null, settledDesk: first?.desk ?? null },
    signed: deposit.signed,
    maySettle: isOpenDeposit(deposit) && here && loan !== undefined && loan.state !== 'open',
    mayUndo: mayUndoSettle(db, deposit, asking),
    mayUndoShortfall: mayUndoShortfall(db, deposit.id, asking),
  };
}

function toRow(db: Db, deposit: StoredDeposit): DepositRow {
  const { id, number, loan, state, desk, method, amountFen, refundedFen, deductedFen } = deposit;
  const { pendingFen, shortfallFen, payerName, takenAt, unclaimedAt, settlements } = deposit;
  const { shortfallPaidFen, offeredFen } = deposit;
  return {
    ...{ id, number, loan, state, desk, method, amountFen, refundedFen, deductedFen, pendingFen },
    ...{ shortfallPaidFen, offeredFen },
    ...{ shortfallFen, payerName, takenAt, unclaimedAt, loanNumber: findLoan(db, loan)?.number ?? null },
    receiptLost: settlements[0]?.proof === 'receiptLost',
    issues: listIssues(db, id),
  };
}
