// SQL of borrowers. Every look is by a key: the table grows with the years.
import type { BorrowerTable } from '../../../db/schema/lending.ts';
import type { BorrowerKind } from '../../api/borrowers.contract.ts';
import type { DocumentType } from '../../api/identity.ts';
import type { Db, Tx } from '../database/handle.ts';
import { change, query, upsert } from '../database/statement.ts';
import { projector, type AnyProjector } from '../journal/projector.ts';
import { phoneDigits } from '../search/search.text.ts';
import { borrowerEvents } from './borrowers.events.ts';
import { foldBorrower, type Borrower } from './borrowers.fold.ts';
import { borrowerWords } from './borrowers.words.ts';

export interface StoredBorrower extends Borrower {
  readonly id: number;
}

const saveRow = upsert('borrower', 'id', [
  ...(['kind', 'contact', 'staff', 'name', 'phone', 'phone_key', 'company', 'unit'] as const),
  ...(['document_type', 'document_masked', 'document_index', 'words', 'clock'] as const),
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('borrower').where('id', '=', p.id));
const addWord = change<{ word: string; borrower: number }>()((db, p) =>
  db.insertInto('borrower_word').values({ word: p.word, borrower: p.borrower }),
);
const removeWord = change<{ word: string; borrower: number }>()((db, p) =>
  db.deleteFrom('borrower_word').where('word', '=', p.word).where('borrower', '=', p.borrower),
);
const byId = query<{ id: number }>()((db, p) => db.selectFrom('borrower').selectAll().where('id', '=', p.id));
const byContact = query<{ contact: number }>()((db, p) =>
  db.selectFrom('borrower').selectAll().where('contact', '=', p.contact).orderBy('id').limit(1),
);
const byStaff = query<{ staff: number }>()((db, p) =>
  db.selectFrom('borrower').selectAll().where('staff', '=', p.staff).orderBy('id').limit(1),
);
const byPhone = query<{ phone: string }>()((db, p) =>
  db.selectFrom('borrower').selectAll().where('phone_key', '=', p.phone).orderBy('id'),
);
const byDocument = query<{ index: string }>()((db, p) =>
  db.selectFrom('borrower').selectAll().where('document_index', '=', p.index).orderBy('id'),
);
const nameless = query()((db) => db.selectFrom('borrower').select('id').where('name', 'is', null));
const ofUnit = query<{ unit: number; limit: number }>()((db, p) =>
  db.selectFrom('borrower').selectAll().where('unit', '=', p.unit).orderBy('id', 'desc').limit(p.limit),
);
const beginning = query<{ from: string; upTo: string; limit: number }>()((db, p) =>
  db
    .selectFrom('borrower_word')
    .select('borrower')
    .where('word', '>=', p.from)
    .where('word', '<', p.upTo)
    .orderBy('word')
    .limit(p.limit),
);

export const borrowerProjector: AnyProjector = projector({
  noun: 'borrower',
  catalogue: borrowerEvents,
  fold: foldBorrower,
  load: (db, id) => findBorrower(db, id) ?? null,
  save: saveBorrower,
  remove: removeBorrower,
});

function saveBorrower(tx: Tx, id: number, borrower: Borrower): void {
  const before = byId.get(tx, { id });
  const had = before ? wordsOf(before) : [];
  const has = wordsFor(borrower);
  saveRow.run(tx, toRow(id, borrower, has));
  for (const word of had) if (!has.includes(word)) removeWord.run(tx, { word, borrower: id });
  for (const word of has) if (!had.includes(word)) addWord.run(tx, { word, borrower: id });
}

function removeBorrower(tx: Tx, id: number): void {
  const row = byId.get(tx, { id });
  if (!row) return;
  for (const word of wordsOf(row)) removeWord.run(tx, { word, borrower: id });
  removeRow.run(tx, { id });
}

/** Contacts and colleagues are found by their own file, as it is now. */
function wordsFor({ contact, staff, name, phone, company }: Borrower): string[] {
  if (contact !== null || staff !== null) return [];
  return borrowerWords({ name, phone, companies: company === null ? [] : [company], codes: [] });
}

function wordsOf({ words }: BorrowerTable): string[] {
  return JSON.parse(words) as string[];
}

export function findBorrower(db: Db, id: number): StoredBorrower | undefined {
  const row = byId.get(db, { id });
  return row && toBorrower(row);
}

/** Whoever was erased or is locked stands for nobody any more, and is not found by these. */
export function findBorrowerOfContact(db: Db, contact: number): StoredBorrower | undefined {
  const row = byContact.get(db, { contact });
  return row && toBorrower(row);
}

export function findBorrowerOfStaff(db: Db, staff: number): StoredBorrower | undefined {
  const row = byStaff.get(db, { staff });
  return row && toBorrower(row);
}

/** The words that a borrower is found by, as they were saved; none where the record was erased. */
export function listWordsOf(db: Db, id: number): readonly string[] {
  const row = byId.get(db, { id });
  return row ? wordsOf(row) : [];
}

/** All of this number, whatever stands between its digits. */
export function listBorrowersByPhone(db: Db, phone: string): StoredBorrower[] {
  const digits = phoneDigits(phone);
  return digits === '' ? [] : byPhone.all(db, { phone: digits }).map(toBorrower);
}

/** `index`: blind index of the document. */
export function listBorrowersByDocument(db: Db, index: string): StoredBorrower[] {
  return byDocument.all(db, { index }).map(toBorrower);
}

/** Everybody who was erased or is locked. Reads the whole table. */
export function listNamelessBorrowers(db: Db): number[] {
  return nameless.all(db, {}).map(({ id }) => id);
}

/** Latest first. */
export function listBorrowersOfUnit(db: Db, unit: number, limit: number): StoredBorrower[] {
  return ofUnit.all(db, { unit, limit }).map(toBorrower);
}

/** Borrowers with a word that begins so, each once, in the order of the words. */
export function listBorrowersBeginning(db: Db, start: string, limit: number): number[] {
  const rows = beginning.all(db, { from: start, upTo: `${start}\u{10FFFF}`, limit });
  return [...new Set(rows.map(({ borrower }) => borrower))];
}

function toRow(id: number, borrower: Borrower, words: readonly string[]): BorrowerTable {
  const { kind, contact, staff, name, phone, company, unit, clock } = borrower;
  return {
    ...{ id, kind, contact, staff, name, phone, company, unit, clock },
    phone_key: phoneDigits(phone ?? '') || null,
    document_type: borrower.documentType,
    document_masked: borrower.documentMasked,
    document_index: borrower.documentIndex,
    words: JSON.stringify(words),
  };
}

function toBorrower(row: BorrowerTable): StoredBorrower {
  const { id, contact, staff, name, phone, company, unit, clock } = row;
  return {
    ...{ id, contact, staff, name, phone, company, unit, clock },
    kind: row.kind as BorrowerKind,
    documentType: row.document_type as DocumentType | null,
    documentMasked: row.document_masked,
    documentIndex: row.document_index,
  };
}
