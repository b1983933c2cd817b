// Deposits that nobody came for: marked by the desk that took them, once the days of policy are over.
import { journalOf } from '../../../../head-office/protocol/ids.ts';
import type { Author } from '../../journal/append.ts';
import { DAY_MS } from '../../shared/moments.ts';
import { depositEvents } from './deposits.events.ts';
import type { DepositsParts } from './deposits.parts.ts';
import { isUnclaimed } from './deposits.rules.ts';
import { listHeldSince } from './deposits.store.ts';
import { findLoan } from './loans.store.ts';

const SYSTEM: Author = { actor: 'system', staff: null, approver: null, shift: null, desk: null };

/**
 * Marks what is unclaimed, in one command; answers how many. Only deposits of this journal: their own desk marks them,
 * or two desks would. Called as time goes by.
 */
export function markUnclaimed({ journal, clock, policies }: DepositsParts): number {
  if (journal.clockJump()) return 0;
  const now = clock.now();
  const days = policies.value('deposit.unclaimedDays');
  return journal.system(SYSTEM, (command) => {
    const unclaimed = listHeldSince(command.tx, now - days * DAY_MS).filter(
      ({ id, loan }) =>
        journalOf(id) === journal.id &&
        isUnclaimed(findLoan(command.tx, loan)?.returnedAt ?? null, now, days),
    );
    for (const { id } of unclaimed) {
      command.append(depositEvents, id, { type: 'deposit.unclaimed', body: {}, sealed: null });
    }
    return unclaimed.length;
  });
}
