// What the window reads of types, items and counts, in the contract's shapes.
import type { LoanItemRow, LoanTypeRow } from '../../../api/loan-items.contract.ts';
import type { Db } from '../../database/handle.ts';
import { listItems, listStock, listTypes, type StoredItem, type StoredType } from './items.store.ts';
import { countsAt, stateNow, type Counts } from './loans.rules.ts';
import { findLoan, listOpenLines, type OpenLine } from './loans.store.ts';

/** The moment and the desk that a window looks from. */
export interface Here {
  readonly now: number;
  readonly desk: string | null;
}

/** Everything that is needed to say how many of a type are where, read once. */
interface Book {
  readonly items: readonly StoredItem[];
  readonly stock: ReturnType<typeof listStock>;
  readonly lines: readonly OpenLine[];
}

const NONE: Counts = { total: 0, available: 0, out: 0, resting: 0, outOfService: 0, lost: 0 };

/** Those in use first, in the order in which they were put on file. */
export function readTypes(db: Db, here: Here): LoanTypeRow[] {
  const book = { items: listItems(db), stock: listStock(db), lines: listOpenLines(db) };
  return listTypes(db)
    .toSorted((a, b) => Number(a.withdrawn) - Number(b.withdrawn))
    .map((type) => typeRow(type, book, here));
}

function typeRow(stored: StoredType, book: Book, here: Here): LoanTypeRow {
  const { clock: _, ...type } = stored;
  const desks = desksOf(type, book).map((desk) => ({ desk, ...countsOf(type, book, desk, here.now) }));
  const { total: _total, ...own } = desks.find(({ desk }) => desk === here.desk) ?? NONE;
  const { available, out, resting, outOfService, lost } = own;
  return {
    ...type,
    accessories: [...type.accessories],
    ...{ available, out, resting, outOfService, lost, desks },
    low: !type.withdrawn && available < type.least,
  };
}

function desksOf(
  { id, tracking }: Pick<StoredType, 'id' | 'tracking'>,
  { items, stock, lines }: Book,
): string[] {
  const things = tracking === 'asset' ? items.filter(({ state }) => state !== 'retired') : stock;
  const desks = [...things, ...lines].filter(({ type }) => type === id).map(({ desk }) => desk);
  return [...new Set(desks)].toSorted();
}

/** An item counts at the desk where it is, one that is out where it was lent. */
function countsOf(
  { id, tracking }: Pick<StoredType, 'id' | 'tracking'>,
  { items, stock, lines }: Book,
  desk: string,
  now: number,
): Counts {
  const isHere = (each: { readonly type: number; readonly desk: string }): boolean =>
    each.type === id && each.desk === desk;
  if (tracking === 'count') {
    const out = lines.filter((line) => line.item === 0 && isHere(line));
    return countsAt(
      stock.filter(isHere),
      out.reduce((sum, line) => sum + line.out, 0),
      now,
    );
  }
  const outside = new Set(lines.map(({ item }) => item));
  const states = items.filter(isHere).map((item) => stateNow(item, outside.has(item.id), now));
  const count = (state: ReturnType<typeof stateNow>): number =>
    states.filter((each) => each === state).length;
  return {
    ...{ total: states.length - count('retired'), available: count('available'), out: count('out') },
    ...{ resting: count('resting'), outOfService: count('out_of_service'), lost: count('lost') },
  };
}

/** By asset code; retired ones last. */
export function readItems(db: Db, type: number | null, { now }: Here): LoanItemRow[] {
  const types = new Map(listTypes(db).map((each) => [each.id, each]));
  const lines = Map.groupBy(listOpenLines(db), ({ item }) => item);
  return listItems(db)
    .filter((item) => type === null || item.type === type)
    .toSorted((a, b) => Number(a.state === 'retired') - Number(b.state === 'retired'))
    .map((item) => itemRow(db, item, types.get(item.type), lines.get(item.id) ?? [], now));
}

function itemRow(
  db: Db,
  item: StoredItem,
  type: StoredType | undefined,
  lines: readonly OpenLine[],
  now: number,
): LoanItemRow {
  const newest = lines.toSorted((a, b) => b.loan - a.loan)[0];
  const loan = newest ? findLoan(db, newest.loan) : undefined;
  const state = stateNow(item, lines.length > 0, now);
  const { id, asset, tagCode, rfid, desk, remark, reason, checkedOn } = item;
  return {
    ...{ id, type: item.type, typeNameZh: type?.nameZh ?? '', typeNameEn: type?.nameEn ?? '' },
    ...{ asset, tagCode, rfid, state, desk, remark, checkedOn },
    reason: state === 'out_of_service' ? reason : null,
    until: state === 'resting' ? item.until : null,
    ...{ loan: loan?.id ?? null, loanNumber: loan?.number ?? null },
    ...{ borrowerName: loan?.borrowerName ?? null, dueAt: loan?.dueAt ?? null },
    contradicted: lines.length > 1,
  };
}

/** Items at this desk, of types that are looked at daily, that nobody has looked at today. */
export function readDueChecks(db: Db, today: string, here: Here): LoanItemRow[] {
  const daily = new Set(
    listTypes(db).flatMap(({ id, dailyCheck, withdrawn }) => (dailyCheck && !withdrawn ? [id] : [])),
  );
  return readItems(db, null, here).filter(
    ({ type, desk, state, checkedOn }) =>
      daily.has(type) &&
      desk === here.desk &&
      (state === 'available' || state === 'resting') &&
      (checkedOn === null || checkedOn < today),
  );
}
