// Calls about keys that are due: whom to call, what each call led to, and where they end.
import type { z } from 'zod';
import type { keyErrors } from '../../../api/key-states.ts';
import type { followUpForm, FollowUpState, FollowUpTarget } from '../../../api/lending.ts';
import type { Db } from '../../database/handle.ts';
import { followUpContent, followUpTargets, showFollowUps } from '../../lending/follow-up.ts';
import { withPhone, type PhonesShown } from '../../shared/masked-phone.ts';
import { refusals } from '../../shared/refusal.ts';
import { loanInState } from './keys.judge.ts';
import { keyLoanEvents } from './key-loans.events.ts';
import type { StoredLoan } from './key-loans.row.ts';
import { findLoan } from './key-loans.store.ts';
import type { Actor, KeysParts } from './keys.parts.ts';
import { findKey } from './keys.store.ts';

type CallInput = z.output<typeof followUpForm> & { readonly commandId: string; readonly loan: number };

const refuse = refusals<typeof keyErrors>();

export type KeyCalls = ReturnType<typeof createKeyCalls>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createKeyCalls(parts: KeysParts) {
  const { journal, clock, policies } = parts;

  function call(actor: Actor, input: CallInput): { id: number } {
    return journal.command({ action: 'keys.followUp', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open']);
      const content = followUpContent(input, {
        before: loan.followUps,
        targets: targetsOf(command.tx, loan),
        now: clock.now(),
        retryMinutes: policies.value('followUp.retryMinutes'),
      });
      command.append(keyLoanEvents, loan.id, { type: 'key_loan.followed_up', ...content }, loan);
      return { id: loan.id };
    });
  }

  /** In the order in which they are called. Throws NOT_FOUND. */
  function targets(db: Db, id: number, phones: PhonesShown): FollowUpTarget[] {
    const loan = findLoan(db, id);
    if (!loan) throw refuse.notFound('key_loan');
    return targetsOf(db, loan).map((target) => withPhone(target, phones));
  }

  function targetsOf(db: Db, loan: StoredLoan): FollowUpTarget[] {
    const { borrowerName: name, borrowerPhone: phone, authorisedBy } = loan;
    return followUpTargets(db, { borrower: { name, phone }, authorisedBy, tenant: tenantOf(db, loan) });
  }

  /** Whose door the keys open; of house keys, whom the borrower belongs to. */
  function tenantOf(db: Db, { lines, borrower }: StoredLoan): number | null {
    const doors = lines.flatMap(({ key }) => {
      const known = findKey(db, key);
      return known ? [known.tenant, ...known.units.map(parts.tenantOf)] : [];
    });
    return doors.find((tenant) => tenant !== null) ?? parts.borrowers.tenantOf(db, borrower);
  }

  /** What the window shows of the calls about a loan. */
  function show(db: Db, loan: StoredLoan, phones: PhonesShown): FollowUpState {
    const staffName = (staff: number): string | null => parts.names.staff(db, staff)?.name ?? null;
    const called = targetsOf(db, loan).map((target) => withPhone(target, phones));
    return showFollowUps(loan.followUps, called, staffName);
  }

  return { call, targets, show };
}
