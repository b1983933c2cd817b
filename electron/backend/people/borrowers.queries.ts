// What the window reads of borrowers: found, named, and with what they hold.
import type { BorrowerRow, HeldThing } from '../../api/borrowers.contract.ts';
import type { DocumentType } from '../../api/identity.ts';
import type { Db } from '../database/handle.ts';
import type { FoldTools } from '../journal/projector.ts';
import { heldThings, lastLentTo, recentBorrowers, type Held } from '../lending/held.ts';
import type { LendingFace } from '../registers/register.ts';
import { documentKind, normaliseDocumentNumber } from '../shared/document-number.ts';
import { maskPhone } from '../shared/masked-phone.ts';
import {
  borrowerOf,
  borrowerOnFile,
  contactOnFile,
  readableBorrower,
  staffOnFile,
  whereFrom,
  type Filed,
} from './borrowers.file.ts';
import type { FiledFinder, FiledPick } from './borrowers.finder.ts';
import {
  findBorrower,
  listBorrowersBeginning,
  listBorrowersByDocument,
  listBorrowersByPhone,
  listBorrowersOfUnit,
  listWordsOf,
  type StoredBorrower,
} from './borrowers.store.ts';
import { answersAll, termsOf, type Term } from './borrowers.words.ts';

export interface BorrowerQueryParts {
  readonly db: Db;
  readonly finder: FiledFinder;
  readonly lending: readonly LendingFace[];
  readonly tools: FoldTools;
}

/** When it is asked, at which desk, and whether phones are shown whole. */
export interface Asking {
  readonly now: number;
  readonly desk: string | null;
  readonly phones: 'whole' | 'masked';
}

/** So many are looked at before the latest of them are shown: a single letter fits thousands. */
const MOST_LOOKED_AT = 200;
const MOST_UNITS = 20;

interface Candidate {
  readonly filed: Filed;
  readonly stored: StoredBorrower | undefined;
}

/** Nothing typed: who borrowed last at this desk. Else everybody whom the text fits, who borrowed last in front. */
export function findBorrowers(
  parts: BorrowerQueryParts,
  text: string,
  limit: number,
  asking: Asking,
): BorrowerRow[] {
  if (text.trim() === '') return recent(parts, limit, asking);
  const terms = termsOf(text);
  if (terms.length === 0) return [];
  const dated = candidates(parts, terms).map((candidate) => ({ candidate, at: lastAt(parts, candidate) }));
  const latest = dated.toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0)).slice(0, limit);
  return rows(parts, latest, asking);
}

export function findBorrowerByDocument(
  parts: BorrowerQueryParts,
  { documentType, documentNumber }: { readonly documentType: DocumentType; readonly documentNumber: string },
  asking: Asking,
): BorrowerRow | null {
  const number = normaliseDocumentNumber(documentNumber);
  const index = parts.tools.blindIndex(documentKind(documentType), number);
  return firstRow(parts, listBorrowersByDocument(parts.db, index), asking);
}

export function findBorrowerOfStaffMember(
  parts: BorrowerQueryParts,
  staff: number,
  asking: Asking,
): BorrowerRow | null {
  const found = filedCandidates(parts.db, [{ from: 'staff', staff }]);
  const [candidate] = found;
  if (!candidate) return null;
  return rows(parts, [{ candidate, at: lastAt(parts, candidate) }], asking)[0] ?? null;
}

/** One borrower with everything they have; also who was erased, without a name. Null for an unknown record. */
export function readBorrower(
  parts: BorrowerQueryParts,
  id: number,
  asking: Asking,
): (BorrowerRow & { things: HeldThing[] }) | null {
  const { db, lending } = parts;
  const stored = findBorrower(db, id);
  if (!stored) return null;
  const filed = borrowerOnFile(db, stored) ?? { ...stored, name: '' };
  const candidate = { filed, stored };
  const [row] = rows(parts, [{ candidate, at: lastAt(parts, candidate) }], asking);
  if (!row) return null;
  const name = stored.name === null ? null : row.name;
  return { ...row, name, things: heldThings(db, lending, [id], asking.now).map(shown) };
}

/** What whoever has this phone or document still holds. */
export function heldByPerson(
  { db, lending }: BorrowerQueryParts,
  person: { readonly documentIndex: string | null; readonly phone: string | null },
  now: number,
): HeldThing[] {
  const { documentIndex, phone } = person;
  const same = [
    ...(documentIndex === null ? [] : listBorrowersByDocument(db, documentIndex)),
    ...(phone === null ? [] : listBorrowersByPhone(db, phone)),
  ];
  const ids = [...new Set(same.map(({ id }) => id))];
  return heldThings(db, lending, ids, now).map(shown);
}

/** A borrower in a list of what was approved; null for any other record. They have no number of their own. */
export function describeBorrower(
  db: Db,
  record: number,
): { readonly number: string; readonly title: string | null } | null {
  const stored = findBorrower(db, record);
  return stored ? { number: '', title: stored.name } : null;
}

function shown(held: Held): HeldThing {
  const { borrower: _, ...thing } = held;
  return thing;
}

function firstRow(
  parts: BorrowerQueryParts,
  stored: readonly StoredBorrower[],
  asking: Asking,
): BorrowerRow | null {
  const [candidate] = storedCandidates(parts.db, stored);
  if (!candidate) return null;
  return rows(parts, [{ candidate, at: lastAt(parts, candidate) }], asking)[0] ?? null;
}

function recent(parts: BorrowerQueryParts, limit: number, asking: Asking): BorrowerRow[] {
  if (asking.desk === null) return [];
  const latest = recentBorrowers(parts.db, parts.lending, asking.desk, limit);
  const dated = latest.flatMap(({ borrower, at }) => {
    const stored = readableBorrower(parts.db, borrower);
    return stored ? storedCandidates(parts.db, [stored]).map((candidate) => ({ candidate, at })) : [];
  });
  return rows(parts, dated, asking);
}

/** Everybody whom the terms fit, each once: contacts and colleagues, then borrowers who are on no other file. */
function candidates(parts: BorrowerQueryParts, terms: readonly Term[]): Candidate[] {
  const { db, finder } = parts;
  const filed = filedCandidates(db, finder.people(terms, MOST_LOOKED_AT));
  const ofUnits = finder
    .units(terms, MOST_UNITS)
    .flatMap((unit) => listBorrowersOfUnit(db, unit, MOST_LOOKED_AT))
    .filter(({ contact, staff }) => contact === null && staff === null);
  const found = new Map([...byWords(db, terms), ...ofUnits].map((stored) => [stored.id, stored]));
  return [...filed, ...storedCandidates(db, [...found.values()])];
}

/** The index is asked for the longest term; whoever it gives is then held against all of them. */
function byWords(db: Db, terms: readonly Term[]): StoredBorrower[] {
  const [longest] = terms.toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0));
  const ids = new Set((longest ?? []).flatMap((start) => listBorrowersBeginning(db, start, MOST_LOOKED_AT)));
  // Their words are on file: to make them anew of a few hundred names takes longer than everything else here.
  const answering = [...ids].filter((id) => answersAll(listWordsOf(db, id), terms));
  return answering.flatMap((id) => readableBorrower(db, id) ?? []);
}

function filedCandidates(db: Db, picks: readonly FiledPick[]): Candidate[] {
  return picks.flatMap((pick) => {
    const filed = pick.from === 'contact' ? contactOnFile(db, pick.contact) : staffOnFile(db, pick.staff);
    return filed ? [{ filed, stored: borrowerOf(db, filed) }] : [];
  });
}

function storedCandidates(db: Db, borrowers: readonly StoredBorrower[]): Candidate[] {
  return borrowers.flatMap((stored) => {
    const filed = borrowerOnFile(db, stored);
    return filed ? [{ filed, stored }] : [];
  });
}

function lastAt({ db, lending }: BorrowerQueryParts, { stored }: Candidate): number | null {
  return stored ? lastLentTo(db, lending, stored.id) : null;
}

function rows(
  { db, lending }: BorrowerQueryParts,
  dated: readonly { readonly candidate: Candidate; readonly at: number | null }[],
  { now, phones }: Asking,
): BorrowerRow[] {
  const ids = dated.flatMap(({ candidate: { stored } }) => stored?.id ?? []);
  const held = Map.groupBy(heldThings(db, lending, ids, now), ({ borrower }) => borrower);
  return dated.map(({ candidate: { filed, stored }, at }): BorrowerRow => {
    const things = stored ? (held.get(stored.id) ?? []) : [];
    return {
      pick: pickOf(filed, stored),
      kind: filed.kind,
      name: filed.name,
      phone: phones === 'masked' ? maskPhone(filed.phone) : filed.phone,
      ...whereFrom(db, filed),
      unit: filed.unit,
      documentMasked: stored?.documentMasked ?? null,
      lastAt: at,
      holds: things.length,
      overdue: things.filter(({ overdue }) => overdue).length,
    };
  });
}

function pickOf({ contact, staff }: Filed, stored: StoredBorrower | undefined): BorrowerRow['pick'] {
  if (stored) return { from: 'borrower', borrower: stored.id };
  return contact === null ? { from: 'staff', staff: staff ?? 0 } : { from: 'contact', contact };
}
