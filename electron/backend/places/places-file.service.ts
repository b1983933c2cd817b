// The places file, changed by an admin or a supervisor: each action is one command, and nothing at all where it is refused.
import type { z } from 'zod';
import type {
  contactForm,
  deskForm,
  placesFileErrors,
  propertyForm,
  tenantForm,
  unitForm,
} from '../../api/places-file.contract.ts';
import type { Db, Tx } from '../database/handle.ts';
import type { Author } from '../journal/append.ts';
import type { Journal } from '../journal/journal.ts';
import { stateAt } from '../journal/project.ts';
import { isTimeZone } from '../shared/clock.ts';
import { refusals } from '../shared/refusal.ts';
import { contactOf, deskOf, propertyOf, tenantOf, unitOf } from './places-file.forms.ts';
import { isFrozen } from './places-file.queries.ts';
import { findContact, findDeskById, findUnit, listDesks } from './places-file.store.ts';
import { areHours, changedFields, codeKey, mayRent } from './places.rules.ts';
import {
  ownDesk,
  putContact,
  putDesk,
  putProperty,
  putTenant,
  putUnit,
  setOwnDesk,
} from './places.service.ts';
import { findProperty, findTenant, listUnits } from './places.store.ts';

export interface FilingAuthor {
  readonly author: Author;
}

type WithCommand<T> = T & { readonly commandId: string };
/** A form on its way to a record: null puts something new on file. */
type Put<Form extends z.ZodType> = WithCommand<z.output<Form>> & {
  readonly record: number | null;
  readonly revision: number | null;
};

const refuse = refusals<typeof placesFileErrors>();
const MOST_DESKS = 10;

export type PlacesFileService = ReturnType<typeof createPlacesFileService>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createPlacesFileService({ journal }: { readonly journal: Journal }) {
  const fresh = createFreshness(journal);

  function saveProperty(
    { author }: FilingAuthor,
    input: WithCommand<z.output<typeof propertyForm>> & { readonly revision: number },
  ): { id: number } {
    return journal.command({ action: 'places.putProperty', input }, author, (command) => {
      const row = fresh(command.tx, findProperty(command.tx), input.revision, propertyOf);
      if (!isTimeZone(input.timeZone)) throw refuse('FIELD_WRONG', { field: 'timeZone' });
      const { commandId: _c, revision: _r, ...form } = input;
      return { id: putProperty(command, { code: row.code, ...form, sample: row.sample === 1 }, row.id) };
    });
  }

  function saveDesk({ author }: FilingAuthor, input: Put<typeof deskForm>): { id: number } {
    return journal.command({ action: 'places.putDesk', input }, author, (command) => {
      const { tx } = command;
      const before = existing(tx, input, findDeskById, deskOf);
      const desks = listDesks(tx);
      if (!before && desks.length >= MOST_DESKS) throw refuse('TOO_MANY_DESKS', { most: MOST_DESKS });
      if (!areHours(input.opens, input.closes)) throw refuse('FIELD_WRONG', { field: 'closes' });
      if (desks.some(({ id, code }) => code === input.code && id !== before?.id)) {
        throw refuse('CODE_TAKEN', { field: 'code' });
      }
      const renamed = before !== undefined && before.code !== input.code;
      if (renamed && isFrozen(tx, before.code)) throw refuse('CODE_FROZEN', { field: 'code' });
      if (renamed && before.code === ownDesk(tx)) setOwnDesk(tx, input.code);
      const { code, nameZh, nameEn, location, opens, closes } = input;
      return { id: putDesk(command, { code, nameZh, nameEn, location, opens, closes }, before?.id) };
    });
  }

  function saveUnit({ author }: FilingAuthor, input: Put<typeof unitForm>): { id: number } {
    return journal.command({ action: 'places.putUnit', input }, author, (command) => {
      const before = existing(command.tx, input, findUnit, unitOf);
      const { code, building, floor, room, kind, tenant } = input;
      const namesake = listUnits(command.tx).find((each) => codeKey(each.code) === codeKey(code));
      if (namesake && namesake.id !== before?.id) throw refuse('CODE_TAKEN', { field: 'code' });
      if (tenant !== null && !mayRent(kind)) throw refuse('FIELD_WRONG', { field: 'kind' });
      if (tenant !== null && tenant !== before?.tenant) checkTenant(command.tx, tenant);
      return { id: putUnit(command, { code, building, floor, room, kind, tenant }, before?.id) };
    });
  }

  function saveTenant({ author }: FilingAuthor, input: Put<typeof tenantForm>): { id: number } {
    return journal.command({ action: 'places.putTenant', input }, author, (command) => {
      const before = existing(command.tx, input, findTenant, tenantOf);
      const { commandId: _c, record: _i, revision: _r, status, ...sealed } = input;
      if (status === 'movedOut' && before?.status !== 'movedOut') {
        throw refuse('MOVE_OUT_NEEDED', { field: 'status' });
      }
      return { id: putTenant(command, { status }, sealed, before?.id) };
    });
  }

  function saveContact({ author }: FilingAuthor, input: Put<typeof contactForm>): { id: number } {
    return journal.command({ action: 'places.putContact', input }, author, (command) => {
      const { tx } = command;
      const before = existing(tx, input, findContact, contactOf);
      const { name, pinyin, phone, tenant: theirs, unit: at, authorises, active } = input;
      if (theirs !== null && theirs !== before?.tenant) checkTenant(tx, theirs);
      if (at !== null && at !== before?.unit) checkUnit(tx, at, theirs);
      return {
        id: putContact(
          command,
          { tenant: theirs, unit: at, authorises, active },
          { name, pinyin, phone },
          before?.id,
        ),
      };
    });
  }

  function existing<R extends Revised, Form extends object>(
    tx: Tx,
    { record, revision }: { readonly record: number | null; readonly revision: number | null },
    find: (db: Db, id: number) => R | undefined,
    formOf: (row: Omit<R, 'id'>) => Form,
  ): R | undefined {
    return record === null ? undefined : fresh(tx, find(tx, record), revision ?? 0, formOf);
  }

  return { saveProperty, saveDesk, saveUnit, saveTenant, saveContact };
}

interface Revised {
  readonly id: number;
  readonly clock: number;
}

/**
 * Answers the check that an edit was made on the row as it is now. A change since that left every field as it was
 * hinders nobody. Throws NOT_FOUND or CHANGED_MEANWHILE.
 */
export function createFreshness({ projection }: Pick<Journal, 'projection'>, what = 'place') {
  return <R extends Revised, Form extends object>(
    db: Db,
    row: R | undefined,
    revision: number,
    formOf: (row: Omit<R, 'id'>) => Form,
  ): R => {
    if (!row) throw refuse.notFound(what);
    if (row.clock === revision) return row;
    const then = stateAt(projection, db, row.id, revision) as Omit<R, 'id'> | null;
    const changed = then === null ? Object.keys(formOf(row)) : changedFields(formOf(then), formOf(row));
    if (changed.length > 0) throw refuse('CHANGED_MEANWHILE', { revision: row.clock, changed });
    return row;
  };
}

/** Somebody who moves in or works there from now on needs a tenant that is there. */
function checkTenant(db: Db, id: number): void {
  const row = findTenant(db, id);
  if (!row || row.status === 'movedOut') throw refuse('FIELD_WRONG', { field: 'tenant' });
}

function checkUnit(db: Db, id: number, tenant: number | null): void {
  const row = findUnit(db, id);
  if (!row || (tenant !== null && row.tenant !== tenant)) throw refuse('FIELD_WRONG', { field: 'unit' });
}
