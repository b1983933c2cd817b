// The history of any record: every event with who, when, where, as the contract shows it.
import { APPROVAL_WAYS } from '../../api/approvals.contract.ts';
import { historyEntry, type HistoryEntry } from '../../api/history.ts';
import { decodeWire, type WireEvent } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { listRecordEvents } from '../journal/journal.store.ts';
import { nounOf } from '../journal/project.ts';
import { listApprovalsOf } from '../people/approvals.store.ts';

/** How the ids on an event are read out. */
export interface HistoryNames {
  staff(db: Db, id: number): { readonly number: string; readonly name: string | null } | null;
  shift(db: Db, id: number): string | null;
}

/**
 * Oldest first, with how each step was approved and signed for. Needs no key: what it shows is not sealed. Nothing of a
 * record of another noun: who may read one register reads no other by its ids.
 */
export function readHistory(
  db: Db,
  record: number,
  names: HistoryNames,
  nouns: readonly string[],
): HistoryEntry[] {
  const own = entriesOf(db, record, names);
  if (!own.some(({ type }) => nouns.includes(nounOf(type)))) return [];
  const approvals = listApprovalsOf(db, record).flatMap(({ id }) => entriesOf(db, id, names));
  // A code that was made ahead belongs to the record from its use on.
  const used = approvals.filter(({ type }) => type !== 'approval.offered');
  return [...own, ...used].toSorted((a, b) => a.recordedAt - b.recordedAt || a.id - b.id);
}

function entriesOf(db: Db, record: number, names: HistoryNames): HistoryEntry[] {
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
      approval: event.type === 'approval.used' ? approvalOf(db, event, names) : null,
    };
  });
}

function approvalOf(db: Db, { body, approver }: WireEvent, names: HistoryNames): HistoryEntry['approval'] {
  const way = APPROVAL_WAYS.find((each) => each === body['way']);
  const staff = approver === null ? null : names.staff(db, approver);
  return way ? { way, approver: staff && [staff.number, staff.name].filter(Boolean).join(' ') } : null;
}
