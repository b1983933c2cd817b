// Which paper of a deposit is printed: from the record as it is, or none where it says nothing any more.
import { isOpenDeposit } from '../../../api/deposit-states.ts';
import type { Language } from '../../../api/boot.ts';
import type { Db } from '../../database/handle.ts';
import type { Slip } from '../../devices/printer/slip.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import type { SearchCard, SlipOrder } from '../register.ts';
import { payerPhoneOf } from './deposits.payer.ts';
import { depositReceipt, depositRefund, lostReceiptStatement } from './deposits.slip.ts';
import { findDeposit } from './deposits.store.ts';
import { findLoan } from './loans.store.ts';

/**
 * A receipt while it is open, a refund slip while the settlement stands; null for every other order. A settlement that
 * was taken back needs no paper, however long the printer was away.
 */
export function depositPaper(
  db: Db,
  { record, kind, language, reprint }: SlipOrder,
  placeOf: (language: Language, desk: string) => SlipPlace,
): Slip | null {
  const stored = findDeposit(db, record);
  if (!stored || stored.payerName === null) return null;
  const deposit = { ...stored, payerPhone: payerPhoneOf(db, stored) };
  const [first] = deposit.settlements;
  const loanNumber = findLoan(db, deposit.loan)?.number ?? null;
  const parts = (desk: string) => ({ language, reprint, loanNumber, place: placeOf(language, desk) });
  switch (kind) {
    case 'depositReceipt':
      return isOpenDeposit(deposit) ? depositReceipt(deposit, 'customer', parts(deposit.desk)) : null;
    case 'depositReceiptDesk':
      return isOpenDeposit(deposit) ? depositReceipt(deposit, 'desk', parts(deposit.desk)) : null;
    case 'depositRefund':
      return first ? depositRefund(deposit, first, parts(first.desk)) : null;
    case 'receiptLost':
      return first?.proof === 'receiptLost' ? lostReceiptStatement(deposit, first, parts(first.desk)) : null;
    default:
      return null;
  }
}

/** A deposit as the box names it for a scanned receipt and for approvals; it is found by its loan. */
export function depositCard(db: Db, record: number): SearchCard | null {
  const deposit = findDeposit(db, record);
  if (!deposit) return null;
  const { number, state, payerName: title, items: company, desk: place, takenAt: at } = deposit;
  const phone = payerPhoneOf(db, deposit);
  return {
    hit: {
      state,
      open: isOpenDeposit(deposit) || state === 'refund_pending',
      number,
      title,
      company,
      place,
      phone,
      at,
    },
    ...{ dueAt: null, terms: null },
  };
}
