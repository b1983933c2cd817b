// What the loans register needs from the house, and who acts in it.
import type { OfferedBack } from '../../../api/deposit-states.ts';
import type { DepositRow } from '../../../api/deposits.contract.ts';
import type { loanForm } from '../../../api/loans.contract.ts';
import type { borrowerPick } from '../../../api/borrowers.contract.ts';
import type { Role } from '../../../api/rights.ts';
import type { z } from 'zod';
import type { Database } from '../../database/database.ts';
import type { Db } from '../../database/handle.ts';
import type { Author } from '../../journal/append.ts';
import type { Command } from '../../journal/command.ts';
import type { Journal } from '../../journal/journal.ts';
import type { ApprovalDesk } from '../../people/approvals.ts';
import type { PolicyReader } from '../../policies/policies.reader.ts';
import type { Signatures } from '../../lending/signatures.ts';
import type { Calendar, Clock } from '../../shared/clock.ts';
import type { Random } from '../../shared/random.ts';
import type { SlipQueue, WearerOf } from '../register.ts';
import type { Weights } from './deposits.rules.ts';

/** Who acts, the role they act in, and in which language the slip is printed. */
export interface Actor {
  readonly author: Author;
  readonly language: 'zh-CN' | 'en';
  /** Null where nobody is signed in. */
  readonly role: Role | null;
}

/** Whoever takes a thing, as the slip shows them. */
export interface Taker {
  readonly name: string;
  readonly phone: string | null;
  /** Company, tenant and unit as one line. */
  readonly from: string | null;
  /** Whether an identity document is written down. */
  readonly hasDocument: boolean;
}

export type Picked = z.output<typeof borrowerPick>;

/** What the register asks of the borrowers' file (people/borrowers.service.ts). */
export interface BorrowerDesk {
  /** Who is picked, for a form that is still being filled; null where they have no record yet. */
  look(db: Db, pick: Picked): Taker & { readonly id: number | null };
  /** Finds or begins the borrower within the command, before its events. */
  resolve(command: Command, pick: Picked): Taker & { readonly id: number };
  /** Whom a borrower belongs to; null for nobody, and for who was erased. */
  tenantOf(db: Db, borrower: number): number | null;
}

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
      readonly payer: Taker;
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
