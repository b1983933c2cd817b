// Follows the journal: changed records are matched in memory at once and taken into the index in batches behind a mark.
import { createHash } from 'node:crypto';
import { countOf, journalOf } from '../../../head-office/protocol/ids.ts';
import type { SearchHit } from '../../api/search.contract.ts';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/handle.ts';
import type { SearchedRegister } from '../registers/register.ts';
import { indexedTokens, keysOf, type Keys } from './search.keys.ts';
import {
  BATCH,
  listEventsBehind,
  putTokens,
  readHeads,
  readMarks,
  removeRecord,
  writeMark,
  type FeedEvent,
  type Marks,
} from './search.store.ts';

/** A hit before anybody has looked at the clock. */
export type DatedHit = Omit<SearchHit, 'overdue'> & { readonly dueAt: number | null };

/** A record that is matched in memory: it is open, or the index does not have its latest state yet. */
export interface Fresh {
  readonly hit: DatedHit;
  readonly keys: Keys;
}

/** A record, and what it is found by. */
export interface Found {
  readonly hit: DatedHit;
  /** False where it was erased or is locked: nothing of it may be found. */
  readonly findable: boolean;
  /** Made when asked for: most answers need none. Null where it is not findable. */
  keys(): Keys | null;
  /** What stands for it in the index; nothing where it is not findable. */
  tokens(): readonly string[];
}

export interface SearchIndex {
  /** Takes in what was committed since the last call. Cheap once memory is filled; every search begins with it. */
  follow(): void;
  /** Fills memory with the next few open records, for a desk that has just started; false when all are in it. */
  remember(): boolean;
  /** Records that the index is not asked about; null where nothing of them may be found. */
  readonly fresh: ReadonlyMap<number, Fresh | null>;
  /** So much is behind the mark that not all of it is in memory: history is not whole yet. */
  readonly catchingUp: boolean;
  /** Takes the oldest events behind the mark into the index, in one transaction. False when too few are waiting. */
  takeBatch(): boolean;
  /** A record as the register shows it now. */
  find(record: number): Found | null;
}

/** More than this behind the mark (a new index over old data) is not read into memory but indexed first. */
const MOST_IN_MEMORY = 1024;
/** Open records read at a time while nobody has typed: a few ms. */
const AT_A_TIME = 32;

/** `batch` is how many events go into the index at a time, `BATCH` at most. */
export function createSearchIndex(
  database: Database,
  registers: readonly SearchedRegister[],
  batch = BATCH,
): SearchIndex {
  const { db } = database;
  const fresh = new Map<number, Fresh | null>();
  /** What the index has, and how far memory has read. */
  let marks: Marks | null = null;
  let read = new Map<number, number>();
  /** Events that memory has read and the index has not. */
  let tail: readonly FeedEvent[] = [];
  /** Open records that memory has not read. */
  let unread: readonly number[] = [];
  /** Up to here the index has to come before memory and index together hold everything. */
  let backlog: Marks | null = null;

  const find = (record: number): Found | null => findCard(db, registers, record);

  function refresh(record: number): void {
    const found = find(record);
    const keys = found?.keys();
    fresh.set(record, found && keys ? { hit: found.hit, keys } : null);
  }

  /** Begins anew from what the file says: at the start, and when somebody emptied the index. */
  function begin(stored: Marks): void {
    marks = stored;
    fresh.clear();
    tail = [];
    const heads = readHeads(db);
    backlog = countBehind(stored, heads) > MOST_IN_MEMORY ? heads : null;
    read = new Map(backlog ?? stored);
    unread = registers.flatMap((register) => [...register.openItems(db)]);
  }

  /** What is committed between two calls is followed like any other event. */
  function remember(many: number): boolean {
    const stored = readMarks(db);
    if (marks === null || !equal(marks, stored)) begin(stored);
    for (const record of unread.slice(0, many)) refresh(record);
    unread = unread.slice(many);
    return unread.length > 0;
  }

  function follow(): void {
    remember(Infinity);
    for (;;) {
      const events = inOrder(listEventsBehind(db, read));
      if (events.length === 0) return;
      advance(read, events);
      tail = [...tail, ...events];
      for (const record of touchedBy(db, registers, events)) refresh(record);
    }
  }

  function takeBatch(): boolean {
    follow();
    if (backlog === null && tail.length < batch) return false;
    const taken = database.write((tx) => {
      const reached = new Map(marks);
      const events = inOrder(listEventsBehind(tx, reached)).slice(0, batch);
      advance(reached, events);
      const touched = touchedBy(tx, registers, events);
      for (const record of touched) indexRecord(tx, record, findCard(tx, registers, record)?.tokens() ?? []);
      for (const journal of new Set(events.map((event) => event.journal))) {
        writeMark(tx, journal, reached.get(journal) ?? 0);
      }
      return { reached, touched };
    });
    marks = taken.reached;
    if (backlog !== null && isBehind(backlog, taken.reached)) backlog = null;
    tail = tail.filter((event) => event.id > (taken.reached.get(event.journal) ?? -1));
    forget(taken.touched);
    return true;
  }

  /** What is closed and wholly in the index needs no memory any more. */
  function forget(records: readonly number[]): void {
    const waiting = new Set(touchedBy(db, registers, tail));
    for (const record of records) {
      if (!waiting.has(record) && !fresh.get(record)?.hit.open) fresh.delete(record);
    }
  }

  return {
    follow,
    remember: () => remember(AT_A_TIME),
    fresh,
    get catchingUp() {
      return backlog !== null;
    },
    takeBatch,
    find,
  };
}

/** The records that these events changed, and those that are found by one of them. */
function touchedBy(db: Db, registers: readonly SearchedRegister[], events: readonly FeedEvent[]): number[] {
  const records = [...new Set(events.map((event) => event.record))];
  return [...new Set([...records, ...registers.flatMap((each) => each.foundBy?.(db, records) ?? [])])];
}

function findCard(db: Db, registers: readonly SearchedRegister[], record: number): Found | null {
  for (const register of registers) {
    const card = register.searchCard(db, record);
    if (!card) continue;
    const { hit, terms, dueAt } = card;
    return {
      hit: { record, register: register.name, ...hit, dueAt },
      findable: terms !== null,
      keys: () => (terms === null ? null : keysOf(terms)),
      tokens: () => (terms === null ? [] : indexedTokens(terms)),
    };
  }
  return null;
}

function indexRecord(tx: Tx, record: number, tokens: readonly string[]): void {
  if (tokens.length === 0) removeRecord(tx, record);
  else putTokens(tx, record, tokens, fingerprintOf(tokens));
}

/** 48 bits: small enough for a number, and two states of one record that meet in them are not to be expected. */
function fingerprintOf(tokens: readonly string[]): number {
  return createHash('sha256').update(tokens.join(' ')).digest().readUIntBE(0, 6);
}

/** Events of several journals by their clocks, each journal's own order kept. */
function inOrder(journals: readonly (readonly FeedEvent[])[]): FeedEvent[] {
  const timed = journals.flatMap((events) => {
    let latest = 0;
    return events.map((event) => {
      latest = Math.max(latest, event.clock);
      return { event, latest };
    });
  });
  return timed.toSorted((a, b) => a.latest - b.latest || a.event.id - b.event.id).map(({ event }) => event);
}

function advance(marks: Map<number, number>, events: readonly FeedEvent[]): void {
  for (const { id } of events) marks.set(journalOf(id), id);
}

function isBehind(these: Marks, those: Marks): boolean {
  return [...these].every(([journal, event]) => event <= (those.get(journal) ?? -1));
}

/** A journal has no gaps, so its ids count its events. */
function countBehind(from: Marks, heads: Marks): number {
  return [...heads].reduce(
    (sum, [journal, head]) => sum + countOf(head) - countOf(from.get(journal) ?? 0),
    0,
  );
}

function equal(these: Marks, those: Marks): boolean {
  return these.size === those.size && [...these].every(([journal, event]) => those.get(journal) === event);
}
