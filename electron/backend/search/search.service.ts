// Answers the box: memory first, then the index backwards in windows, letting others act when it takes long.
import type { CodeMeaning, SearchAnswer, SearchHit } from '../../api/search.contract.ts';
import type { Database } from '../database/database.ts';
import { findByScanCode } from '../devices/scan-codes.store.ts';
import type { PlaceFinder } from '../places/place-finder.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { parseScanCode } from '../shared/scan-code.ts';
import { tagUidOf } from '../shared/tag-uid.ts';
import type { SearchedRegister } from '../registers/register.ts';
import { createSearchIndex, type DatedHit } from './search.index.ts';
import { keysOf } from './search.keys.ts';
import { answers, indexQueryOf, readQuery, type IndexQuery, type Query } from './search.query.ts';
import { findLastDoc, iterateEither, iterateMatches } from './search.store.ts';
import { piecesOf } from './search.text.ts';

export interface SearchParts {
  readonly database: Database;
  readonly registers: readonly SearchedRegister[];
  readonly finder: PlaceFinder;
  /** The scan code of the thing that wears this RFID tag; null for a tag that is bound to none. */
  readonly codeOfTag: (uid: string) => string | null;
  readonly clock: Clock;
  readonly log: Log;
  /** Lets everything else that waits have its turn first. */
  readonly nextTurn: () => Promise<void>;
}

export interface Search {
  /** What a typed text means; `limit` is per group. Never scans a register's table. */
  find(text: string, limit: number): Promise<SearchAnswer>;
  /** What a scanned code means. */
  code(code: string): CodeMeaning;
  /** Fills its memory a little later, and takes changes into the index when nothing else is to be done. */
  start(): void;
  /** Something was committed. */
  wake(): void;
  /** Answers when the running batch is over. */
  stop(): Promise<void>;
}

/** How long a search keeps the desk's other calls waiting at a time. */
const DEADLINE_MS = 5;
/** What a window asks first is answered before memory is filled; a key typed meanwhile fills it at once. */
const FIRST_ANSWERS_MS = 250;
/** Document numbers looked through at a time; doubled while little is found. */
const FIRST_WINDOW = 262_144;
const LARGEST_WINDOW = 1_048_576;
/** Open records that are put in order by what of them was found. */
const MOST_RANKED = 40;
/** Contacts and units beside the records. */
const MOST_PLACES = 8;

export function createSearch(parts: SearchParts): Search {
  const { database, registers, finder, codeOfTag, clock, log, nextTurn } = parts;
  const { db } = database;
  const index = createSearchIndex(database, registers);
  let running: Promise<void> | null = null;
  let started = false;
  let beginning: NodeJS.Timeout | undefined;

  /** What is called by the very text first, then whose name answers, then the latest. */
  function fromMemory(query: Query, text: string): DatedHit[] {
    const hits: DatedHit[] = [];
    const named = new Set<DatedHit>();
    const wanted = piecesOf(text).join('');
    for (const record of index.fresh.values()) {
      if (!record || !answers(record.keys, query)) continue;
      hits.push(record.hit);
      if (isCalled(record.hit, wanted)) named.add(record.hit);
    }
    // Names are spelled one by one: only where so few are left that the order is read.
    const byName = new Set(hits.length > MOST_RANKED ? [] : hits.filter((hit) => answersByName(hit, query)));
    const rank = (hit: DatedHit): number => Number(named.has(hit)) * 2 + Number(byName.has(hit));
    return hits.toSorted((a, b) => rank(b) - rank(a) || (b.at ?? 0) - (a.at ?? 0) || b.record - a.record);
  }

  /** Up to `wanted` records beside those that memory has `answered` for, latest first. */
  async function fromIndex(query: Query, wanted: number, answered: ReadonlySet<number>): Promise<DatedHit[]> {
    const hits: DatedHit[] = [];
    const asked = indexQueryOf(query);
    const match = expressionOf(asked);
    const beside = asked.mixed && mixedExpressionOf(asked.mixed);
    let upTo = findLastDoc(db);
    let window = FIRST_WINDOW;
    let since = clock.now();
    const isLate = (): boolean => clock.now() - since >= DEADLINE_MS;
    while (upTo > 0 && hits.length < wanted) {
      const above = Math.max(0, upTo - window);
      const walk = { match, above, upTo };
      const matches = beside === null ? iterateMatches(db, walk) : iterateEither(db, { ...walk, beside });
      let reached = above;
      for (const { rowid, record, sure = true } of matches) {
        const hit =
          record === null || answered.has(record) ? null : hitOf(record, query, sure && asked.exact);
        if (hit && hits.push(hit) === wanted) break;
        // Nobody can write while it is walked: the walk ends here, and goes on from here.
        if (isLate()) {
          reached = rowid - 1;
          break;
        }
      }
      upTo = reached;
      if (reached === above) window = Math.min(LARGEST_WINDOW, window * 2);
      if (isLate()) {
        await nextTurn();
        since = clock.now();
      }
    }
    return hits;
  }

  /** `exact`: the index gives it for nothing else. */
  function hitOf(record: number, query: Query, exact: boolean): DatedHit | null {
    const found = index.find(record);
    if (!found?.findable) return null;
    // The index knows by what it was before: a record that memory keeps, and any record while it catches up.
    const sure = exact && !index.catchingUp && !index.fresh.has(record);
    if (sure) return found.hit;
    const keys = found.keys();
    return keys && answers(keys, query) ? found.hit : null;
  }

  function byCode(code: string): DatedHit[] {
    const hits = findByScanCode(db, code).flatMap((record) => index.find(record)?.hit ?? []);
    return hits.toSorted((a, b) => Number(b.open) - Number(a.open));
  }

  function grouped(hits: readonly DatedHit[], places: SearchAnswer['places'], limit: number): Found {
    const open = hits.filter((hit) => hit.open);
    // What is still in memory and what the index had meet here.
    const history = hits.filter((hit) => !hit.open).toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
    return {
      open: open.slice(0, limit).map(shown),
      history: history.slice(0, limit).map(shown),
      places,
      more: { open: open.length > limit, history: history.length > limit },
      catchingUp: index.catchingUp,
    };
  }

  /** Only time makes a thing overdue, and only its loan says who has it: both are read at the moment of the answer. */
  function shown(remembered: DatedHit): SearchHit {
    const { dueAt, ...hit } = index.find(remembered.record)?.hit ?? remembered;
    return { ...hit, overdue: dueAt !== null && dueAt < clock.now() };
  }

  async function work(): Promise<void> {
    while (started && index.remember()) await nextTurn();
    while (started && index.takeBatch()) await nextTurn();
  }

  function wake(): void {
    if (!started || running) return;
    running = nextTurn()
      .then(work)
      .catch((error: unknown) => void log.error('the search index could not be brought up to date', error))
      .finally(() => (running = null));
  }

  return {
    async find(text, limit) {
      index.follow();
      const typed = text.normalize('NFKC');
      const uid = tagUidOf(typed);
      const tag = uid === null ? null : codeOfTag(uid);
      const scanned = parseScanCode(tag ?? typed);
      if (scanned.ok) return { ...grouped(byCode(scanned.code), [], limit), tag };
      const query = readQuery(text, blindIndexesOf(registers, text));
      if (query.terms.length === 0) return { ...grouped([], [], limit), tag };
      const places = finder.find(typed, Math.min(limit, MOST_PLACES));
      const recent = fromMemory(query, text);
      const missing = limit + 1 - recent.filter((hit) => !hit.open).length;
      const answered = new Set(recent.map((hit) => hit.record));
      const older = missing > 0 ? await fromIndex(query, missing, answered) : [];
      return { ...grouped([...recent, ...older], places, limit), tag };
    },
    code(code) {
      const scanned = parseScanCode(code);
      if (!scanned.ok) return { known: false, reason: scanned.reason };
      const [hit, ...others] = byCode(scanned.code);
      if (!hit) return { known: false, reason: 'NOT_ISSUED' };
      return { known: true, kind: scanned.kind, hit: shown(hit), others: others.map(shown) };
    },
    start() {
      started = true;
      beginning = setTimeout(wake, FIRST_ANSWERS_MS).unref();
    },
    wake,
    async stop() {
      started = false;
      clearTimeout(beginning);
      await running;
    },
  };
}

type Found = Omit<SearchAnswer, 'tag'>;

/** Whether a text is its whole name or number, however it is spaced. One letter is the beginning of everything. */
function isCalled({ title, number }: DatedHit, wanted: string): boolean {
  return (
    wanted.length > 1 && [title, number].some((name) => name !== null && piecesOf(name).join('') === wanted)
  );
}

const NOTHING = { companies: [], phones: [], codes: [], wholes: [], blind: [] } as const;

/** Whether its name alone is what was looked for, and not its company, unit or number. */
function answersByName({ title }: DatedHit, query: Query): boolean {
  return title !== null && answers(keysOf({ ...NOTHING, names: [title] }), query);
}

/** The full number of a document is found by its blind index alone; anything shorter is not worth the hashing. */
const DOCUMENT_NUMBER = /^(?=.*\d)[\p{L}\d()-]{5,40}$/u;

function blindIndexesOf(registers: readonly SearchedRegister[], text: string): string[] {
  const number = text.normalize('NFKC').replaceAll(/\s/g, '');
  if (!DOCUMENT_NUMBER.test(number)) return [];
  return registers.flatMap((register) => [...register.blindIndexes(number)]);
}

function mixedExpressionOf(groups: NonNullable<IndexQuery['mixed']>): string {
  const allOf = (tokens: readonly string[]): string =>
    `(${tokens.map((token) => `"${token}"`).join(' AND ')})`;
  return groups.map((alternatives) => `(${alternatives.map(allOf).join(' OR ')})`).join(' AND ');
}

/** FTS5's words: every token is quoted, none can hold a quote. */
function expressionOf({ groups, documents }: IndexQuery): string {
  const anyOf = (tokens: readonly string[]): string =>
    `(${tokens.map((token) => `"${token}"`).join(' OR ')})`;
  const all = groups.map(anyOf).join(' AND ');
  return documents.length === 0 ? all : `(${all}) OR ${anyOf(documents)}`;
}
