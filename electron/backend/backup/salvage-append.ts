// Writes salvaged events into the mended database: answers of commands, single keys, and events whose chain is cut.
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/handle.ts';
import { decodeWire, type JsonObject, type WireEvent } from '../../../head-office/protocol/wire.ts';
import { createAppender } from '../journal/append.ts';
import { JOURNAL_OPENED, RECORD_ERASED } from '../journal/generic-events.ts';
import { commandKey, type Journal } from '../journal/journal.ts';
import { findCommandPlace, insertCommandDone } from '../journal/journal.store.ts';
import { readSealed } from '../journal/open-event.ts';
import { projectAgain, type Projection } from '../journal/project.ts';
import { propertyCalendar } from '../places/property-calendar.ts';
import { insertAttachment, listAttachments } from '../privacy/attachments.store.ts';
import { findRecordKey, insertRecordKey } from '../privacy/record-keys.store.ts';
import type { MendParts } from './mend.ts';
import { tryRead, type Salvaged } from './salvage.ts';

/**
 * Takes over what belongs to the salvaged events: their records' keys and attachments, as far as they are not here yet, and the
 * answers of their commands, so that a call repeated after the repair does nothing twice.
 */
export function takeCompanions(tx: Tx, damaged: Db, found: readonly Salvaged[]): void {
  const wires = found.flatMap(({ chained, cutOff }) => [
    ...chained.flatMap(({ wire }) => decodeWire(wire) ?? []),
    ...cutOff.map(({ wire }) => wire),
  ]);
  for (const record of new Set(wires.map((wire) => wire.record))) {
    const key = tryRead(() => findRecordKey(damaged, record));
    if (key && !findRecordKey(tx, record)) insertRecordKey(tx, key);
    for (const attachment of tryRead(() => listAttachments(damaged, record)) ?? []) {
      insertAttachment(tx, attachment);
    }
  }
  for (const command of new Set(wires.flatMap((wire) => wire.command ?? []))) {
    const key = commandKey(command);
    const done = tryRead(() => findCommandPlace(damaged, key).done);
    const place = findCommandPlace(tx, key);
    if (done && !place.done) insertCommandDone(tx, place, done);
  }
}

/**
 * Appends events from behind a gap to the new journal: same record, author and time of happening, sealed anew for
 * their new place. One whose record's key is gone cannot be sealed again: it stays in what was set aside.
 */
export function appendCutOff(
  { clock, random }: Pick<MendParts, 'clock' | 'random'>,
  database: Database,
  journal: Journal,
  found: readonly Salvaged[],
): { readonly appended: number; readonly locked: number } {
  const calendar = propertyCalendar(database.db);
  const { projection } = journal;
  // Old versions are appended as they are; rows come from folding the record again, which reads them as such.
  const unfolded: Projection = { ...projection, nouns: new Map() };
  const openWriter = createAppender({ journal: journal.id, clock, random, calendar, projection: unfolded });
  const wires = found.flatMap(({ cutOff }) => cutOff.map(({ wire }) => wire));
  const own = wires.filter(({ type }) => type !== JOURNAL_OPENED);
  return database.write((tx) => {
    const touched = new Set<number>();
    const writer = openWriter(tx);
    let appended = 0;
    for (const wire of own) {
      const sealed = openSealed(projection, tx, wire);
      if (sealed === undefined) continue;
      const { type, version, body, happenedAt, actor, staff, approver, shift, desk } = wire;
      writer.append({
        ...{ record: wire.record, isNew: false, commandId: wire.command },
        event: { type, version, body, sealed, happenedAt },
        author: { actor, staff, approver, shift, desk },
      });
      if (type === RECORD_ERASED) projection.keys.destroy(tx, wire.record);
      touched.add(wire.record);
      appended += 1;
    }
    for (const record of touched) projectAgain(projection, tx, record);
    return { appended, locked: own.length - appended };
  });
}

/** Undefined where the event is sealed and does not open. */
function openSealed({ keys }: Projection, db: Db, wire: WireEvent): JsonObject | null | undefined {
  if (wire.sealed === null) return null;
  const key = keys.find(db, wire.record);
  return (key && readSealed(wire, key)) ?? undefined;
}
