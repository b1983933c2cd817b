// What the form of a loan holds beside its things and its borrower, and what is sent. Pure.
import type { PayMethod } from '../../../electron/api/deposit-states.ts';
import type { LoanForm } from '../../../electron/api/loan-forms.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { readYuan } from '../../ui/money.ts';
import type { FieldMessage } from './loan-refusal.tsx';

export interface DepositValues {
  /** Null as long as nobody has chosen: then what the types ask for is taken, and nothing where they ask for nothing. */
  readonly how: 'paid' | 'waived' | 'none' | null;
  /** As typed, in yuan; null for what the types ask for. */
  readonly amount: string | null;
  readonly method: PayMethod;
  readonly reference: string;
  readonly reason: string;
}

export const emptyDeposit: DepositValues = {
  how: null,
  amount: null,
  method: 'cash',
  reference: '',
  reason: '',
};

/** How the deposit stands on the form. `askedFen` is what the types ask for. */
export function howOf(deposit: DepositValues, askedFen: number): 'paid' | 'waived' | 'none' {
  return deposit.how ?? (askedFen > 0 ? 'paid' : 'none');
}

/** Fen that are taken; NaN where the field holds no amount. */
export function amountOf(deposit: DepositValues, askedFen: number): number {
  return deposit.amount === null ? askedFen : readYuan(deposit.amount);
}

export function wrongInDeposit(deposit: DepositValues, askedFen: number): FieldErrors<FieldMessage> {
  switch (howOf(deposit, askedFen)) {
    case 'none':
      return {};
    case 'waived':
      return deposit.reason.trim() === '' ? { reason: 'field.needed' } : {};
    case 'paid': {
      const fen = amountOf(deposit, askedFen);
      const less = fen < askedFen && deposit.reason.trim() === '';
      return {
        ...(fen > 0 ? {} : { amountFen: 'field.amount' }),
        ...(less ? { reason: 'field.lessReason' } : {}),
        ...(deposit.method !== 'cash' && deposit.reference.trim() === ''
          ? { reference: 'field.referenceNeeded' }
          : {}),
      };
    }
  }
}

export function depositSent(deposit: DepositValues, askedFen: number): LoanForm['deposit'] {
  const { method, reference, reason } = deposit;
  switch (howOf(deposit, askedFen)) {
    case 'none':
      return null;
    case 'waived':
      return { how: 'waived', reason };
    case 'paid': {
      const amountFen = amountOf(deposit, askedFen);
      const why = amountFen < askedFen ? reason : null;
      return { how: 'paid', amountFen, method, reference: method === 'cash' ? null : reference, reason: why };
    }
  }
}

/** Fen of what is asked for that are not taken. */
export function waivedFen(deposit: DepositValues, askedFen: number): number {
  const how = howOf(deposit, askedFen);
  const taken = how === 'paid' ? amountOf(deposit, askedFen) || 0 : 0;
  return Math.max(0, askedFen - taken);
}

/** Money that goes over the counter as it is confirmed. */
export interface Taken {
  readonly fen: number;
  readonly method: PayMethod;
}

/** Null where none is taken, or nobody knows yet how much. */
export function takenOf(deposit: DepositValues, askedFen: number): Taken | null {
  const fen = howOf(deposit, askedFen) === 'paid' ? amountOf(deposit, askedFen) : 0;
  return fen > 0 ? { fen, method: deposit.method } : null;
}
