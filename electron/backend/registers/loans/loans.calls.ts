// Calls about things that are due: as for every loan, and the last one may be taken back.
import { lastCallOf } from '../../lending/follow-up.entry.ts';
import { createFollowUpCalls, type FollowUpCalls } from '../../lending/follow-up.calls.ts';
import { mayTakeBack } from '../../shared/entries.rules.ts';
import type { HistoryNames } from '../history.ts';
import type { Actor } from '../register.ts';
import { loanInState, refuse } from './loans.checks.ts';
import { loanEvents } from './loans.events.ts';
import type { LoansParts } from './loans.parts.ts';
import type { StoredLoan } from './loans.row.ts';
import { findLoan } from './loans.store.ts';

export interface LoanCalls extends FollowUpCalls<StoredLoan> {
  /** Within ten minutes, by who noted it, where nothing happened to the loan since. Throws a `Refusal` of the contract. */
  takeBackCall(actor: Actor, input: { readonly commandId: string; readonly loan: number }): { id: number };
}

export function createLoanCalls(parts: LoansParts & { readonly names: HistoryNames }): LoanCalls {
  const { journal, clock, borrowers } = parts;
  const calls = createFollowUpCalls<StoredLoan>(parts, {
    action: 'loans.followUp',
    find(db, id) {
      const loan = findLoan(db, id);
      if (!loan) throw refuse.notFound('loan');
      return loan;
    },
    findOpen: (db, id) => loanInState(db, id, ['open']),
    concerned(db, { borrowerName: name, borrowerPhone: phone, borrower }) {
      return { borrower: { name, phone }, authorisedBy: null, tenant: borrowers.tenantOf(db, borrower) };
    },
    append(command, loan, content) {
      command.append(loanEvents, loan.id, { type: 'loan.followed_up', ...content }, loan);
    },
  });
  return {
    ...calls,
    takeBackCall: (actor, input) =>
      journal.command({ action: 'loans.takeBackCall', input }, actor.author, (command) => {
        const loan = loanInState(command.tx, input.loan, ['open']);
        const last = lastCallOf(command.tx, loan.id, 'loan');
        const by = { staff: actor.author.staff, now: clock.now() };
        if (!last || !mayTakeBack(last, by)) throw refuse('TOO_LATE', undefined);
        const taken = { type: 'loan.call_taken_back', body: last.before, sealed: null } as const;
        command.append(loanEvents, loan.id, taken, loan);
        return { id: loan.id };
      }),
  };
}
