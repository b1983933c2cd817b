// All SQL of loans, and of which of their lines are out.
import type { LoanLineTable } from '../../../../db/schema/loans.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { recordsById, type RecordsById } from '../../database/records-by-id.ts';
import { change, query, upsert } from '../../database/statement.ts';
import { deleteScanCode, insertScanCode } from '../../devices/scan-codes.store.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import type { LoanTrace } from '../register.ts';
import { loanEvents } from './loans.events.ts';
import { foldLoan, outOf, type Loan } from './loans.fold.ts';
import { formerOf, toLoan, toRow, type StoredLoan } from './loans.row.ts';

/** So many of a line that are with a borrower. Item 0: what goes by count. */
export type OpenLine = LoanLineTable;

const saveRow = upsert('loan', 'id', [
  ...(['number', 'state', 'desk', 'day', 'clock', 'borrower', 'borrower_name', 'borrower_phone'] as const),
  ...(['borrower_from', 'lines', 'lent_at', 'due_at', 'returned_at', 'slip_code', 'slip_prints'] as const),
  ...(['remarks', 'waived', 'bars', 'signed', 'last_return', 'follow_up', 'next_call_at'] as const),
  ...(['escalated', 'former'] as const),
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('loan').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) => db.selectFrom('loan').selectAll().where('id', '=', p.id));
const ofBorrower = query<{ borrower: number }>()((db, p) =>
  db.selectFrom('loan').select(['id', 'state', 'clock', 'borrower_name']).where('borrower', '=', p.borrower),
);
const ofSomebodyElse = query()((db) =>
  db
    .selectFrom('loan')
    .select(['id', 'state', 'clock', 'borrower_name', 'former'])
    .where('former', 'is not', null),
);
const lastOfBorrower = query<{ borrower: number }>()((db, p) =>
  db
    .selectFrom('loan')
    .select('lent_at')
    .where('borrower', '=', p.borrower)
    .orderBy('lent_at', 'desc')
    .limit(1),
);
const lost = query()((db) => db.selectFrom('loan').selectAll().where('state', '=', 'lost'));
const putLine = change<LoanLineTable>()((db, p) =>
  db
    .insertInto('loan_line')
    .values({
      item: p.item,
      type: p.type,
      desk: p.desk,
      loan: p.loan,
      line: p.line,
      out: p.out,
      borrower: p.borrower,
    })
    .onConflict((oc) =>
      oc.columns(['item', 'type', 'desk', 'loan', 'line']).doUpdateSet({ out: p.out, borrower: p.borrower }),
    ),
);
const dropLine = change<Omit<LoanLineTable, 'out' | 'borrower'>>()((db, p) =>
  db
    .deleteFrom('loan_line')
    .where('item', '=', p.item)
    .where('type', '=', p.type)
    .where('desk', '=', p.desk)
    .where('loan', '=', p.loan)
    .where('line', '=', p.line),
);
const everyLine = query()((db) => db.selectFrom('loan_line').selectAll());
const linesOfItem = query<{ item: number }>()((db, p) =>
  db.selectFrom('loan_line').selectAll().where('item', '=', p.item).orderBy('loan', 'desc'),
);
const countOut = query<{ type: number; desk: string }>()((db, p) =>
  db
    .selectFrom('loan_line')
    .select((eb) => eb.fn.sum<number | null>('out').as('out'))
    .where('item', '=', 0)
    .where('type', '=', p.type)
    .where('desk', '=', p.desk),
);

/** Of any state, as they were typed. */
export const typedLoans: RecordsById<StoredLoan> = recordsById('loan', toLoan);

export const loansProjector: AnyProjector = projector({
  noun: 'loan',
  catalogue: loanEvents,
  fold: foldLoan,
  load: (db, id) => findLoan(db, id) ?? null,
  save: saveLoan,
  remove: removeLoan,
});

function saveLoan(tx: Tx, id: number, loan: Loan, before: Loan | null): void {
  saveRow.run(tx, toRow(id, loan), before && toRow(id, before));
  if (!before) insertScanCode(tx, loan.slipCode, id);
  for (const [line, each] of loan.lines.entries()) {
    const key = { item: each.item ?? 0, type: each.type, desk: loan.desk, loan: id, line };
    const out = outOf(loan.state, each);
    if (out > 0) putLine.run(tx, { ...key, out, borrower: loan.borrower });
    else dropLine.run(tx, key);
  }
}

function removeLoan(tx: Tx, id: number): void {
  const loan = findLoan(tx, id);
  if (!loan) return;
  deleteScanCode(tx, loan.slipCode, id);
  for (const [line, { item, type }] of loan.lines.entries()) {
    dropLine.run(tx, { item: item ?? 0, type, desk: loan.desk, loan: id, line });
  }
  removeRow.run(tx, { id });
}

export function findLoan(db: Db, id: number): StoredLoan | undefined {
  const row = byId.get(db, { id });
  return row && toLoan(row);
}

/** Everything that is out, soonest due first: by its lines, so that open loans need no index of their own. */
export function listOpen(db: Db): StoredLoan[] {
  return loansOf(db, listOpenLines(db));
}

/** What these borrowers have, soonest due first. */
export function listOpenOf(db: Db, borrowers: readonly number[]): StoredLoan[] {
  return loansOf(
    db,
    listOpenLines(db).filter(({ borrower }) => borrowers.includes(borrower)),
  );
}

function loansOf(db: Db, lines: readonly OpenLine[]): StoredLoan[] {
  const loans = [...new Set(lines.map(({ loan }) => loan))];
  return loans.flatMap((id) => findLoan(db, id) ?? []).toSorted(bySoonest);
}

/** Every loan that is or was a borrower's, as far as their erasure asks. */
export function listTracesOf(db: Db, borrower: number): LoanTrace[] {
  const byMistake = ofSomebodyElse.all(db, {}).filter(({ former }) => formerOf(former).includes(borrower));
  return [...ofBorrower.all(db, { borrower }), ...byMistake].map(
    ({ id: record, state, clock, borrower_name }) => ({
      ...{ record, clock, isOver: state !== 'open', isNamed: borrower_name !== null },
    }),
  );
}

/** When somebody borrowed last (UTC ms); null for never. */
export function findLastLent(db: Db, borrower: number): number | null {
  return lastOfBorrower.get(db, { borrower })?.lent_at ?? null;
}

/** Those that ended with something lost, newest first. */
export function listLost(db: Db): StoredLoan[] {
  return lost
    .all(db, {})
    .map(toLoan)
    .toSorted((a, b) => b.lentAt - a.lentAt);
}

/** Every line that is out. */
export function listOpenLines(db: Db): OpenLine[] {
  return everyLine.all(db, {});
}

/** The open loans that have this item, newest first; two where two desks lent it. */
export function listLinesOfItem(db: Db, item: number): OpenLine[] {
  return linesOfItem.all(db, { item });
}

/** How many of a kind that goes by count are out from a desk. */
export function countOutOf(db: Db, type: number, desk: string): number {
  return countOut.get(db, { type, desk })?.out ?? 0;
}

function bySoonest(a: StoredLoan, b: StoredLoan): number {
  return a.dueAt - b.dueAt || a.id - b.id;
}
