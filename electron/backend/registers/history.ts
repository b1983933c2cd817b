// The history of any record: every event with who, when, where, as the contract shows it.
import { APPROVAL_WAYS } from '../../api/approvals.contract.ts';
import { historyEntry, type HistoryChange, type HistoryEntry } from '../../api/history.ts';
import { decodeWire, type WireEvent } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { listRecordEvents } from '../journal/journal.store.ts';
import { nounOf, stepsOf, type Projection, type Step } from '../journal/project.ts';
import { listApprovalsOf } from '../people/approvals.store.ts';

/** How the ids on an event are read out. */
export interface HistoryNames {
  staff(db: Db, id: number): { readonly number: string; readonly name: string | null } | null;
  shift(db: Db, id: number): string | null;
}

/** What a register tells of its entries besides who and when: it is sealed, and opened with the record's key. */
export interface HistoryDetails {
  readonly projection: Projection;
  /** What an event put in the place of what, as its reader may see it. */
  changesOf(step: Step): HistoryChange[];
}

/** The fields whose value an event changed; what began with it had none before, and is no change. */
export function changesBetween<State>(
  { before, after }: Step,
  valuesOf: (state: State) => Readonly<Record<string, string | null>>,
): HistoryChange[] {
  if (before === null || after === null) return [];
  const old = valuesOf(before as State);
  return Object.entries(valuesOf(after as State)).flatMap(([field, value]) =>
    old[field] === value ? [] : [{ field, before: old[field] ?? null, after: value }],
  );
}

/**
 * Oldest first, with how each step was approved and signed for. Without `details` it needs no key: the rest of it
 * is not sealed. Nothing of a record of another noun: who may read one register reads no other by its ids.
 */
export function readHistory(
  db: Db,
  record: number,
  names: HistoryNames,
  nouns: readonly string[],
  details?: HistoryDetails,
): HistoryEntry[] {
  const found = entriesOf(db, record, names);
  if (!found.some(({ type }) => nouns.includes(nounOf(type)))) return [];
  const own = details ? withDetails(db, record, found, details) : found;
  const approvals = listApprovalsOf(db, record).flatMap(({ id }) => entriesOf(db, id, names));
  // A code that was made ahead belongs to the record from its use on.
  const used = approvals.filter(({ type }) => type !== 'approval.offered');
  return [...own, ...used].toSorted((a, b) => a.recordedAt - b.recordedAt || a.id - b.id);
}

/** Why it was done is noted there beside a choice. */
const NOTED: ReadonlySet<string> = new Set(['visit.denied', 'key.retired']);

function withDetails(
  db: Db,
  record: number,
  entries: readonly HistoryEntry[],
  { projection, changesOf }: HistoryDetails,
): HistoryEntry[] {
  const steps = new Map(stepsOf(projection, db, record).map((step) => [step.id, step]));
  return entries.map((entry) => {
    const step = steps.get(entry.id);
    if (!step) return entry;
    const { reason, note } = step.sealed ?? {};
    const why = NOTED.has(step.type) ? note : reason;
    return { ...entry, changes: changesOf(step), reason: typeof why === 'string' ? why : null };
  });
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
      begunBy: begunBy(db, event, names),
      hostConfirmation:
        historyEntry.shape.hostConfirmation.safeParse(event.body['hostConfirmation']).data ?? null,
      noDocument: historyEntry.shape.noDocument.safeParse(event.body['noDocument']).data ?? null,
      denial: event.type === 'visit.denied' ? denialOf(event) : null,
      paperLine: historyEntry.shape.paperLine.safeParse(event.body['paperLine']).data ?? null,
      origins: historyEntry.shape.origins.safeParse(event.body['origins']).data ?? null,
      ...{ changes: [], reason: null },
      approval: event.type === 'approval.used' ? approvalOf(db, event, names) : null,
    };
  });
}

function denialOf({ body }: WireEvent): HistoryEntry['denial'] {
  return historyEntry.shape.denial.safeParse(body['reason']).data ?? null;
}

function begunBy(db: Db, { body }: WireEvent, names: HistoryNames): string | null {
  const staff = typeof body['begunBy'] === 'number' ? names.staff(db, body['begunBy']) : null;
  return staff && [staff.number, staff.name].filter(Boolean).join(' ');
}

function approvalOf(db: Db, { body, approver }: WireEvent, names: HistoryNames): HistoryEntry['approval'] {
  const way = APPROVAL_WAYS.find((each) => each === body['way']);
  const staff = approver === null ? null : names.staff(db, approver);
  return way ? { way, approver: staff && [staff.number, staff.name].filter(Boolean).join(' ') } : null;
}
