// What is refunded of a deposit, and what is kept: the sums of the form, in fen. Pure.
import type { DeductionKind } from '../../../electron/api/deposit-states.ts';
import type { DepositRow } from '../../../electron/api/deposits.contract.ts';
import type { LoanLineRow } from '../../../electron/api/loans.contract.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { readYuan, yuanTyped } from '../../ui/money.ts';
import type { FieldMessage } from './loan-refusal.tsx';

/** One item of a deduction 押金抵扣, as it is typed. */
export interface Deduction {
  readonly kind: DeductionKind;
  readonly what: string;
  readonly amount: string;
}

export const noDeduction: Deduction = { kind: 'repair', what: '', amount: '' };

/** A line of the loan, as far as something may be kept for it. */
type KeptFor = Pick<LoanLineRow, 'lost' | 'back' | 'condition'>;

/**
 * What is usually kept: for what is lost its price, so many times; for what came back broken the cost of a repair,
 * which somebody has to find out. `lossPriceFen` is 0 where no price is on file.
 */
export function usualDeductions<Line extends KeptFor>(
  lines: readonly Line[],
  of: { lossPriceFen(line: Line): number; text(line: Line, count: number): string },
): readonly Deduction[] {
  return lines.flatMap((line): Deduction[] => {
    const { lost, back, condition } = line;
    const lostFen = of.lossPriceFen(line) * lost;
    const isBroken = condition === 'damaged' || condition === 'incomplete';
    return [
      ...(lost > 0
        ? [
            {
              kind: 'loss' as const,
              what: of.text(line, lost),
              amount: lostFen > 0 ? yuanTyped(lostFen) : '',
            },
          ]
        : []),
      ...(isBroken && back > 0 ? [{ ...noDeduction, what: of.text(line, back) }] : []),
    ];
  });
}

export interface Sums {
  readonly deductedFen: number;
  readonly refundFen: number;
  /** What the deductions come to beyond the deposit, billed beside it 赔偿单. */
  readonly shortfallFen: number;
}

/** Amounts that are not read yet count as nothing; `wrongInDeductions` names them. */
export function sumsOf(deposit: Pick<DepositRow, 'amountFen'>, deductions: readonly Deduction[]): Sums {
  const deductedFen = deductions.reduce((sum, { amount }) => sum + (readYuan(amount) || 0), 0);
  return {
    deductedFen,
    refundFen: Math.max(0, deposit.amountFen - deductedFen),
    shortfallFen: Math.max(0, deductedFen - deposit.amountFen),
  };
}

/** Field → sentence; the fields of the second deduction are `what-1` and `amount-1`. */
export function wrongInDeductions(deductions: readonly Deduction[]): FieldErrors<FieldMessage> {
  return Object.fromEntries(
    deductions.flatMap(({ what, amount }, index) => [
      ...(what.trim() === '' ? [[`what-${index}`, 'field.needed'] as const] : []),
      ...(readYuan(amount) > 0 ? [] : [[`amount-${index}`, 'field.amount'] as const]),
    ]),
  );
}
