// A loan of keys as a row of its table, and back. Pure.
import type { KeyLoanTable } from '../../../../db/schema/keys.ts';
import type { KeyBar, KeyLoanKind, KeyLoanState } from '../../../api/key-states.ts';
import { NOT_FOLLOWED, type FollowUps } from '../../lending/follow-up.fold.ts';
import type { KeyLoan, LoanLine } from './key-loans.fold.ts';

/** A loan with its record id. */
export interface StoredLoan extends KeyLoan {
  readonly id: number;
}

export function linesOf({ lines }: Pick<KeyLoanTable, 'lines'>): LoanLine[] {
  return JSON.parse(lines) as LoanLine[];
}

export function toRow(id: number, loan: KeyLoan): KeyLoanTable {
  return {
    id,
    number: loan.number,
    state: loan.state,
    kind: loan.kind,
    desk: loan.desk,
    day: loan.day,
    clock: loan.clock,
    borrower: loan.borrower,
    borrower_name: loan.borrowerName,
    borrower_phone: loan.borrowerPhone,
    borrower_from: loan.borrowerFrom,
    authorised_by: loan.authorisedBy,
    authorised_by_name: loan.authorisedByName,
    purpose: loan.purpose,
    remarks: loan.remarks,
    lines: JSON.stringify(loan.lines),
    lent_at: loan.lentAt,
    due_at: loan.dueAt,
    returned_at: loan.returnedAt,
    slip_code: Number(loan.slipCode),
    slip_prints: loan.slipPrints,
    signed: Number(loan.signed),
    calls: loan.followUps.calls.length === 0 ? null : JSON.stringify(loan.followUps),
    brought_by: loan.broughtBy,
    bars: loan.bars.length === 0 ? null : JSON.stringify(loan.bars),
    override_reason: loan.overrideReason,
  };
}

export function toLoan(row: KeyLoanTable): StoredLoan {
  return {
    id: row.id,
    number: row.number,
    state: row.state as KeyLoanState,
    kind: row.kind as KeyLoanKind,
    desk: row.desk,
    day: row.day,
    clock: row.clock,
    borrower: row.borrower,
    borrowerName: row.borrower_name,
    borrowerPhone: row.borrower_phone,
    borrowerFrom: row.borrower_from,
    authorisedBy: row.authorised_by,
    authorisedByName: row.authorised_by_name,
    purpose: row.purpose,
    remarks: row.remarks,
    lines: linesOf(row),
    lentAt: row.lent_at,
    dueAt: row.due_at,
    returnedAt: row.returned_at,
    slipCode: String(row.slip_code),
    slipPrints: row.slip_prints,
    signed: row.signed === 1,
    followUps: row.calls === null ? NOT_FOLLOWED : (JSON.parse(row.calls) as FollowUps),
    broughtBy: row.brought_by,
    bars: row.bars === null ? [] : (JSON.parse(row.bars) as KeyBar[]),
    overrideReason: row.override_reason,
  };
}
