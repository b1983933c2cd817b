// What the loans register needs from the house.
import type { OfferedBack } from '../../../api/deposit-states.ts';
import type { DepositRow } from '../../../api/deposits.contract.ts';
import type { loanForm } from '../../../api/loan-forms.ts';
import type { z } from 'zod';
import type { Database } from '../../database/database.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import type { Journal } from '../../journal/journal.ts';
import type { ApprovalDesk } from '../../people/approvals.ts';
import type { BorrowerDesk, Borrowing } from '../../people/borrowers.service.ts';
import type { PolicyReader } from '../../policies/policies.reader.ts';
import type { Signatures } from '../../lending/signatures.ts';
import type { Calendar, Clock } from '../../shared/clock.ts';
import type { Random } from '../../shared/random.ts';
import type { Actor, SlipQueue, WearerOf } from '../register.ts';
import type { Weights } from './deposits.rules.ts';

export type Payment = Extract<NonNullable<z.output<typeof loanForm>['deposit']>, { how: 'paid' }>;

/** What loans ask of deposits. */
export interface DepositDesk {
  /** Takes money with a loan, within its command. Answers the receipt's number and the jobs that print it. */
  take(
    command: Command,
    actor: Actor,
    taken: {
      readonly loan: number;
      readonly payment: Payment;
      readonly payer: Pick<Borrowing, 'name' | 'phone'>;
      /** What it was taken for, as the receipt says it. */
      readonly items: string;
      readonly at: number;
    },
  ): { readonly id: number; readonly number: string; readonly printJobs: readonly number[] };
  ofLoan(db: Db, loan: number): DepositRow[];
  /** The loan that a receipt was written for; undefined where the record is none. */
  loanOf(db: Db, deposit: number): number | undefined;
  /** The loan is taken back or voided: the money goes back as part of that. Throws where it was settled already. */
  withdraw(command: Command, loan: number): void;
  /** Lost things were found: their share of what was kept is owed again. `approved` is called before the first event of it. */
  reverse(command: Command, loan: number, weights: Weights, approved: () => void): void;
  /** Lost things turned up by themselves: their share of what was kept may be given back, once somebody decides so. */
  offer(command: Command, loan: number, weights: Weights): OfferedBack[];
}

export interface LoansParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: () => Calendar;
  readonly slips: SlipQueue;
  readonly policies: Pick<PolicyReader, 'value'>;
  readonly approvals: ApprovalDesk;
  /** The code of this desk; null before it has one. */
  readonly desk: () => string | null;
  readonly borrowers: BorrowerDesk;
  readonly signatures: Pick<Signatures, 'check' | 'keep'>;
  readonly deposits: DepositDesk;
  readonly wearerOf: WearerOf;
}
