// Standing at a desk without being lent to it 顶岗: nobody is turned away, a supervisor countersigns it.
import type { SignedIn } from '../../api/people.contract.ts';
import type { Author } from '../journal/append.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from '../shared/clock.ts';
import { standsIn } from './approvals.rules.ts';
import { listApprovalsOf } from './approvals.store.ts';
import type { Approvals } from './approvals.ts';
import type { StoredStaff } from './staff.store.ts';

export interface StandInParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly approvals: Approvals;
}

/** Where they signed in, and in which shift. */
export interface StandInPlace {
  readonly desk: string;
  readonly shift: number | null;
}

/** Whose desk they belong to, where it is not this one; null for who belongs here or was lent. */
export function standsInAt(staff: StoredStaff, desk: string, now: number): SignedIn['standsIn'] {
  const { homeDesk } = staff;
  return homeDesk !== null && standsIn(staff, desk, now) ? { homeDesk } : null;
}

/** Enters as an emergency that they stand at another desk than theirs: once a shift, however often they switch. */
export function noteStandIn(
  { journal, clock, approvals }: StandInParts,
  staff: StoredStaff,
  { desk, shift }: StandInPlace,
): void {
  // Under a clock that is in doubt nothing is written; they are told all the same.
  if (standsInAt(staff, desk, clock.now()) === null || journal.clockJump()) return;
  const { id } = staff;
  const author: Author = { actor: 'staff', staff: id, approver: null, shift, desk };
  journal.system(author, (command) => {
    const known = listApprovalsOf(command.tx, id).some((each) => each.desk === desk && each.shift === shift);
    const what = { right: 'desk.standIn', record: id } as const;
    if (!known) approvals.enter(command, what, { way: 'emergency', approver: null, reason: null });
    return null;
  });
}
