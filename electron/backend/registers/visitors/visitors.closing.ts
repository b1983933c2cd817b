// Visits that nobody answered for on the overstay list: closed by the system in the small hours, with no time made up.
import { journalOf } from '../../../../head-office/protocol/ids.ts';
import type { Author } from '../../journal/append.ts';
import { visitEvents } from './visitors.events.ts';
import { isForgotten } from './visitors.rules.ts';
import type { VisitorsParts } from './visitors.parts.ts';
import { listOnSite } from './visitors.store.ts';

const SYSTEM: Author = { actor: 'system', staff: null, approver: null, shift: null, desk: null };

/**
 * Closes what was forgotten, in one command; answers how many. Only visits of this journal: their own desk closes
 * them, or two desks would.
 */
export function closeForgotten({ journal, clock, calendar, policies }: VisitorsParts): number {
  // Under a clock that nobody has confirmed, closing would empty the evacuation list.
  if (journal.clockJump()) return 0;
  const now = clock.now();
  const by = { calendar: calendar(), roundAt: policies.value('closing.round') };
  return journal.system(SYSTEM, (command) => {
    const forgotten = listOnSite(command.tx).filter(
      (visit) => journalOf(visit.id) === journal.id && isForgotten(visit, now, by),
    );
    for (const { id } of forgotten) {
      command.append(visitEvents, id, { type: 'visit.closed_by_system', body: {}, sealed: null });
    }
    return forgotten.length;
  });
}
