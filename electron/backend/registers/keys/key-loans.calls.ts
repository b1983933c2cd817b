// Calls about keys that are due: whom one calls about which key; the rest is as for every loan.
import type { keyErrors } from '../../../api/key-states.ts';
import type { Db } from '../../database/handle.ts';
import { createFollowUpCalls, type FollowUpCalls } from '../../lending/follow-up.calls.ts';
import { refusals } from '../../shared/refusal.ts';
import { loanInState } from './keys.checks.ts';
import { keyLoanEvents } from './key-loans.events.ts';
import type { StoredLoan } from './key-loans.row.ts';
import { findLoan } from './key-loans.store.ts';
import type { KeysParts } from './keys.parts.ts';
import { findKey } from './keys.store.ts';

const refuse = refusals<typeof keyErrors>();

export type KeyCalls = FollowUpCalls<StoredLoan>;

export function createKeyCalls(parts: KeysParts): KeyCalls {
  return createFollowUpCalls<StoredLoan>(parts, {
    action: 'keys.followUp',
    find(db, id) {
      const loan = findLoan(db, id);
      if (!loan) throw refuse.notFound('key_loan');
      return loan;
    },
    findOpen: (db, id) => loanInState(db, id, ['open']),
    concerned(db, loan) {
      const { borrowerName: name, borrowerPhone: phone, authorisedBy } = loan;
      return { borrower: { name, phone }, authorisedBy, tenant: tenantOf(db, loan) };
    },
    append(command, loan, content) {
      command.append(keyLoanEvents, loan.id, { type: 'key_loan.followed_up', ...content }, loan);
    },
  });

  /** Whose door the keys open; of house keys, whom the borrower belongs to. */
  function tenantOf(db: Db, { lines, borrower }: StoredLoan): number | null {
    const doors = lines.flatMap(({ key }) => {
      const known = findKey(db, key);
      return known ? [known.tenant, ...known.units.map(parts.tenantOf)] : [];
    });
    return doors.find((tenant) => tenant !== null) ?? parts.borrowers.tenantOf(db, borrower);
  }
}
