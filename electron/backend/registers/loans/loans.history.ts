// What the history of a loan says besides who and when: which values were put in the place of which.
import type { HistoryChange } from '../../../api/history.ts';
import type { Step } from '../../journal/project.ts';
import { maskPhone, type PhonesShown } from '../../shared/masked-phone.ts';
import { changesBetween } from '../history.ts';
import type { Loan } from './loans.fold.ts';

export function changesOfLoan(step: Step, phones: PhonesShown): HistoryChange[] {
  if (step.type !== 'loan.amended' && step.type !== 'loan.extended') return [];
  return changesBetween(step, ({ borrowerName, borrowerPhone, borrowerFrom, remarks, dueAt }: Loan) => ({
    borrower: borrowerName,
    phone: phones === 'whole' ? borrowerPhone : maskPhone(borrowerPhone),
    ...{ company: borrowerFrom, remarks, dueAt: String(dueAt) },
  }));
}
