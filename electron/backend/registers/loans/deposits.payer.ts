// Who paid a deposit, as far as it is not in the receipt itself.
import type { Db } from '../../database/handle.ts';
import type { StoredDeposit } from './deposits.store.ts';
import { findLoan } from './loans.store.ts';

/** As the loan says it while that names whoever paid; receipts of an earlier program hold it themselves. */
export function payerPhoneOf(
  db: Db,
  { loan: id, payerName, payerPhone }: Pick<StoredDeposit, 'loan' | 'payerName' | 'payerPhone'>,
): string | null {
  if (payerPhone !== null) return payerPhone;
  const loan = findLoan(db, id);
  return loan && loan.borrowerName === payerName ? loan.borrowerPhone : null;
}
