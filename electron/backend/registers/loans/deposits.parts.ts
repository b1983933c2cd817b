// What deposits and the till need from the house.
import type { LoansParts } from './loans.parts.ts';

export type DepositsParts = Pick<
  LoansParts,
  'database' | 'journal' | 'clock' | 'random' | 'slips' | 'policies' | 'approvals' | 'signatures'
>;
