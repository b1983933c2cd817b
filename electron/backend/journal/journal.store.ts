// SQL of the journal: events, commands, counters, and what staff must look at.
import { JOURNAL_SPAN, joinId } from '../../../head-office/protocol/ids.ts';
import type { CommandTable } from '../../../db/schema/journal.ts';
import type { Db, Tx } from '../database/handle.ts';
import { change, query, returning } from '../database/statement.ts';

export interface StoredEvent {
  readonly id: number;
  readonly record: number;
  readonly clock: number;
  readonly wire: Uint8Array;
  readonly hash: Uint8Array;
}

const insertOne = change<StoredEvent>()((db, p) =>
  db.insertInto('event').values({ id: p.id, record: p.record, clock: p.clock, wire: p.wire, hash: p.hash }),
);
const headBelow = query<{ from: number; to: number }>()((db, p) =>
  db
    .selectFrom('event')
    .select(['id', 'hash'])
    .where('id', '>=', p.from)
    .where('id', '<', p.to)
    .orderBy('id', 'desc')
    .limit(1),
);
const inRange = query<{ from: number; to: number }>()((db, p) =>
  db.selectFrom('event').selectAll().where('id', '>=', p.from).where('id', '<', p.to).orderBy('id'),
);
const lastClock = query<{ record: number }>()((db, p) =>
  db
    .selectFrom('event')
    .select(['clock', 'id'])
    .where('record', '=', p.record)
    .orderBy('clock', 'desc')
    .orderBy('id', 'desc')
    .limit(1),
);
const firstClock = query<{ record: number }>()((db, p) =>
  db.selectFrom('event').select('clock').where('record', '=', p.record).orderBy('clock').limit(1),
);
const ofRecord = query<{ record: number }>()((db, p) =>
  db.selectFrom('event').selectAll().where('record', '=', p.record).orderBy('clock').orderBy('id'),
);
const nextRecord = query<{ after: number }>()((db, p) =>
  db.selectFrom('event').select('record').where('record', '>', p.after).orderBy('record').limit(1),
);
const nextFrom = query<{ from: number }>()((db, p) =>
  db.selectFrom('event').select('id').where('id', '>=', p.from).orderBy('id').limit(1),
);
const commandsNear = query<{ from: number; to: number }>()((db, p) =>
  db
    .selectFrom('command')
    .selectAll()
    .where('place', '>=', p.from)
    .where('place', '<', p.to)
    .orderBy('place'),
);
const insertCommand = change<CommandTable>()((db, p) =>
  db.insertInto('command').values({ place: p.place, id: p.id, result: p.result, fingerprint: p.fingerprint }),
);
const countUp = returning<{ name: string }>()((db, p) =>
  db
    .insertInto('counter')
    .values({ name: p.name, value: 1 })
    .onConflict((oc) => oc.column('name').doUpdateSet((eb) => ({ value: eb('counter.value', '+', 1) })))
    .returning('value'),
);
const forget = change<{ from: string; to: string }>()((db, p) =>
  db.deleteFrom('counter').where('name', '>=', p.from).where('name', '<', p.to),
);
const counterValue = query<{ name: string }>()((db, p) =>
  db.selectFrom('counter').select('value').where('name', '=', p.name),
);
const setCounter = change<{ name: string; value: number }>()((db, p) =>
  db
    .insertInto('counter')
    .values({ name: p.name, value: p.value })
    .onConflict((oc) => oc.column('name').doUpdateSet({ value: p.value })),
);
const installation = query<{ name: string }>()((db, p) =>
  db.selectFrom('installation').select('value').where('name', '=', p.name),
);
const putInstallation = change<{ name: string; value: string }>()((db, p) =>
  db
    .insertInto('installation')
    .values({ name: p.name, value: p.value })
    .onConflict((oc) => oc.column('name').doUpdateSet({ value: p.value })),
);
const insertIssueRow = change<{ event: number; record: number; kind: string }>()((db, p) =>
  db
    .insertInto('record_issue')
    .values({ event: p.event, record: p.record, kind: p.kind })
    .onConflict((oc) => oc.column('event').doUpdateSet({ kind: p.kind })),
);
const issuesOfRecord = query<{ record: number }>()((db, p) =>
  db.selectFrom('record_issue').select('kind').where('record', '=', p.record).orderBy('event'),
);
const recordsWithIssue = query<{ kind: string }>()((db, p) =>
  db.selectFrom('record_issue').select('record').distinct().where('kind', '=', p.kind),
);
const deleteIssueRows = change<{ record: number }>()((db, p) =>
  db.deleteFrom('record_issue').where('record', '=', p.record),
);

export function insertEvent(tx: Tx, event: StoredEvent): void {
  insertOne.run(tx, event);
}

/** A journal's latest event, or undefined before its first. */
export function findHead(
  db: Db,
  journal: number,
): { readonly id: number; readonly hash: Uint8Array } | undefined {
  return headBelow.get(db, { from: joinId(journal, 0), to: joinId(journal + 1, 0) });
}

export function findEvent(db: Db, id: number): StoredEvent | undefined {
  return inRange.get(db, { from: id, to: id + 1 });
}

/** A journal's events in order, one at a time, from the one behind `after`. */
export function iterateJournal(db: Db, journal: number, after = 0): IterableIterator<StoredEvent> {
  return inRange.iterate(db, { from: joinId(journal, after + 1), to: joinId(journal + 1, 0) });
}

/** A record's events in the order they are folded: (clock, journal, seq). */
export function listRecordEvents(db: Db, record: number): StoredEvent[] {
  return ofRecord.all(db, { record });
}

/** Where a record's history ends: its highest (clock, id). */
export function findLastOfRecord(
  db: Db,
  record: number,
): { readonly clock: number; readonly id: number } | undefined {
  return lastClock.get(db, { record });
}

/** When a record was begun: the clock of its first event. 0 where it has none. */
export function findFirstClock(db: Db, record: number): number {
  return firstClock.get(db, { record })?.clock ?? 0;
}

/** Every record that has events, in order of id. Skips from record to record by index. */
export function* iterateRecords(db: Db): Generator<number> {
  let row = nextRecord.get(db, { after: -1 });
  while (row) {
    yield row.record;
    row = nextRecord.get(db, { after: row.record });
  }
}

/** Every journal that has events here, in order of id. */
export function* iterateJournals(db: Db): Generator<number> {
  let row = nextFrom.get(db, { from: 0 });
  while (row) {
    const journal = Math.floor(row.id / JOURNAL_SPAN);
    yield journal;
    row = nextFrom.get(db, { from: joinId(journal + 1, 0) });
  }
}

/** A command that was done: the answer it got, as JSON, and what it was. */
export interface CommandDone {
  readonly result: string;
  readonly fingerprint: string;
}

/** As many as may begin within a ms before they take the places of the next one; and how far a command may be put off. */
const PLACES_A_MS = 32;
const PUT_OFF = 1024;

/** Where a command stands, or would: its id (a UUID's 16 bytes), its place by time, and what it was where it is done. */
export interface CommandPlace {
  readonly id: Buffer;
  readonly place: number;
  readonly done: CommandDone | undefined;
}

/** `id`: the 16 bytes of a UUID, whose first six are its time (version 7). */
export function findCommandPlace(db: Db, id: Buffer): CommandPlace {
  const from = id.readUIntBE(0, 6) * PLACES_A_MS;
  // In order: none, or itself, but for what began in the same ms.
  const near = commandsNear.all(db, { from, to: from + PUT_OFF });
  const done = near.find((row) => id.equals(row.id));
  const gap = near.findIndex((row, at) => row.place !== from + at);
  return { id, place: done?.place ?? from + (gap === -1 ? near.length : gap), done };
}

/**
 * `place` as it was found in this transaction. Throws where a thousand commands began within a few ms of this one: no
 * hand does that.
 */
export function insertCommandDone(tx: Tx, { id, place }: CommandPlace, done: CommandDone): void {
  if (place >= id.readUIntBE(0, 6) * PLACES_A_MS + PUT_OFF)
    throw new Error('too many commands were made in one moment');
  insertCommand.run(tx, { place, id, result: done.result, fingerprint: done.fingerprint });
}

/** Counts one up and answers the new value; the first is 1. Gapless, since it commits with what it numbers. */
export function nextCount(tx: Tx, name: string): number {
  const row = countUp.get(tx, { name });
  if (!row) throw new Error(`counter ${name} gave nothing back`);
  return row.value;
}

/**
 * Drops the counts of a register's earlier days, which nobody goes on with: the counters in use stay on one page.
 * `register` is what their names begin with, the day stands behind it.
 */
export function forgetCounts(tx: Tx, register: string, before: string): void {
  forget.run(tx, { from: register, to: `${register}${before}` });
}

export function readCounter(db: Db, name: string): number {
  return counterValue.get(db, { name })?.value ?? 0;
}

export function writeCounter(tx: Tx, name: string, value: number): void {
  setCounter.run(tx, { name, value });
}

export function readInstallation(db: Db, name: string): string | undefined {
  return installation.get(db, { name })?.value;
}

/** Sets a fact of this installation, or replaces it. */
export function writeInstallation(tx: Tx, name: string, value: string): void {
  putInstallation.run(tx, { name, value });
}

export function insertIssue(tx: Tx, event: number, record: number, kind: string): void {
  insertIssueRow.run(tx, { event, record, kind });
}

export function deleteIssues(tx: Tx, record: number): void {
  deleteIssueRows.run(tx, { record });
}

/** The records that staff must look at for this reason. Few, or none. */
export function listRecordsWithIssue(db: Db, kind: string): number[] {
  return recordsWithIssue.all(db, { kind }).map((row) => row.record);
}

/** What staff must look at in a record, oldest first. */
export function listIssues(db: Db, record: number): string[] {
  return issuesOfRecord.all(db, { record }).map((row) => row.kind);
}
