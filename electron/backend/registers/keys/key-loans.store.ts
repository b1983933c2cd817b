// All SQL of loans of keys.
import type { KeyLoanLineTable } from '../../../../db/schema/keys.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { recordsById, type RecordsById } from '../../database/records-by-id.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { deleteScanCode, insertScanCode } from '../../devices/scan-codes.store.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import type { LoanTrace } from '../register.ts';
import { keyLoanEvents } from './key-loans.events.ts';
import { foldKeyLoan, type KeyLoan, type LoanLine } from './key-loans.fold.ts';
import { linesOf, toLoan, toRow, type StoredLoan } from './key-loans.row.ts';

/** Where a line stands in the table of lines: over, out, given up. */
const OVER = 0;
const OUT = 1;
const GIVEN_UP = 2;
/** More desks than can have lent one key apart. */
const MOST_HOLDERS = 100;

const saveRow = upsert('key_loan', 'id', [
  ...(['number', 'state', 'kind', 'desk', 'day', 'clock', 'borrower', 'borrower_name'] as const),
  ...(['borrower_phone', 'borrower_from', 'authorised_by', 'authorised_by_name', 'purpose'] as const),
  ...(['remarks', 'lines', 'lent_at', 'due_at', 'returned_at', 'slip_code', 'slip_prints'] as const),
  ...(['signed', 'calls', 'brought_by', 'bars', 'override_reason'] as const),
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('key_loan').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) => db.selectFrom('key_loan').selectAll().where('id', '=', p.id));
const inPlace = query<{ open: number }>()((db, p) =>
  db
    .selectFrom('key_loan')
    .selectAll()
    .where('id', 'in', (eb) => eb.selectFrom('key_loan_line').select('loan').where('open', '=', p.open)),
);
const ofBorrower = query<{ borrower: number }>()((db, p) =>
  db
    .selectFrom('key_loan')
    .select(['id', 'state', 'clock', 'borrower_name'])
    .where('borrower', '=', p.borrower),
);
const outWith = query<{ borrower: number }>()((db, p) =>
  db
    .selectFrom('key_loan_line')
    .select('loan')
    .distinct()
    .where('open', '=', OUT)
    .where('borrower', '=', p.borrower),
);
const lastLent = query<{ borrower: number }>()((db, p) =>
  db
    .selectFrom('key_loan')
    .select('lent_at as at')
    .where('borrower', '=', p.borrower)
    .orderBy('lent_at', 'desc')
    .limit(1),
);
const counts = query<{ now: number; soon: number }>()((db, p) =>
  db
    .selectFrom('key_loan')
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('kind', '<>', 'issued').as('out'),
      eb.fn.countAll<number>().filterWhere('due_at', '<', p.now).as('overdue'),
      eb.fn.countAll<number>().filterWhere('due_at', '<=', p.soon).as('soon'),
    ])
    .where('id', 'in', (eb) => eb.selectFrom('key_loan_line').select('loan').where('open', '=', OUT)),
);
const loansOf = query<{ open: number; key: number; limit: number }>()((db, p) =>
  db
    .selectFrom('key_loan_line')
    .select('loan')
    .where('open', '=', p.open)
    .where('key', '=', p.key)
    .orderBy('loan', 'desc')
    .limit(p.limit),
);
const contradicted = query()((db) =>
  db
    .selectFrom('key_loan_line as one')
    .innerJoin('key_loan_line as other', (join) =>
      join
        .on('other.open', '=', OUT)
        .onRef('other.key', '=', 'one.key')
        .onRef('other.loan', '<>', 'one.loan'),
    )
    .select('one.loan')
    .distinct()
    .where('one.open', '=', OUT),
);
const heldBetween = query<{ key: number; from: number; until: number }>()((db, p) =>
  db
    .selectFrom('key_loan_line')
    .innerJoin('key_loan', 'key_loan.id', 'key_loan_line.loan')
    .selectAll('key_loan')
    .where('key_loan_line.open', 'in', [OVER, OUT, GIVEN_UP])
    .where('key_loan_line.key', '=', p.key)
    .where('key_loan.lent_at', '<', p.until)
    .where((eb) => eb.or([eb('returned_at', 'is', null), eb('returned_at', '>', p.from)]))
    .orderBy('key_loan.lent_at'),
);
const putLine = change<KeyLoanLineTable>()((db, p) =>
  db
    .insertInto('key_loan_line')
    .values({ open: p.open, key: p.key, loan: p.loan, pieces: p.pieces, borrower: p.borrower })
    .onConflict((oc) =>
      oc.columns(['open', 'key', 'loan']).doUpdateSet({ pieces: p.pieces, borrower: p.borrower }),
    ),
);
const dropLine = change<{ open: number; key: number; loan: number }>()((db, p) =>
  db
    .deleteFrom('key_loan_line')
    .where('open', '=', p.open)
    .where('key', '=', p.key)
    .where('loan', '=', p.loan),
);

/** Of any state, as they were typed. */
export const typedLoans: RecordsById<StoredLoan> = recordsById('key_loan', toLoan);

export const keyLoanProjector: AnyProjector = projector({
  noun: 'key_loan',
  catalogue: keyLoanEvents,
  fold: foldKeyLoan,
  load: (db, id) => findLoan(db, id) ?? null,
  save: saveLoan,
  remove: removeLoan,
});

function saveLoan(tx: Tx, id: number, loan: KeyLoan, before: KeyLoan | null): void {
  saveRow.run(tx, toRow(id, loan), before && toRow(id, before));
  if (!before) insertScanCode(tx, loan.slipCode, id);
  const places = new Map(before?.lines.map((line) => [line.key, placeOf(before, line)]));
  for (const line of loan.lines) {
    const was = places.get(line.key);
    const open = placeOf(loan, line);
    if (was !== undefined && was !== open) dropLine.run(tx, { open: was, key: line.key, loan: id });
    const { borrower } = loan;
    putLine.run(tx, { open, key: line.key, loan: id, pieces: line.pieces - line.back, borrower });
  }
}

function removeLoan(tx: Tx, id: number): void {
  const row = byId.get(tx, { id });
  if (!row) return;
  deleteScanCode(tx, String(row.slip_code), id);
  for (const line of linesOf(row)) dropLine.run(tx, { open: placeOf(row, line), key: line.key, loan: id });
  removeRow.run(tx, { id });
}

function placeOf({ state }: { readonly state: string }, { pieces, back, lost }: LoanLine): number {
  if (back >= pieces || state === 'taken_back' || state === 'voided') return OVER;
  return lost ? GIVEN_UP : OUT;
}

export function findLoan(db: Db, id: number): StoredLoan | undefined {
  const row = byId.get(db, { id });
  return row && toLoan(row);
}

/** Everything that is out, also what is issued for good. */
export function listOpenLoans(db: Db): StoredLoan[] {
  return inPlace.all(db, { open: OUT }).map(toLoan);
}

/** Loans that gave this key up as lost, the latest first; also those that still have others out. */
export function listGivenUp(db: Db, key: number): StoredLoan[] {
  const loans = loansOf.all(db, { open: GIVEN_UP, key, limit: MOST_HOLDERS });
  return loans.flatMap(({ loan }) => findLoan(db, loan) ?? []);
}

/** Loans that ended with a key that was lost and not found. */
export function listLostLoans(db: Db): StoredLoan[] {
  const lost = inPlace.all(db, { open: GIVEN_UP }).map(toLoan);
  return lost.filter(({ state }) => state === 'lost');
}

/** What a borrower has now, the latest first: from what is out, however often they were here before. */
export function listOpenOf(db: Db, borrower: number): StoredLoan[] {
  const open = outWith.all(db, { borrower }).flatMap(({ loan }) => findLoan(db, loan) ?? []);
  return open.toSorted((a, b) => b.lentAt - a.lentAt);
}

/** Every loan of a borrower, as far as their erasure asks: a lost key is looked for until it is found or paid for. */
export function listTracesOf(db: Db, borrower: number): LoanTrace[] {
  return ofBorrower.all(db, { borrower }).map(({ id: record, state, clock, borrower_name }) => ({
    ...{ record, clock, isOver: state !== 'open' && state !== 'lost', isNamed: borrower_name !== null },
  }));
}

/** When somebody borrowed keys last (UTC ms); null for never. */
export function findLastLent(db: Db, borrower: number): number | null {
  return lastLent.get(db, { borrower })?.at ?? null;
}

/** The latest loans of a key, those that are out first. */
export function listLoansOfKey(db: Db, key: number, limit: number): StoredLoan[] {
  return [OUT, GIVEN_UP, OVER]
    .flatMap((open) => loansOf.all(db, { open, key, limit }))
    .slice(0, limit)
    .flatMap(({ loan }) => findLoan(db, loan) ?? []);
}

/** Loans of a key that began before `until` and were not over at `from` (UTC ms), the earliest first; void ones too. */
export function listLoansBetween(db: Db, key: number, from: number, until: number): StoredLoan[] {
  return heldBetween.all(db, { key, from, until }).map(toLoan);
}

/** Open loans of a key that another open loan has as well. */
export function listContradicted(db: Db): ReadonlySet<number> {
  return new Set(contradicted.all(db, {}).map(({ loan }) => loan));
}

/** `soon` counts what is due until that moment and not overdue. Both in UTC ms. */
export function countOpenLoans(
  db: Db,
  now: number,
  soon: number,
): { out: number; overdue: number; dueSoon: number } {
  const found = counts.get(db, { now, soon });
  const overdue = found?.overdue ?? 0;
  return { out: found?.out ?? 0, overdue, dueSoon: (found?.soon ?? 0) - overdue };
}
