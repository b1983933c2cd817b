// The calls about loans that are due, for whichever register lends: noting one, whom to call, what is shown of them.
import type { z } from 'zod';
import type { followUpForm, FollowUpState, FollowUpTarget } from '../../api/lending.ts';
import type { Db } from '../database/handle.ts';
import type { Author } from '../journal/append.ts';
import type { Command } from '../journal/command.ts';
import type { Journal } from '../journal/journal.ts';
import type { PolicyReader } from '../policies/policies.reader.ts';
import type { HistoryNames } from '../registers/history.ts';
import type { Clock } from '../shared/clock.ts';
import { withPhone, type PhonesShown } from '../shared/masked-phone.ts';
import type { FollowUps } from './follow-up.fold.ts';
import type { Callee } from './follow-up.rules.ts';
import { followUpContent, followUpTargets, showFollowUps } from './follow-up.ts';

interface CallsParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly policies: Pick<PolicyReader, 'value'>;
  readonly names: HistoryNames;
}

interface FollowedLoan {
  readonly id: number;
  readonly followUps: FollowUps;
}

/** Who may know about a loan. */
interface Concerned {
  /** As the slip showed them. */
  readonly borrower: Callee;
  /** A contact; null for nobody. */
  readonly authorisedBy: number | null;
  readonly tenant: number | null;
}

/** What a register says of its loans. */
interface FollowedLoans<Loan extends FollowedLoan> {
  /** The action as the journal keeps it. */
  readonly action: string;
  /** Throws NOT_FOUND. */
  find(db: Db, id: number): Loan;
  /** Throws NOT_FOUND, or WRONG_STATE for what is not open. */
  findOpen(db: Db, id: number): Loan;
  concerned(db: Db, loan: Loan): Concerned;
  /** Appends the register's own `….followed_up`. */
  append(command: Command, loan: Loan, content: ReturnType<typeof followUpContent>): void;
}

type CallInput = z.output<typeof followUpForm> & { readonly commandId: string; readonly loan: number };

export interface FollowUpCalls<Loan> {
  /** Throws a `Refusal` of `followUpErrors`, with nothing written, where the rules say no. */
  call(actor: { readonly author: Author }, input: CallInput): { id: number };
  /** In the order in which they are called. Throws NOT_FOUND. */
  targets(db: Db, id: number, phones: PhonesShown): FollowUpTarget[];
  /** What the window shows of the calls about a loan. */
  show(db: Db, loan: Loan, phones: PhonesShown): FollowUpState;
}

export function createFollowUpCalls<Loan extends FollowedLoan>(
  { journal, clock, policies, names }: CallsParts,
  loans: FollowedLoans<Loan>,
): FollowUpCalls<Loan> {
  const targetsOf = (db: Db, loan: Loan): FollowUpTarget[] => followUpTargets(db, loans.concerned(db, loan));
  const shownTargets = (db: Db, loan: Loan, phones: PhonesShown): FollowUpTarget[] =>
    targetsOf(db, loan).map((target) => withPhone(target, phones));
  return {
    call: (actor, input) =>
      journal.command({ action: loans.action, input }, actor.author, (command) => {
        const loan = loans.findOpen(command.tx, input.loan);
        const content = followUpContent(input, {
          before: loan.followUps,
          targets: targetsOf(command.tx, loan),
          now: clock.now(),
          retryMinutes: policies.value('followUp.retryMinutes'),
        });
        loans.append(command, loan, content);
        return { id: loan.id };
      }),
    targets: (db, id, phones) => shownTargets(db, loans.find(db, id), phones),
    show(db, loan, phones) {
      const staffName = (staff: number): string | null => names.staff(db, staff)?.name ?? null;
      return showFollowUps(loan.followUps, shownTargets(db, loan, phones), staffName);
    },
  };
}
