// Staff on file, changed by a supervisor or an admin. PINs are hashed before the transaction: hashing takes its time.
import type { KeyObject } from 'node:crypto';
import type { z } from 'zod';
import type { Role } from '../../api/rights.ts';
import type { staffErrors, staffForm } from '../../api/staff.contract.ts';
import type { Database } from '../database/database.ts';
import type { Author } from '../journal/append.ts';
import type { Journal } from '../journal/journal.ts';
import type { Random } from '../shared/random.ts';
import { refusals } from '../shared/refusal.ts';
import { hashPin, SAMPLE_PIN } from './pin.ts';
import { staffEvents } from './staff.events.ts';
import { isWeakPin, mayFile } from './staff-file.rules.ts';
import { addStaff } from './staff.service.ts';
import { clearFailures, findStaff, findStaffByNumber, listStaff, type StoredStaff } from './staff.store.ts';

export interface StaffFileParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly random: Random;
  readonly pepper: KeyObject;
  readonly desk: () => string | null;
  readonly isSample: () => boolean;
}

/** Who acts, and the role they act in. */
export interface FilingActor {
  readonly author: Author;
  readonly role: Role | null;
}

type Form = z.output<typeof staffForm>;
type WithCommand<T> = T & { readonly commandId: string };

const refuse = refusals<typeof staffErrors>();

export type StaffFileService = ReturnType<typeof createStaffFileService>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createStaffFileService(parts: StaffFileParts) {
  const { database, journal, random, pepper } = parts;

  async function add(
    actor: FilingActor,
    input: WithCommand<Form & { readonly pin: string }>,
  ): Promise<{ id: number }> {
    checkRole(actor, input.role);
    checkPin(input.pin);
    const pin = await hashPin(input.pin, pepper, random);
    return journal.command({ action: 'staff.add', input }, actor.author, (command) => {
      const { number, name, role, language } = input;
      return { id: addStaff(command, { number, name, role, language, homeDesk: parts.desk(), pin }) };
    });
  }

  function update(
    actor: FilingActor,
    input: WithCommand<Form & { readonly staff: number; readonly active: boolean }>,
  ): { id: number } {
    checkRole(actor, input.role);
    return journal.command({ action: 'staff.update', input }, actor.author, (command) => {
      const staff = staffOf(actor, input.staff);
      const namesake = findStaffByNumber(command.tx, input.number);
      if (namesake && namesake.id !== staff.id) throw refuse('NUMBER_TAKEN', { field: 'number' });
      const stays = input.active && input.role === 'admin';
      if (isLastAdmin(staff) && !stays) throw refuse('LAST_ADMIN', undefined);
      const { number, name, role, language, active } = input;
      command.append(staffEvents, staff.id, {
        type: 'staff.put',
        body: { number, role, language, active, homeDesk: staff.homeDesk },
        sealed: { name },
      });
      return { id: staff.id };
    });
  }

  async function resetPin(
    actor: FilingActor,
    input: WithCommand<{ readonly staff: number; readonly pin: string }>,
  ): Promise<{ id: number }> {
    checkPin(input.pin);
    const pin = await hashPin(input.pin, pepper, random);
    return journal.command({ action: 'staff.resetPin', input }, actor.author, (command) => {
      const { id } = staffOf(actor, input.staff);
      command.append(staffEvents, id, { type: 'staff.pin_set', body: {}, sealed: pin });
      clearFailures(command.tx, id);
      return { id };
    });
  }

  function release(actor: FilingActor, id: number): { id: number } {
    const staff = staffOf(actor, id);
    database.write((tx) => clearFailures(tx, staff.id));
    return { id: staff.id };
  }

  function staffOf(actor: FilingActor, id: number): StoredStaff {
    const staff = findStaff(database.db, id);
    if (!staff) throw refuse.notFound('staff');
    checkRole(actor, staff.role);
    return staff;
  }

  function isLastAdmin(staff: StoredStaff): boolean {
    const others = listStaff(database.db).filter(
      ({ id, role, active }) => active && role === 'admin' && id !== staff.id,
    );
    return staff.active && staff.role === 'admin' && others.length === 0;
  }

  function checkPin(pin: string): void {
    if (isWeakPin(pin) || (pin === SAMPLE_PIN && !parts.isSample()))
      throw refuse('PIN_WEAK', { field: 'pin' });
  }

  return { add, update, resetPin, release };
}

function checkRole({ role }: FilingActor, of: Role): void {
  if (!mayFile(role, of)) throw refuse('ROLE_NOT_YOURS', { field: 'role' });
}
