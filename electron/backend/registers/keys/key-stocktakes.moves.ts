// What the book wrote about a key after it was counted: whether a difference has had its answer since.
import { decodeWire, type WireEvent } from '../../../../head-office/protocol/wire.ts';
import type { Db } from '../../database/handle.ts';
import { listRecordEvents } from '../../journal/journal.store.ts';
import { listLoansBetween } from './key-loans.store.ts';

/** What a key's own events say of where it is. */
const PLACED: ReadonlySet<string> = new Set([
  ...['key.sent', 'key.brought', 'key.awaited', 'key.arrived', 'key.out_again', 'key.found', 'key.hung_up'],
  ...['key.not_lost', 'key.retired', 'key.reinstated'],
]);
const LENT: ReadonlySet<string> = new Set(['key_loan.lent', 'key_loan.returned']);

/**
 * Tells of a key whether it moved by the book since this stocktake counted it: hung up, sent, brought; lent, also where
 * that is entered late for a time that reaches the count; returned. A loan that never was moved nothing.
 */
export function movesSince(db: Db, stocktake: number): (key: number) => boolean {
  const counts = eventsOf(db, stocktake).filter(({ type }) => type === 'key_stocktake.counted');
  return (key) => {
    const count = counts.findLast(({ body }) => body['key'] === key);
    if (!count) return false;
    const wrote = (record: number, types: ReadonlySet<string>): boolean =>
      eventsOf(db, record).some((event) => types.has(event.type) && isAfter(event, count));
    if (wrote(key, PLACED)) return true;
    // Also what came back within the same millisecond.
    return listLoansBetween(db, key, count.happenedAt - 1, Number.MAX_SAFE_INTEGER).some(
      ({ id, state }) => state !== 'voided' && state !== 'taken_back' && wrote(id, LENT),
    );
  };
}

function eventsOf(db: Db, record: number): WireEvent[] {
  return listRecordEvents(db, record).flatMap(({ wire }) => decodeWire(wire) ?? []);
}

/** Within a journal by its order, between two by their clocks. */
function isAfter(event: WireEvent, other: WireEvent): boolean {
  return event.journal === other.journal ? event.seq > other.seq : event.recordedAt >= other.recordedAt;
}
