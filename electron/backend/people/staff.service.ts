// Puts staff on file. Who may call it is decided by the caller: set-up, the sample property, later the admin's screen.
import type { Language } from '../../api/boot.ts';
import type { Role } from '../../api/rights.ts';
import type { Command } from '../journal/command.ts';
import { Refusal } from '../shared/refusal.ts';
import { findStaffByNumber } from './staff.store.ts';
import { staffEvents, type PinHash } from './staff.events.ts';

export interface NewStaff {
  readonly number: string;
  readonly name: string;
  readonly role: Role;
  readonly homeDesk: string | null;
  readonly language: Language;
  readonly pin: PinHash;
}

/**
 * Answers the new record. Throws the refusal NUMBER_TAKEN: two of one number could not both sign in. Whose record is
 * locked cannot sign in, and gives the number up.
 */
export function addStaff(command: Command, staff: NewStaff): number {
  const { number, name, role, homeDesk, language, pin } = staff;
  const namesake = findStaffByNumber(command.tx, number);
  if (namesake && namesake.pin !== null) throw new Refusal('NUMBER_TAKEN', { field: 'number' });
  const id = command.newRecord();
  command.append(staffEvents, id, {
    type: 'staff.put',
    body: { number, role, homeDesk, active: true, language },
    sealed: { name },
  });
  command.append(staffEvents, id, { type: 'staff.pin_set', body: {}, sealed: pin });
  return id;
}
