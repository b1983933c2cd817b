// The wiring of the registers: what the house hands to each of them.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Language } from '../api/boot.ts';
import { createDepositDesk } from './registers/loans/index.ts';
import type { SlipQueue, TagWearer, Tenancy } from './registers/register.ts';
import type { Database } from './database/database.ts';
import { insertPrintJob } from './devices/printer/print-jobs.store.ts';
import type { Journal } from './journal/journal.ts';
import type { Signatures } from './lending/signatures.ts';
import type { BorrowerDesk } from './people/borrowers.service.ts';
import type { Approvals } from './people/approvals.ts';
import { borrowerOnFile } from './people/borrowers.file.ts';
import { findBorrower } from './people/borrowers.store.ts';
import { findStaff } from './people/staff.store.ts';
import {
  contactExists,
  describeUnit,
  findDesk,
  findDoor,
  findFloor,
  findTenantOf,
  listAuthorisers,
  listNamesOf,
} from './places/places.store.ts';
import { placesOnFile } from './places/places-file.queries.ts';
import type { SlipPlace } from './places/slip-place.ts';
import type { PolicyReader } from './policies/policies.reader.ts';
import type { HistoryNames } from './registers/history.ts';
import { createRegisters, type Registers } from './registers/index.ts';
import { findShift } from './registers/shifts/index.ts';
import type { Search } from './search/search.service.ts';
import type { Calendar, Clock } from './shared/clock.ts';
import type { Random } from './shared/random.ts';

export interface RegisterWiring {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly random: Random;
  readonly calendar: () => Calendar;
  readonly policies: PolicyReader;
  readonly borrowers: BorrowerDesk;
  readonly approvals: Approvals;
  readonly signatures: Signatures;
  /** Whose badge has this number; null for none. */
  readonly badgeOf: (uid: string) => TagWearer | null;
  /** The code of this desk; null before it has one. */
  readonly desk: () => string | null;
  /** The place as a slip names it. */
  readonly placeOf: (language: Language, desk: string) => SlipPlace;
  /** A slip was committed: wakes the printer and whoever shows what waits. */
  readonly slipWaits: () => void;
  /** The box, which is made from the registers: asked only once everything stands. */
  readonly search: () => Pick<Search, 'find'>;
}

/** How the ids on an event are read out, in whichever history. */
export const HISTORY_NAMES: HistoryNames = {
  staff: (at, id) => findStaff(at, id) ?? null,
  shift: (at, id) => findShift(at, id)?.number ?? null,
};

export function wireRegisters(wiring: RegisterWiring): Registers {
  const { slipWaits, search, badgeOf, ...house } = wiring;
  const { clock, random } = house;
  const { db } = house.database;

  /** By the file as it is now: their contact, or somebody out of one of their units. */
  function isUnder(borrower: number, { units, contacts }: Tenancy): boolean {
    const stored = findBorrower(db, borrower);
    const filed = stored ? borrowerOnFile(db, stored) : null;
    if (filed === null) return false;
    const { contact, unit } = filed;
    return (contact !== null && contacts.includes(contact)) || (unit !== null && units.includes(unit));
  }

  const slips: SlipQueue = {
    enqueue: (tx, order) => insertPrintJob(tx, { ...order, createdAt: clock.now() }),
    wake: slipWaits,
  };
  const registers: Registers = createRegisters({
    ...house,
    hours: (code) => ({ closes: (code === null ? undefined : findDesk(db, code))?.closes ?? null }),
    unitText: (units) =>
      units
        .map((unit) => describeUnit(db, unit))
        .filter(Boolean)
        .join('、') || null,
    slips,
    deskExists: (code) => findDesk(db, code) !== undefined,
    ...{ placesOnFile, doorOf: findDoor, namesOf: listNamesOf },
    nextTurn,
    tenantOf: (unit) => findTenantOf(db, unit),
    authorisersOf: (tenant) => listAuthorisers(db, tenant, 'keys'),
    unitExists: (unit) => describeUnit(db, unit) !== null,
    staffExists: (staff) => findStaff(db, staff) !== undefined,
    contactExists: (contact) => contactExists(db, contact),
    findVisits: async (text) => {
      const { open, history } = await search().find(text, 20);
      return [...open, ...history].flatMap((hit) => (hit.register === 'visitors' ? [hit.record] : []));
    },
    ...{ deposits: createDepositDesk({ random, slips }), isUnder },
    wearerOf(at, uid, own) {
      const worn = registers.wearing(at, uid) ?? badgeOf(uid);
      return worn?.record === own ? null : worn;
    },
    floorOf: (unit) => findFloor(db, unit),
    names: HISTORY_NAMES,
  });
  return registers;
}
