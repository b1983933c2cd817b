// Staff on file, changed by a supervisor or an admin. PINs are hashed before the transaction: hashing takes its time.
import type { KeyObject } from 'node:crypto';
import type { z } from 'zod';
import type { Role } from '../../api/rights.ts';
import type { staffErrors, staffForm } from '../../api/staff.contract.ts';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handle.ts';
import type { Author } from '../journal/append.ts';
import type { Journal } from '../journal/journal.ts';
import type { Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { refusals } from '../shared/refusal.ts';
import { tagUidOf } from '../shared/tag-uid.ts';
import { badgeHashes, hashBadge } from './badge.ts';
import type { FailedTries } from './failed-tries.ts';
import { hashPin, SAMPLE_PIN } from './pin.ts';
import { staffEvents } from './staff.events.ts';
import { isWeakPin, mayFile, mayLendUntil } from './staff-file.rules.ts';
import { addStaff } from './staff.service.ts';
import {
  findStaff,
  findStaffByBadge,
  findStaffByNumber,
  listStaff,
  type StoredStaff,
} from './staff.store.ts';

export interface StaffFileParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly pepper: KeyObject;
  readonly tries: FailedTries;
  readonly deskExists: (code: string) => boolean;
  readonly desk: () => string | null;
  /** The code of the key or thing that wears the tag of this number; null for none. */
  readonly thingOfTag: (db: Db, uid: string) => string | null;
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
  const { database, journal, clock, random, pepper, tries } = parts;

  async function add(
    actor: FilingActor,
    input: WithCommand<Form & { readonly pin: string }>,
  ): Promise<{ id: number }> {
    checkRole(actor, input.role);
    checkPin(input.pin);
    checkDesk('homeDesk', input.homeDesk);
    const pin = await hashPin(input.pin, pepper, random);
    return journal.command({ action: 'staff.add', input }, actor.author, (command) => {
      const { number, name, role, language } = input;
      const homeDesk = input.homeDesk === undefined ? parts.desk() : input.homeDesk;
      return { id: addStaff(command, { number, name, role, language, homeDesk, pin }) };
    });
  }

  function update(
    actor: FilingActor,
    input: WithCommand<Form & { readonly staff: number; readonly active: boolean }>,
  ): { id: number } {
    checkRole(actor, input.role);
    checkDesk('homeDesk', input.homeDesk);
    return journal.command({ action: 'staff.update', input }, actor.author, (command) => {
      const staff = staffOf(actor, input.staff);
      const namesake = findStaffByNumber(command.tx, input.number);
      if (namesake && namesake.id !== staff.id) throw refuse('NUMBER_TAKEN', { field: 'number' });
      const stays = input.active && input.role === 'admin';
      if (isLastAdmin(staff) && !stays) throw refuse('LAST_ADMIN', undefined);
      const { number, name, role, language, active, homeDesk = staff.homeDesk } = input;
      command.append(staffEvents, staff.id, {
        type: 'staff.put',
        body: { number, role, language, active, homeDesk },
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
      const { id, number } = staffOf(actor, input.staff);
      command.append(staffEvents, id, { type: 'staff.pin_set', body: {}, sealed: pin });
      tries.forgetWith(command.tx, 'pin', number);
      return { id };
    });
  }

  function release(actor: FilingActor, id: number): { id: number } {
    const staff = staffOf(actor, id);
    tries.forget('pin', staff.number);
    return { id: staff.id };
  }

  /** One badge, one holder: two of the same could not both switch staff. Who was let go holds none. */
  function setBadge(
    actor: FilingActor,
    { badge, ...input }: WithCommand<{ readonly staff: number; readonly badge: string | null }>,
  ): { id: number } {
    const hash = badge === null ? null : hashBadge(badge, pepper);
    const claim = { action: 'staff.setBadge', input: { ...input, hash } };
    return journal.command(claim, actor.author, (command) => {
      const { id, active } = staffOf(actor, input.staff);
      if (hash !== null && !active) throw refuse.notFound('staff');
      const holder = badge === null ? undefined : findStaffByBadge(command.tx, badgeHashes(badge, pepper));
      if (holder && holder.id !== id) throw refuse('BADGE_TAKEN', { field: 'badge', number: holder.number });
      const uid = badge === null ? null : tagUidOf(badge);
      const thing = uid === null ? null : parts.thingOfTag(command.tx, uid);
      if (thing !== null) throw refuse('BADGE_ON_THING', { field: 'badge', number: thing });
      command.append(staffEvents, id, { type: 'staff.badge_set', body: {}, sealed: { badge: hash } });
      return { id };
    });
  }

  function lend(
    actor: FilingActor,
    input: WithCommand<{
      readonly staff: number;
      readonly lent: { readonly desk: string; readonly until: number } | null;
    }>,
  ): { id: number } {
    const { lent } = input;
    if (lent !== null) checkDesk('desk', lent.desk);
    if (lent !== null && !mayLendUntil(lent.until, clock.now()))
      throw refuse('LEND_TIME', { field: 'until' });
    return journal.command({ action: 'staff.lend', input }, actor.author, (command) => {
      const { id } = staffOf(actor, input.staff);
      command.append(
        staffEvents,
        id,
        lent === null
          ? { type: 'staff.called_back', body: {}, sealed: null }
          : { type: 'staff.lent', body: lent, sealed: null },
      );
      return { id };
    });
  }

  function checkDesk(field: 'homeDesk' | 'desk', code: string | null = null): void {
    if (code !== null && !parts.deskExists(code)) throw refuse('UNKNOWN_DESK', { field });
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

  return { add, update, resetPin, release, setBadge, lend };
}

function checkRole({ role }: FilingActor, of: Role): void {
  if (!mayFile(role, of)) throw refuse('ROLE_NOT_YOURS', { field: 'role' });
}
