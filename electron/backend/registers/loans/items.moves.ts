// What lending, returning, losing and finding do to the things themselves: their state, their place, the counts.
import type { Condition } from '../../../api/loan-states.ts';
import type { Tx } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { loanItemEvents, loanStockEvents } from './items.events.ts';
import { findItem, findType, listStock, type StoredItem } from './items.store.ts';
import { arrivalOf, type Arrival } from './loans.rules.ts';

/** Things of one line of a loan, at the desk that lent them. */
export interface Moved {
  readonly type: number;
  readonly item: number | null;
  readonly count: number;
  readonly lentFrom: string;
}

interface Place {
  readonly type: number;
  readonly desk: string;
}

/** The record of a kind's count at a desk; begun by the event that follows where there is none. */
function stockRecord(command: Command, { type, desk }: Place): number {
  const known = listStock(command.tx).find((stock) => stock.type === type && stock.desk === desk);
  return known?.id ?? command.newRecord();
}

/** Appends one event about so many of a kind at a desk. */
export function noteStock(
  command: Command,
  { type, desk, count }: Place & { readonly count: number },
  kind: 'moved' | 'rest_over' | 'released' | 'found',
): void {
  const record = stockRecord(command, { type, desk });
  command.append(loanStockEvents, record, {
    type: `loan_stock.${kind}`,
    body: { type, desk, count },
    sealed: null,
  });
}

/** So many of a kind lie blocked, until somebody releases them. */
export function blockStock(
  command: Command,
  body: Place & { readonly count: number },
  reason: string | null,
): void {
  command.append(loanStockEvents, stockRecord(command, body), {
    type: 'loan_stock.blocked',
    body,
    sealed: { reason },
  });
}

export function restStock(
  command: Command,
  body: Place & { readonly count: number; readonly until: number | null },
): void {
  command.append(loanStockEvents, stockRecord(command, body), {
    type: 'loan_stock.rested',
    body,
    sealed: null,
  });
}

export function loseStock(
  command: Command,
  body: Place & { readonly count: number },
  note: string | null,
): void {
  command.append(loanStockEvents, stockRecord(command, body), {
    type: 'loan_stock.lost',
    body,
    sealed: { note },
  });
}

/** Counts a kind anew: one record holds the number, a second one that another desk began holds none. */
export function setStock(command: Command, { type, desk }: Place, total: number): number {
  const [first, ...others] = listStock(command.tx).filter((each) => each.type === type && each.desk === desk);
  const record = first?.id ?? command.newRecord();
  command.append(loanStockEvents, record, {
    type: 'loan_stock.set',
    body: { type, desk, total },
    sealed: null,
  });
  for (const { id } of others) {
    command.append(loanStockEvents, id, {
      type: 'loan_stock.set',
      body: { type, desk, total: 0 },
      sealed: null,
    });
  }
  return record;
}

/** An item that the book has elsewhere lies here: it was carried over. */
export function bringHere(command: Command, item: StoredItem, desk: string): void {
  if (item.desk === desk) return;
  command.append(loanItemEvents, item.id, { type: 'loan_item.moved', body: { desk }, sealed: null }, item);
}

function arrivedAs({ tx }: Command, { type }: Moved, condition: Condition, at: number): Arrival {
  const kind = findType(tx, type);
  return kind ? arrivalOf(kind, condition, at) : { becomes: 'available', until: null };
}

/** Things come back to a desk: where that changes nothing about them, nothing is written. `at` in UTC ms. */
export function takeIn(command: Command, moved: Moved, condition: Condition, desk: string, at: number): void {
  const arrival = arrivedAs(command, moved, condition, at);
  if (moved.item !== null) {
    const item = findItem(command.tx, moved.item);
    const same = item?.desk === desk && arrival.becomes === 'available' && item.state !== 'lost';
    if (!item || same) return;
    const body = { desk, ...arrival };
    command.append(loanItemEvents, item.id, { type: 'loan_item.came_back', body, sealed: null }, item);
    return;
  }
  const here = { type: moved.type, desk, count: moved.count };
  carry(command, moved, desk);
  if (arrival.becomes === 'resting') restStock(command, { ...here, until: arrival.until });
  if (arrival.becomes === 'out_of_service') blockStock(command, here, null);
}

/** The return was a mistake: what it did to the things is undone. `at` is when it was; UTC ms. */
export function takeOut(
  command: Command,
  moved: Moved,
  condition: Condition,
  desk: string,
  { at, now }: { readonly at: number; readonly now: number },
): void {
  const { becomes, until } = arrivedAs(command, moved, condition, at);
  if (moved.item !== null) {
    const item = findItem(command.tx, moved.item);
    if (!item || (item.state === 'available' && item.desk === moved.lentFrom)) return;
    // Blocked while it was out, or since: it stays so until somebody releases it.
    if (item.state === 'out_of_service' && becomes !== 'out_of_service')
      return bringHere(command, item, moved.lentFrom);
    command.append(
      loanItemEvents,
      item.id,
      { type: 'loan_item.went_out', body: { desk: moved.lentFrom }, sealed: null },
      item,
    );
    return;
  }
  const here = { type: moved.type, desk, count: moved.count };
  // Over by itself meanwhile: what rests now is others'.
  if (becomes === 'resting' && (until ?? now) > now) noteStock(command, here, 'rest_over');
  if (becomes === 'out_of_service') noteStock(command, here, 'released');
  carryBack(command, moved, desk);
}

/** Things are lost with their borrower. */
export function lose(command: Command, moved: Moved, note: string | null): void {
  if (moved.item === null) {
    loseStock(command, { type: moved.type, desk: moved.lentFrom, count: moved.count }, note);
    return;
  }
  if (findItem(command.tx, moved.item)) {
    command.append(loanItemEvents, moved.item, { type: 'loan_item.lost', body: {}, sealed: { note } });
  }
}

/** Lost things have turned up at a desk. */
export function find(command: Command, moved: Moved, condition: Condition, desk: string, at: number): void {
  if (moved.item === null) {
    noteStock(command, { type: moved.type, desk: moved.lentFrom, count: moved.count }, 'found');
  }
  takeIn(command, moved, condition, desk, at);
}

function carry(command: Command, { type, count, lentFrom }: Moved, desk: string): void {
  if (desk === lentFrom) return;
  noteStock(command, { type, desk: lentFrom, count: -count }, 'moved');
  noteStock(command, { type, desk, count }, 'moved');
}

function carryBack(command: Command, { type, count, lentFrom }: Moved, desk: string): void {
  carry(command, { type, item: null, count, lentFrom: desk }, lentFrom);
}

/** What belongs to the desk, all records of it together. */
export function stockOf(tx: Tx, { type, desk }: Place) {
  return listStock(tx).filter((stock) => stock.type === type && stock.desk === desk);
}
