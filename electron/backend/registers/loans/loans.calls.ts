// Calls about things that are due: whom to call, what each call led to, and where they end.
import type { z } from 'zod';
import type { followUpForm, FollowUpState, FollowUpTarget } from '../../../api/lending.ts';
import type { Db } from '../../database/handle.ts';
import { lastCallOf } from '../../lending/follow-up.entry.ts';
import { followUpContent, followUpTargets, showFollowUps } from '../../lending/follow-up.ts';
import { withPhone, type PhonesShown } from '../../shared/masked-phone.ts';
import type { HistoryNames } from '../history.ts';
import { loanInState, refuse } from './loans.checks.ts';
import { loanEvents } from './loans.events.ts';
import type { Actor, LoansParts } from './loans.parts.ts';
import { mayTakeBack } from './loans.rules.ts';
import { findLoan, type StoredLoan } from './loans.store.ts';

type CallInput = z.output<typeof followUpForm> & { readonly commandId: string; readonly loan: number };

export type LoanCalls = ReturnType<typeof createLoanCalls>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createLoanCalls(parts: LoansParts & { readonly names: HistoryNames }) {
  const { journal, clock, policies, borrowers, names } = parts;

  function call(actor: Actor, input: CallInput): { id: number } {
    return journal.command({ action: 'loans.followUp', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open']);
      const content = followUpContent(input, {
        before: loan.followUps,
        targets: targetsOf(command.tx, loan),
        now: clock.now(),
        retryMinutes: policies.value('followUp.retryMinutes'),
      });
      command.append(loanEvents, loan.id, { type: 'loan.followed_up', ...content }, loan);
      return { id: loan.id };
    });
  }

  /** Within ten minutes, by who noted it, where nothing happened to the loan since. */
  function takeBackCall(actor: Actor, input: { readonly commandId: string; readonly loan: number }) {
    return journal.command({ action: 'loans.takeBackCall', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open']);
      const last = lastCallOf(command.tx, loan.id, 'loan');
      const by = { staff: actor.author.staff, now: clock.now() };
      if (!last || !mayTakeBack(last, by)) throw refuse('TOO_LATE', undefined);
      const taken = { type: 'loan.call_taken_back', body: last.before, sealed: null } as const;
      command.append(loanEvents, loan.id, taken, loan);
      return { id: loan.id };
    });
  }

  /** In the order in which they are called. Throws NOT_FOUND. */
  function targets(db: Db, id: number, phones: PhonesShown): FollowUpTarget[] {
    const loan = findLoan(db, id);
    if (!loan) throw refuse.notFound('loan');
    return targetsOf(db, loan).map((target) => withPhone(target, phones));
  }

  function targetsOf(db: Db, loan: StoredLoan): FollowUpTarget[] {
    const { borrowerName: name, borrowerPhone: phone, borrower } = loan;
    const tenant = borrowers.tenantOf(db, borrower);
    return followUpTargets(db, { borrower: { name, phone }, authorisedBy: null, tenant });
  }

  /** What the window shows of the calls about a loan. */
  function show(db: Db, loan: StoredLoan, phones: PhonesShown): FollowUpState {
    const staffName = (staff: number): string | null => names.staff(db, staff)?.name ?? null;
    const called = targetsOf(db, loan).map((target) => withPhone(target, phones));
    return showFollowUps(loan.followUps, called, staffName);
  }

  return { call, takeBackCall, targets, show };
}
