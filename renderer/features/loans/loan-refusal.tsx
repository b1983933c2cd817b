// Refusals of the loans register: beside a field where one is named, in a sentence otherwise.
import { ORPCError } from '@orpc/client';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DEPOSIT_STATES, depositErrors } from '../../../electron/api/deposit-states.ts';
import { ITEM_STATES, LOAN_STATES, loanErrors } from '../../../electron/api/loan-states.ts';
import { approvalFieldsRefused } from '../../app/approval/approval-values.ts';
import { borrowerFieldsRefused } from '../../app/lending/borrower-refusal.ts';
import { RefusalText } from '../../app/refusal.tsx';
import type { LoanBar } from '../../../electron/api/loan-states.ts';
import type { loans } from '../../copy/loans.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { useServices } from '../../app/services.ts';
import { yuan } from '../../ui/money.ts';
import { useTypeName } from './type-name.ts';

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

/** What a refusal of this name says beside which field. */
const NAMED: Readonly<Record<string, FieldErrors<FieldMessage>>> = {
  RECEIPT_NEEDED: { proof: 'field.receiptNeeded' },
  PAYER_UNPROVEN: { verified: 'field.notThePayer' },
  SIGNATURE_NEEDED: { signature: 'field.signature' },
  SIGNATURE_WRONG: { signature: 'field.signature' },
};

/** Field → message, for refusals that name a field; empty for the others. */
export function fieldsRefused(error: unknown): FieldErrors<FieldMessage> {
  const needed = dataOf(error, 'FIELD_NEEDED');
  if (needed) return { [needed.field]: needed.field === 'dueAt' ? 'field.laterNeeded' : 'field.needed' };
  if (dataOf(error, 'COUNT_WRONG')) return { count: 'field.count' };
  const named = error instanceof ORPCError ? NAMED[String(error.code)] : undefined;
  if (named) return named;
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
  if (thing) return <NotAvailable thing={thing} />;
  const barred = dataOf(error, 'LOAN_BARRED');
  if (barred) return barred.bars.map((bar) => t(`bar.${bar}`)).join(' ');
  const code = dataOf(error, 'UNKNOWN_CODE');
  if (code) return t(`code.${code.reason}`);
  const elsewhere = dataOf(error, 'REFUND_ELSEWHERE');
  if (elsewhere) return t('deposits:refundElsewhere', { desk: elsewhere.desk });
  const amount = dataOf(error, 'AMOUNT_WRONG');
  if (amount) return t('amountWrong', { most: yuan(amount.mostFen) });
  const wrong = dataOf(error, 'WRONG_STATE');
  if (wrong) return <WrongState {...wrong} />;
  const plain = error instanceof ORPCError ? PLAIN[String(error.code)] : undefined;
  if (plain) return t(plain);
  return <RefusalText error={error} />;
}

type Data<Code extends keyof typeof DATA> = ReturnType<(typeof DATA)[Code]['parse']>;

/** Which thing it is about, how it stands, and what to do now. */
function NotAvailable({ thing }: { readonly thing: Data<'ITEM_NOT_AVAILABLE'> }) {
  const { t } = useTranslation('loans');
  const { calls } = useServices();
  const nameOf = useTypeName();
  const { type, item, state, number, left } = thing;
  const types = useQuery(calls.loans.types.queryOptions());
  const items = useQuery({ ...calls.loans.items.queryOptions({ input: { type } }), enabled: item !== null });
  const kind = types.data?.find(({ id }) => id === type);
  const asset = items.data?.find(({ id }) => id === item)?.asset;
  const what = [kind && nameOf(kind), asset].filter(Boolean).join(' ');
  if (item === null) return t('notEnough', { what, left });
  if (number !== null) return t('notAvailableOut', { what, number });
  return `${t('notAvailable', { what, state: t(`item.${state}`) })}${t(`now.${state}`)}`;
}

/** How it stands instead, where that is a state of this register. */
function WrongState({ record, state }: Data<'WRONG_STATE'>) {
  const { t } = useTranslation(['loans', 'deposits']);
  const { calls } = useServices();
  const ofItem = ITEM_STATES.find((each) => each === state);
  const ofLoan = LOAN_STATES.find((each) => each === state);
  const ofDeposit = DEPOSIT_STATES.find((each) => each === state);
  const items = useQuery({
    ...calls.loans.items.queryOptions({ input: { type: null } }),
    enabled: ofItem !== undefined,
  });
  const asset = items.data?.find(({ id }) => id === record)?.asset;
  if (ofItem && asset) return t('wrongStateIs', { what: asset, state: t(`item.${ofItem}`) });
  if (ofLoan) return t('wrongStateIs', { what: t('shown.loan'), state: t(`state.${ofLoan}`) });
  if (ofDeposit) {
    return t('wrongStateIs', { what: t('deposit'), state: t(`deposits:state.${ofDeposit}`) });
  }
  return t('wrongState');
}
