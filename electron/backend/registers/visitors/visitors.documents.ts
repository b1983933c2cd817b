// The whole number of a visit's document, which stands sealed in the journal and nowhere else.
import { decodeWire } from '../../../../head-office/protocol/wire.ts';
import type { Db } from '../../database/handle.ts';
import { listRecordEvents } from '../../journal/journal.store.ts';
import { readSealed } from '../../journal/open-event.ts';
import type { VisitorsParts } from './visitors.parts.ts';

/**
 * The latest number that was written down; an amendment may have left it as it was. Null where none was, or the record
 * was erased.
 */
export function readDocumentNumber(
  { journal }: Pick<VisitorsParts, 'journal'>,
  db: Db,
  visit: number,
): string | null {
  const key = journal.projection.keys.find(db, visit);
  if (key === null) return null;
  for (const { wire } of listRecordEvents(db, visit).toReversed()) {
    const event = decodeWire(wire);
    const number = event?.sealed ? readSealed(event, key)?.['documentNumber'] : null;
    if (typeof number === 'string') return number;
  }
  return null;
}
