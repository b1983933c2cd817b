// What several actions check before they append: what is asked for, whether it is there, what stands in the way.
import type { ItemState, LoanBar, loanErrors } from '../../../api/loan-states.ts';
import { holdsRight, type Role } from '../../../api/rights.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { dueStateOf } from '../../lending/due.rules.ts';
import type { Borrowing } from '../../people/borrowers.service.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { findItem, findType, listStock, type StoredItem, type StoredType } from './items.store.ts';
import type { LoansParts } from './loans.parts.ts';
import { barsOf, countsAt, stateNow, type Counts } from './loans.rules.ts';
import type { StoredLoan } from './loans.row.ts';
import { countOutOf, findLoan, listLinesOfItem, listOpenOf } from './loans.store.ts';
import { outOf, type LastReturn } from './loans.fold.ts';

export const refuse = refusals<typeof loanErrors>();

export interface AskedLine {
  readonly type: number;
  readonly item: number | null;
  readonly count: number;
}

/** A line with what is on file about it. */
export interface CheckedLine {
  readonly type: StoredType;
  readonly item: StoredItem | null;
  readonly count: number;
}

/** The loan, where it stands in one of these states. Throws NOT_FOUND or WRONG_STATE. */
export function loanInState(db: Db, id: number, states: readonly StoredLoan['state'][]): StoredLoan {
  const loan = findLoan(db, id);
  if (!loan) throw refuse.notFound('loan');
  if (!states.includes(loan.state)) throw refuse('WRONG_STATE', { record: id, state: loan.state });
  return loan;
}

/** What is asked for, from the file. Throws FIELD_NEEDED or NOT_FOUND where a line says nothing that can be lent. */
export function linesOnFile(db: Db, lines: readonly AskedLine[]): CheckedLine[] {
  const checked = lines.map((line): CheckedLine => {
    const type = findType(db, line.type);
    if (!type) throw refuse.notFound('loan_type');
    if (type.withdrawn) throw refuse('WRONG_STATE', { record: type.id, state: 'withdrawn' });
    if (type.tracking === 'count') return { type, item: null, count: line.count };
    const item = line.item === null ? undefined : findItem(db, line.item);
    if (!item || item.type !== type.id) throw refuse('FIELD_NEEDED', { field: 'lines' });
    return { type, item, count: 1 };
  });
  const items = checked.flatMap(({ item }) => (item ? [item.id] : []));
  if (new Set(items).size < items.length) throw refuse('FIELD_NEEDED', { field: 'lines' });
  return checked;
}

/** Throws ITEM_NOT_AVAILABLE, naming the loan that has it, where the book does not have it at hand. */
export function checkAvailable(db: Db, lines: readonly CheckedLine[], desk: string, now: number): void {
  for (const { item } of lines) if (item) checkItem(db, item.id, now, ['available']);
  const counted = lines.filter(({ item }) => !item);
  for (const type of new Set(counted.map((line) => line.type.id))) {
    const asked = counted.filter((line) => line.type.id === type).reduce((sum, { count }) => sum + count, 0);
    const { available: left } = countsOf(db, type, desk, now);
    if (asked > left) throw noneLeft(type, left);
  }
}

/** Throws ITEM_NOT_AVAILABLE where what goes by count and came back with this return has left again with somebody else. */
export function checkStillHere(
  db: Db,
  { lines }: Pick<StoredLoan, 'lines'>,
  { desk, lines: returned }: LastReturn,
  now: number,
): void {
  const back = returned.flatMap(({ line, count }) => {
    const held = lines[line];
    return held?.item === null ? [{ type: held.type, count }] : [];
  });
  for (const [type, group] of Map.groupBy(back, (each) => each.type)) {
    const counts = countsOf(db, type, desk, now);
    const left = counts.available + counts.resting + counts.outOfService;
    const asked = group.reduce((sum, { count }) => sum + count, 0);
    if (asked > left) throw noneLeft(type, left);
  }
}

function countsOf(db: Db, type: number, desk: string, now: number): Counts {
  const stock = listStock(db).filter((each) => each.type === type && each.desk === desk);
  return countsAt(stock, countOutOf(db, type, desk), now);
}

function noneLeft(type: number, left: number) {
  const nowhere = { item: null, loan: null, number: null };
  return refuse('ITEM_NOT_AVAILABLE', { type, ...nowhere, state: 'out', left });
}

/** Throws ITEM_NOT_AVAILABLE where the item is in none of these states now. */
export function checkItem(db: Db, id: number, now: number, states: readonly ItemState[]): void {
  const item = findItem(db, id);
  if (!item) throw refuse.notFound('loan_item');
  const [line] = listLinesOfItem(db, id);
  const state = stateNow(item, line !== undefined, now);
  if (states.includes(state)) return;
  const number = line ? (findLoan(db, line.loan)?.number ?? null) : null;
  const loan = line?.loan ?? null;
  throw refuse('ITEM_NOT_AVAILABLE', { type: item.type, item: id, state, loan, number, left: 0 });
}

/** What somebody asks to borrow, and against what. */
export interface Question {
  readonly lines: readonly CheckedLine[];
  readonly borrower: Pick<Borrowing, 'id' | 'hasDocument'> | null;
  readonly waivedFen: number;
  readonly role: Role | null;
}

/** What stands in the way of lending, by the policies and the book as they are now. */
export function judge(parts: LoansParts, db: Db, { lines, borrower, waivedFen, role }: Question): LoanBar[] {
  const now = parts.clock.now();
  const open = borrower === null || borrower.id === null ? [] : listOpenOf(db, [borrower.id]);
  const holds = open.reduce(
    (sum, { state, lines: held }) => sum + held.reduce((all, line) => all + outOf(state, line), 0),
    0,
  );
  const overdue = open.filter((loan) => dueStateOf(loan, { now, soonMinutes: 0 }) === 'overdue').length;
  return barsOf({
    lines,
    borrower: borrower && { hasDocument: borrower.hasDocument, holds, overdue },
    most: parts.policies.value('loans.mostPerBorrower'),
    waivedFen,
    waiveFen: waiveLimit(parts, role),
  });
}

/** How much of a deposit the role may waive with a reason 免收, in fen. */
export function waiveLimit({ policies }: LoansParts, role: Role | null): number {
  const limits = policies.value('deposit.waiveYuan');
  return role !== null && role in limits ? limits[role as keyof typeof limits] * 100 : 0;
}

/** What stands in the way is passed by who may, or by an approval of this loan; else throws LOAN_BARRED. Answers it. */
export function passBars(
  parts: LoansParts,
  command: Command,
  actor: Actor,
  { approval, commandId }: { readonly approval: string | null; readonly commandId: string },
  question: Question,
  record: number,
): LoanBar[] {
  const right = 'loans.override';
  const bars = judge(parts, command.tx, question);
  if (bars.length === 0) return bars;
  if (approval === null && !holdsRight(actor.role, right)) throw refuse('LOAN_BARRED', { bars, right });
  parts.approvals.use(command, actor, { right, record, commandId }, approval);
  return bars;
}
