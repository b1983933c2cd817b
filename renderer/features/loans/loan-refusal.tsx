// Refusals of the loans register: beside a field where one is named, in a sentence otherwise.
import { ORPCError } from '@orpc/client';
import { useTranslation } from 'react-i18next';
import { depositErrors } from '../../../electron/api/deposit-states.ts';
import { loanErrors } from '../../../electron/api/loan-states.ts';
import { approvalFieldsRefused } from '../../app/approval/approval-values.ts';
import { borrowerFieldsRefused } from '../../app/lending/borrower-refusal.ts';
import { RefusalText } from '../../app/refusal.tsx';
import type { LoanBar } from '../../../electron/api/loan-states.ts';
import type { loans } from '../../copy/loans.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { yuan } from '../../ui/money.ts';

export type FieldMessage = Extract<keyof typeof loans, `field.${string}`>;

/** The data of a refusal of this name; null for any other. */
function dataOf<Code extends keyof typeof DATA>(error: unknown, code: Code) {
  if (!(error instanceof ORPCError) || error.code !== code) return null;
  return (DATA[code].safeParse(error.data).data ?? null) as ReturnType<(typeof DATA)[Code]['parse']> | null;
}

const DATA = {
  FIELD_NEEDED: loanErrors.FIELD_NEEDED.data,
  COUNT_WRONG: loanErrors.COUNT_WRONG.data,
  AMOUNT_WRONG: depositErrors.AMOUNT_WRONG.data,
  ITEM_NOT_AVAILABLE: loanErrors.ITEM_NOT_AVAILABLE.data,
  LOAN_BARRED: loanErrors.LOAN_BARRED.data,
  UNKNOWN_CODE: loanErrors.UNKNOWN_CODE.data,
  REFUND_ELSEWHERE: depositErrors.REFUND_ELSEWHERE.data,
  WRONG_STATE: loanErrors.WRONG_STATE.data,
} as const;

/** Field → message, for refusals that name a field; empty for the others. */
export function fieldsRefused(error: unknown): FieldErrors<FieldMessage> {
  const needed = dataOf(error, 'FIELD_NEEDED');
  if (needed) return { [needed.field]: 'field.needed' };
  if (dataOf(error, 'COUNT_WRONG')) return { count: 'field.count' };
  const amount = dataOf(error, 'AMOUNT_WRONG');
  if (amount) return { [amount.field]: 'field.amountWrong' };
  if (error instanceof ORPCError && error.code === 'RECEIPT_NEEDED') return { proof: 'field.receiptNeeded' };
  return { ...borrowerFieldsRefused(error), ...approvalFieldsRefused(error) };
}

/** Why nothing was lent, where that can be approved. */
export function barsOf(error: unknown): readonly LoanBar[] {
  return dataOf(error, 'LOAN_BARRED')?.bars ?? [];
}

const PLAIN: Readonly<Record<string, 'tooLate' | 'refundedAlready'>> = {
  TOO_LATE: 'tooLate',
  REFUNDED_ALREADY: 'refundedAlready',
};

/** One sentence for any refusal of this register's calls. */
export function LoanRefusal({ error }: { readonly error: unknown }) {
  const { t } = useTranslation(['loans', 'deposits']);
  const thing = dataOf(error, 'ITEM_NOT_AVAILABLE');
  if (thing) {
    if (thing.number !== null) return t('notAvailableOut', { number: thing.number });
    return thing.item === null
      ? t('notEnough', { left: thing.left })
      : t('notAvailable', { state: t(`item.${thing.state}`) });
  }
  const barred = dataOf(error, 'LOAN_BARRED');
  if (barred) return barred.bars.map((bar) => t(`bar.${bar}`)).join(' ');
  const code = dataOf(error, 'UNKNOWN_CODE');
  if (code) return t(`code.${code.reason}`);
  const elsewhere = dataOf(error, 'REFUND_ELSEWHERE');
  if (elsewhere) return t('deposits:refundElsewhere', { desk: elsewhere.desk });
  const amount = dataOf(error, 'AMOUNT_WRONG');
  if (amount) return t('amountWrong', { most: yuan(amount.mostFen) });
  if (dataOf(error, 'WRONG_STATE')) return t('wrongState');
  const plain = error instanceof ORPCError ? PLAIN[String(error.code)] : undefined;
  if (plain) return t(plain);
  return <RefusalText error={error} />;
}
