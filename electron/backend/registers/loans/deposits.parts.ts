// What deposits and the till need from the house, and who acts in them.
import type { Actor, LoansParts } from './loans.parts.ts';

export type DepositsParts = Pick<
  LoansParts,
  'database' | 'journal' | 'clock' | 'random' | 'slips' | 'policies' | 'approvals' | 'signatures'
>;

export type Teller = Actor;
