// Makes a borrower of whoever is picked, inside the command that lends; mends one who is on no other file.
import type { z } from 'zod';
import type {
  BorrowerKind,
  borrowerErrors,
  borrowerPick,
  newBorrower,
} from '../../api/borrowers.contract.ts';
import type { Db } from '../database/handle.ts';
import type { Author } from '../journal/append.ts';
import type { Command } from '../journal/command.ts';
import type { Journal } from '../journal/journal.ts';
import { describeUnit } from '../places/places.store.ts';
import type { Calendar, Clock } from '../shared/clock.ts';
import { documentKind } from '../shared/document-number.ts';
import { writtenName } from '../shared/person-name.ts';
import { refusals } from '../shared/refusal.ts';
import { borrowerEvents } from './borrowers.events.ts';
import {
  borrowerOf,
  borrowerOnFile,
  contactOnFile,
  readableBorrower,
  staffOnFile,
  whereFrom,
  type Filed,
} from './borrowers.file.ts';
import { canBeCalled, knownAs, soundDocument, type PickedDocument } from './borrowers.rules.ts';
import { listBorrowersByDocument, listBorrowersByPhone, type StoredBorrower } from './borrowers.store.ts';

export interface BorrowersParts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly calendar: () => Calendar;
}

export type Pick = z.output<typeof borrowerPick>;
type Person = z.output<typeof newBorrower>;
type AmendInput = Person & {
  readonly commandId: string;
  readonly borrower: number;
  readonly document: PickedDocument | null;
};

/** Whom a thing is lent to, as a register needs it: who it is, and what the slip shows now. */
export interface Borrowing {
  /** Null for who never borrowed: the record comes with the first loan. */
  readonly id: number | null;
  readonly kind: BorrowerKind;
  readonly contact: number | null;
  readonly staff: number | null;
  readonly name: string;
  readonly phone: string | null;
  /** Company, tenant and unit as one line. */
  readonly from: string | null;
  readonly unit: number | null;
  readonly tenant: number | null;
  /** Whether a document of theirs is written down, or comes with the pick. */
  readonly hasDocument: boolean;
}

export interface BorrowerDesk {
  /** Who is picked, for a form that is still being filled. Writes nothing. Throws the refusal UNKNOWN_BORROWER. */
  look(db: Db, pick: Pick): Borrowing;
  /**
   * The borrower's record for a loan: the one there is, brought up to date, or a new one. Call inside the command that
   * lends, before its events. Throws the refusals of `borrowerErrors`.
   */
  resolve(command: Command, pick: Pick): Borrowing & { readonly id: number };
  /** Whom a borrower belongs to; null for nobody, and for who was erased: there is nobody to ask about them. */
  tenantOf(db: Db, borrower: number): number | null;
}

const refuse = refusals<typeof borrowerErrors>();

export type BorrowersService = ReturnType<typeof createBorrowersService>;

export function createBorrowersService(parts: BorrowersParts) {
  const { journal, clock, calendar } = parts;

  function look(db: Db, pick: Pick): Borrowing {
    const { filed, stored } = whoIs(db, pick);
    const hasDocument = pick.document !== null || (stored?.documentIndex ?? null) !== null;
    return { ...filed, ...whereFrom(db, filed), id: stored?.id ?? null, hasDocument };
  }

  function tenantOf(db: Db, borrower: number): number | null {
    const stored = readableBorrower(db, borrower);
    const filed = stored && borrowerOnFile(db, stored);
    return filed ? whereFrom(db, filed).tenant : null;
  }

  function resolve(command: Command, pick: Pick): Borrowing & { readonly id: number } {
    const { filed, stored } = whoIs(command.tx, pick);
    if (pick.from === 'new') checkPerson(command.tx, pick.person);
    const id = write(command, stored, filed, pick.document, pick.from === 'new');
    return { ...look(command.tx, { from: 'borrower', borrower: id, document: null }), id };
  }

  function amend(author: Author, input: AmendInput): { id: number } {
    return journal.command({ action: 'borrowers.amend', input }, author, (command) => {
      const stored = readableBorrower(command.tx, input.borrower);
      // Contacts and colleagues are mended in their own file, or the next loan would put them back.
      if (!stored || stored.contact !== null || stored.staff !== null)
        throw refuse('UNKNOWN_BORROWER', { field: 'borrower' });
      checkPerson(command.tx, input);
      write(command, stored, newlyFiled(input), input.document, true);
      return { id: stored.id };
    });
  }

  /** Appends what is new about somebody, and nothing else. */
  function write(
    command: Command,
    stored: StoredBorrower | undefined,
    filed: Filed,
    picked: PickedDocument | null,
    typed: boolean,
  ): number {
    const shown = picked && checkedDocument(picked);
    const known = knownAs(stored?.id ?? null, {
      // A number that a file gives may well be shared; one that is typed at the desk is somebody's who was here before.
      phone: typed && filed.phone !== null ? listBorrowersByPhone(command.tx, filed.phone) : [],
      document: shown ? listBorrowersByDocument(command.tx, shown.index) : [],
    });
    if (known) throw refuse('BORROWER_KNOWN', known);
    const id = stored?.id ?? command.newRecord();
    if (!stored || !isSame(stored, filed)) {
      const { kind, unit, contact, staff, name, phone, company } = filed;
      command.append(borrowerEvents, id, {
        type: 'borrower.put',
        body: { kind },
        sealed: { contact, staff, name, phone, company, unit },
      });
    }
    if (shown && shown.index !== stored?.documentIndex) {
      command.append(borrowerEvents, id, {
        type: 'borrower.document_shown',
        body: { documentType: shown.type },
        sealed: { documentNumber: shown.number },
      });
    }
    return id;
  }

  function checkedDocument(picked: PickedDocument) {
    const sound = soundDocument(picked, calendar().dayOf(clock.now()));
    if (!sound) throw refuse('BORROWER_DOCUMENT_WRONG', { field: 'documentNumber' });
    const index = journal.projection.tools.blindIndex(documentKind(sound.type), sound.number);
    return { ...sound, index };
  }

  return { look, resolve, tenantOf, amend };
}

function checkPerson(db: Db, { phone, unit }: Person): void {
  if (!canBeCalled(phone)) throw refuse('PHONE_NEEDED', { field: 'phone' });
  if (unit !== null && describeUnit(db, unit) === null)
    throw refuse('BORROWER_UNIT_UNKNOWN', { field: 'unit' });
}

function whoIs(db: Db, pick: Pick): { readonly filed: Filed; readonly stored: StoredBorrower | undefined } {
  if (pick.from === 'new') return { filed: newlyFiled(pick.person), stored: undefined };
  if (pick.from === 'borrower') {
    const stored = readableBorrower(db, pick.borrower);
    const filed = stored && borrowerOnFile(db, stored);
    if (filed) return { filed, stored };
  } else {
    const filed = pick.from === 'contact' ? contactOnFile(db, pick.contact) : staffOnFile(db, pick.staff);
    if (filed) return { filed, stored: borrowerOf(db, filed) };
  }
  throw refuse('UNKNOWN_BORROWER', { field: 'borrower' });
}

function newlyFiled({ kind, name, phone, company, unit }: Person): Filed {
  return { kind, contact: null, staff: null, name: writtenName(name), phone, company, unit };
}

const FACTS = ['kind', 'contact', 'staff', 'name', 'phone', 'company', 'unit'] as const;

function isSame(stored: StoredBorrower, filed: Filed): boolean {
  return FACTS.every((fact) => stored[fact] === filed[fact]);
}
