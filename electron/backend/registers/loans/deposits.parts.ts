// What deposits and the till need from the house and from the loans beside them.
import type { LoanState } from '../../../api/loan-states.ts';
import type { Role } from '../../../api/rights.ts';
import type { Database } from '../../database/database.ts';
import type { Db } from '../../database/handle.ts';
import type { Author } from '../../journal/append.ts';
import type { Journal } from '../../journal/journal.ts';
import type { ApprovalDesk } from '../../people/approvals.ts';
import type { PolicyReader } from '../../policies/policies.reader.ts';
import type { Clock } from '../../shared/clock.ts';
import type { Random } from '../../shared/random.ts';
import type { SlipQueue } from '../register.ts';

/** A loan as its deposit sees it. `endedAt`: when the last thing of it came back or was given up, UTC ms. */
export interface LoanOfDeposit {
  readonly number: string;
  readonly state: LoanState;
  readonly endedAt: number | null;
}

export interface DepositsParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly slips: SlipQueue;
  readonly policies: Pick<PolicyReader, 'value'>;
  readonly approvals: ApprovalDesk;
  readonly loanOf: (db: Db, loan: number) => LoanOfDeposit | null;
}

/** Who acts, in which role, and the language of their slips. */
export interface Teller {
  readonly author: Author;
  readonly language: 'zh-CN' | 'en';
  readonly role: Role | null;
}
