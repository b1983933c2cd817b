// Shifts open and fill by signing in; their handover joins with its own issue.
import { SHIFT_ROLES, type Role } from '../../../api/rights.ts';
import type { Author } from '../../journal/append.ts';
import type { Command } from '../../journal/command.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Calendar, Clock } from '../../shared/clock.ts';
import { shiftEvents } from './shifts.events.ts';
import { isOfPeriod, periodAt } from './shifts.rules.ts';
import { listOpenShifts, type StoredShift } from './shifts.store.ts';

export interface ShiftsParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly calendar: () => Calendar;
}

/**
 * Puts a member of staff on duty: joins the desk's open shift of this period, or opens it as its lead. Does nothing
 * for roles that do not stand at the desk, and nothing for who is on duty already.
 */
export function goOnDuty(
  parts: ShiftsParts,
  staff: { readonly id: number; readonly role: Role },
  desk: string,
): void {
  if (!SHIFT_ROLES.has(staff.role)) return;
  const author: Author = { actor: 'staff', staff: staff.id, approver: null, shift: null, desk };
  parts.journal.system(author, (command) => {
    const open = currentShift(command, parts, desk);
    if (!open) openShift(command, parts, staff.id);
    else if (!open.onDuty.includes(staff.id)) {
      command.append(shiftEvents, open.id, { type: 'shift.joined', body: { staff: staff.id }, sealed: null });
    }
    return null;
  });
}

function currentShift(command: Command, parts: ShiftsParts, desk: string): StoredShift | undefined {
  const period = periodAt(parts.clock.now(), parts.calendar());
  return listOpenShifts(command.tx, desk).find((shift) => isOfPeriod(shift, period));
}

function openShift(command: Command, parts: ShiftsParts, lead: number): void {
  const { day, name } = periodAt(parts.clock.now(), parts.calendar());
  const number = command.nextNumber('H');
  command.append(shiftEvents, command.newRecord(), {
    type: 'shift.opened',
    body: { number, day, name, lead },
    sealed: null,
  });
}
