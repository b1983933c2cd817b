// A loan as a row of its table, and back. Pure.
import type { LoanTable } from '../../../../db/schema/loans.ts';
import { LOAN_STATES, type LoanBar, type LoanState } from '../../../api/loan-states.ts';
import { NOT_FOLLOWED, type FollowUps } from '../../lending/follow-up.fold.ts';
import type { LastReturn, Loan, LoanLine } from './loans.fold.ts';

/** A loan with its record id. */
export interface StoredLoan extends Loan {
  readonly id: number;
}

export function formerOf(former: string | null): number[] {
  return former === null ? [] : (JSON.parse(former) as number[]);
}

export function toRow(id: number, loan: Loan): LoanTable {
  return {
    ...{ id, number: loan.number, state: loan.state, desk: loan.desk, day: loan.day, clock: loan.clock },
    ...{ borrower: loan.borrower, borrower_name: loan.borrowerName, borrower_phone: loan.borrowerPhone },
    ...{ borrower_from: loan.borrowerFrom, lines: JSON.stringify(loan.lines), lent_at: loan.lentAt },
    ...{ due_at: loan.dueAt, returned_at: loan.returnedAt, slip_code: Number(loan.slipCode) },
    ...{ slip_prints: loan.slipPrints, remarks: loan.remarks, waived: loan.waived },
    ...{ bars: JSON.stringify(loan.bars), signed: Number(loan.signed) },
    last_return: loan.lastReturn && JSON.stringify(loan.lastReturn),
    follow_up: loan.followUps.calls.length === 0 ? null : JSON.stringify(loan.followUps),
    ...{ next_call_at: loan.followUps.nextAt, escalated: Number(loan.followUps.escalated) },
    former: loan.formerBorrowers.length === 0 ? null : JSON.stringify(loan.formerBorrowers),
  };
}

export function toLoan(row: LoanTable): StoredLoan {
  return {
    ...{ id: row.id, number: row.number, state: asState(row.state), desk: row.desk, day: row.day },
    formerBorrowers: formerOf(row.former),
    ...{ clock: row.clock, borrower: row.borrower, borrowerName: row.borrower_name },
    ...{ borrowerPhone: row.borrower_phone, borrowerFrom: row.borrower_from },
    ...{ lines: JSON.parse(row.lines) as LoanLine[], lentAt: row.lent_at, dueAt: row.due_at },
    ...{ returnedAt: row.returned_at, slipCode: String(row.slip_code), slipPrints: row.slip_prints },
    ...{ remarks: row.remarks, waived: row.waived, bars: JSON.parse(row.bars) as LoanBar[] },
    followUps: row.follow_up === null ? NOT_FOLLOWED : (JSON.parse(row.follow_up) as FollowUps),
    signed: row.signed === 1,
    lastReturn: row.last_return === null ? null : (JSON.parse(row.last_return) as LastReturn),
  };
}

function asState(text: string): LoanState {
  const state = LOAN_STATES.find((known) => known === text);
  if (!state) throw new Error('a loan row holds a state that the fold never writes');
  return state;
}
