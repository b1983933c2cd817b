// The history of any record: every event with who, when, where, as the contract shows it.
import { historyEntry, type HistoryEntry } from '../../api/history.ts';
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { listRecordEvents } from '../journal/journal.store.ts';

/** How the ids on an event are read out. */
export interface HistoryNames {
  staff(db: Db, id: number): { readonly number: string; readonly name: string | null } | null;
  shift(db: Db, id: number): string | null;
}

/** Oldest first. Needs no key: what it shows stands outside the sealed half. */
export function readHistory(db: Db, record: number, names: HistoryNames): HistoryEntry[] {
  return listRecordEvents(db, record).flatMap(({ id, wire }) => {
    const event = decodeWire(wire);
    if (event === null) return [];
    const staff = event.staff === null ? null : names.staff(db, event.staff);
    return {
      id,
      type: event.type,
      happenedAt: event.happenedAt,
      recordedAt: event.recordedAt,
      staffNumber: staff?.number ?? null,
      staffName: staff?.name ?? null,
      desk: event.desk,
      shift: event.shift === null ? null : names.shift(db, event.shift),
      hostConfirmation:
        historyEntry.shape.hostConfirmation.safeParse(event.body['hostConfirmation']).data ?? null,
      paperLine: historyEntry.shape.paperLine.safeParse(event.body['paperLine']).data ?? null,
      origins: historyEntry.shape.origins.safeParse(event.body['origins']).data ?? null,
    };
  });
}
