// SQL of the box's index: tokens, document numbers, the watermark, and the events it follows.
import { sql } from 'kysely';
import { joinId } from '../../../head-office/protocol/ids.ts';
import type { Db, Tx } from '../database/handle.ts';
import { change, query } from '../database/statement.ts';
import { iterateJournals } from '../journal/journal.store.ts';

/** An event as the index follows it: which record changed, and where in the order of things. */
export interface FeedEvent {
  readonly id: number;
  readonly journal: number;
  readonly record: number;
  readonly clock: number;
}

/** Journal → its latest event that is taken in. */
export type Marks = ReadonlyMap<number, number>;

/** How many events are read, and taken into the index, at a time. */
export const BATCH = 256;

// Numbers are bound as REAL, which FTS5 does not take for a bound: it would walk whole lists for each window.
const matchQuery = () =>
  query<{ match: string; above: number; upTo: number }>()((db, p) =>
    db
      .selectFrom('search_index')
      .select((eb) => [
        'rowid',
        eb.selectFrom('search_doc').select('record').whereRef('doc', '=', 'search_index.rowid').as('record'),
      ])
      .where(sql<boolean>`search_index MATCH ${p.match}`)
      .where('rowid', '>', sql<number>`CAST(${p.above} AS INTEGER)`)
      .where('rowid', '<=', sql<number>`CAST(${p.upTo} AS INTEGER)`)
      .orderBy('rowid', 'desc'),
  );
const matching = matchQuery();
/** A statement of its own: it is walked beside the other. */
const matchingBeside = matchQuery();
const addTokens = change<{ doc: number; tokens: string }>()((db, p) =>
  db.insertInto('search_index').values({ rowid: p.doc, tokens: p.tokens }),
);
const removeTokens = change<{ doc: number }>()((db, p) =>
  db.deleteFrom('search_index').where('rowid', '=', p.doc),
);
const docOfRecord = query<{ record: number }>()((db, p) =>
  db.selectFrom('search_doc').select(['doc', 'fingerprint']).where('record', '=', p.record),
);
const lastDoc = query()((db) =>
  db.selectFrom('search_doc').select((eb) => eb.fn.max<number | null>('doc').as('doc')),
);
const addDoc = change<{ doc: number; record: number; fingerprint: number }>()((db, p) =>
  db.insertInto('search_doc').values({ doc: p.doc, record: p.record, fingerprint: p.fingerprint }),
);
const setFingerprint = change<{ doc: number; fingerprint: number }>()((db, p) =>
  db.updateTable('search_doc').set({ fingerprint: p.fingerprint }).where('doc', '=', p.doc),
);
const removeDoc = change<{ doc: number }>()((db, p) => db.deleteFrom('search_doc').where('doc', '=', p.doc));
const marks = query()((db) => db.selectFrom('search_mark').selectAll().orderBy('journal'));
const saveMark = change<{ journal: number; event: number }>()((db, p) =>
  db
    .insertInto('search_mark')
    .values({ journal: p.journal, event: p.event })
    .onConflict((oc) => oc.column('journal').doUpdateSet({ event: p.event })),
);
const eventsBetween = query<{ after: number; before: number }>()((db, p) =>
  db
    .selectFrom('event')
    .select(['id', 'record', 'clock'])
    .where('id', '>', p.after)
    .where('id', '<', p.before)
    .orderBy('id')
    .limit(BATCH),
);
const lastEventBefore = query<{ before: number }>()((db, p) =>
  db.selectFrom('event').select('id').where('id', '<', p.before).orderBy('id', 'desc').limit(1),
);

/** A document number that matched, and its record; null where the record has gone since. */
export interface Match {
  readonly rowid: number;
  readonly record: number | null;
  /** False where a second expression alone gave it. */
  readonly sure?: boolean;
}

/**
 * Matches of an FTS5 expression with document numbers above `above` up to `upTo`, latest first, each looked for when it
 * is asked for.
 */
export function iterateMatches(
  db: Db,
  window: { readonly match: string; readonly above: number; readonly upTo: number },
): IterableIterator<Match> {
  return matching.iterate(db, window);
}

/**
 * The matches of two expressions in one order, latest first; `sure` says which of them the first one gives. Close it,
 * as `for` does, before another walk begins.
 */
export function* iterateEither(
  db: Db,
  {
    match: expression,
    beside,
    ...window
  }: Parameters<typeof iterateMatches>[1] & { readonly beside: string },
): Generator<Match> {
  const first = matching.iterate(db, { match: expression, ...window });
  const second = matchingBeside.iterate(db, { match: beside, ...window });
  try {
    let [sure, other] = [nextOf(first), nextOf(second)];
    for (;;) {
      const isSure = sure !== undefined && sure.rowid >= (other?.rowid ?? 0);
      const match = isSure ? sure : other;
      if (match === undefined) return;
      if (other?.rowid === match.rowid) other = nextOf(second);
      if (isSure) sure = nextOf(first);
      yield { ...match, sure: isSure };
    }
  } finally {
    first.return?.();
    second.return?.();
  }
}

function nextOf(matches: IterableIterator<Match>): Match | undefined {
  const step = matches.next();
  return step.done === true ? undefined : step.value;
}

/** The highest document number, 0 in an empty index. */
export function findLastDoc(db: Db): number {
  return lastDoc.get(db, {})?.doc ?? 0;
}

/**
 * Puts a record's tokens into the index under its document number, a new one where it has none. `fingerprint` says
 * whether they are those that stand there already; then nothing is written.
 */
export function putTokens(tx: Tx, record: number, tokens: readonly string[], fingerprint: number): void {
  const known = docOfRecord.get(tx, { record });
  if (known?.fingerprint === fingerprint) return;
  const doc = known?.doc ?? findLastDoc(tx) + 1;
  if (known) {
    removeTokens.run(tx, { doc });
    setFingerprint.run(tx, { doc, fingerprint });
  } else {
    addDoc.run(tx, { doc, record, fingerprint });
  }
  addTokens.run(tx, { doc, tokens: tokens.join(' ') });
}

/** Takes a record out of the index. Its tokens leave the file with `mergeStep`. */
export function removeRecord(tx: Tx, record: number): void {
  const known = docOfRecord.get(tx, { record });
  if (!known) return;
  removeTokens.run(tx, { doc: known.doc });
  removeDoc.run(tx, { doc: known.doc });
}

export function readMarks(db: Db): Map<number, number> {
  return new Map(marks.all(db, {}).map(({ journal, event }) => [journal, event]));
}

export function writeMark(tx: Tx, journal: number, event: number): void {
  saveMark.run(tx, { journal, event });
}

/** Every journal's latest event. */
export function readHeads(db: Db): Map<number, number> {
  const heads = new Map<number, number>();
  for (const journal of iterateJournals(db)) {
    const last = lastEventBefore.get(db, { before: joinId(journal + 1, 0) });
    if (last) heads.set(journal, last.id);
  }
  return heads;
}

/** Up to `BATCH` events behind the marks in each journal, in the order of the journal. */
export function listEventsBehind(db: Db, from: Marks): FeedEvent[][] {
  return Array.from(iterateJournals(db), (journal) => {
    const after = from.get(journal) ?? joinId(journal, 0) - 1;
    const events = eventsBetween.all(db, { after, before: joinId(journal + 1, 0) });
    return events.map((event) => ({ ...event, journal }));
  });
}

/** Empties the index; it is then made anew from the first event on. */
export function clearIndex(tx: Tx): void {
  tx.connection.exec(`
    INSERT INTO search_index (search_index) VALUES ('delete-all');
    DELETE FROM search_doc;
    DELETE FROM search_mark;
  `);
}

/**
 * Rewrites some of the index, so that the tokens of removed records leave the file (FTS5 only marks them as removed).
 * `first` begins a run over the whole of it. Answers false when nothing was left to do.
 */
export function mergeStep(tx: Tx, first: boolean): boolean {
  const changes = (): number => Number(tx.connection.prepare('SELECT total_changes()').pluck().get());
  const before = changes();
  tx.connection
    .prepare("INSERT INTO search_index (search_index, rank) VALUES ('merge', ?)")
    .run(first ? -MERGE_PAGES : MERGE_PAGES);
  // The command itself counts as one change.
  return changes() - before > 1;
}

const MERGE_PAGES = 500;
