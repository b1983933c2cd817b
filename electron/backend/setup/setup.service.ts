// Sets up a desk that holds nothing yet, in one transaction: property, desk and the first admin, or nothing.
import type { z } from 'zod';
import type { setupErrors, setupForm } from '../../api/setup.contract.ts';
import type { KeyObject } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handle.ts';
import type { Author } from '../journal/append.ts';
import type { Journal } from '../journal/journal.ts';
import { hashPin, SAMPLE_PIN } from '../people/pin.ts';
import { isWeakPin } from '../people/staff-file.rules.ts';
import { addStaff } from '../people/staff.service.ts';
import { listStaff } from '../people/staff.store.ts';
import { ownDesk, putDesk, putProperty, setOwnDesk } from '../places/places.service.ts';
import { putUsualLoanTypes } from '../registers/loans/index.ts';
import { areHours } from '../places/places.rules.ts';
import { findProperty } from '../places/places.store.ts';
import { isTimeZone } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { refusals } from '../shared/refusal.ts';

export interface SetupParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly random: Random;
  readonly pepper: KeyObject;
}

type Form = z.output<typeof setupForm>;

const refuse = refusals<typeof setupErrors>();

/** Throws a `Refusal` named in the contract, with nothing written, where the form is wrong or a property is there. */
export async function setUpDesk(
  { database, journal, random, pepper }: SetupParts,
  form: Form,
): Promise<void> {
  const { property, desk, admin } = form;
  checkForm(form);
  const pin = await hashPin(admin.pin, pepper, random);
  const author: Author = { actor: 'system', staff: null, approver: null, shift: null, desk: desk.code };
  journal.system(author, (command) => {
    if (findProperty(database.db)) throw refuse('ALREADY_SET_UP', undefined);
    const slips = { slipHeaderZh: '', slipHeaderEn: '', slipFooterZh: '', slipFooterEn: '' };
    putProperty(command, { ...property, ...slips, sample: false });
    putDesk(command, { ...desk, location: null });
    setOwnDesk(command.tx, desk.code);
    const { number, name, language } = admin;
    addStaff(command, { number, name, language, role: 'admin', homeDesk: desk.code, pin });
    putUsualLoanTypes(command);
  });
}

/** Whether a property is there that no admin can sign in to: the key that their PINs were kept under is lost. */
export function needsAdmin(db: Db): boolean {
  const admins = listStaff(db).filter(({ role, active, pin }) => role === 'admin' && active && pin !== null);
  return findProperty(db) !== undefined && admins.length === 0;
}

/**
 * Puts an admin on file where none can sign in; a number whose holder is locked may be given out again. Nobody else
 * could say that the clock is right, so whoever does this says it too: the screen shows them the time.
 */
export async function setUpAdmin(parts: SetupParts, admin: Form['admin']): Promise<void> {
  const { database, journal, random, pepper } = parts;
  checkPin(admin.pin);
  const pin = await hashPin(admin.pin, pepper, random);
  const desk = ownDesk(database.db);
  const author: Author = { actor: 'system', staff: null, approver: null, shift: null, desk };
  if (!needsAdmin(database.db)) throw refuse('ALREADY_SET_UP', undefined);
  journal.confirmClock(author);
  journal.system(author, (command) => {
    if (!needsAdmin(command.tx)) throw refuse('ALREADY_SET_UP', undefined);
    const { number, name, language } = admin;
    addStaff(command, { number, name, language, role: 'admin', homeDesk: desk, pin });
  });
}

function checkPin(pin: string): void {
  if (isWeakPin(pin) || pin === SAMPLE_PIN) throw refuse('SETUP_FIELD_WRONG', { field: 'admin.pin' });
}

function checkForm({ property, desk, admin }: Form): void {
  if (!isTimeZone(property.timeZone)) throw refuse('SETUP_FIELD_WRONG', { field: 'property.timeZone' });
  if (!areHours(desk.opens, desk.closes)) throw refuse('SETUP_FIELD_WRONG', { field: 'desk.closes' });
  checkPin(admin.pin);
}
