// The entries of a record, as its journal has them: what was written, without what merely goes along with it.
import { decodeWire, type WireEvent } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { RECORD_CARRIED } from './generic-events.ts';
import { listRecordEvents } from './journal.store.ts';

/** In the order in which they were typed. `besides` matches the types that are no entries: a reprint, a signature. That the record was carried over goes along with any. */
export function entriesOf(db: Db, record: number, besides: RegExp): WireEvent[] {
  return listRecordEvents(db, record)
    .flatMap(({ wire }) => decodeWire(wire) ?? [])
    .filter(({ type }) => type !== RECORD_CARRIED && !besides.test(type));
}
