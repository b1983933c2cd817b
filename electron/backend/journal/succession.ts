// When an installation must begin a new journal: its database is not the one it last wrote, or not where it wrote it.
import { countOf, joinId } from '../../../head-office/protocol/ids.ts';
import type { Db, Tx } from '../database/handle.ts';
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import { genericEvents, JOURNAL_OPENED, type SuccessionReason } from './generic-events.ts';
import { findEvent, findHead, readInstallation, writeInstallation } from './journal.store.ts';

/** A place in a journal's chain. `hash` is the whole of it, in hex. */
export type ChainPlace = {
  readonly journal: number;
  readonly seq: number;
  readonly hash: string;
};

/** Where the own journal stood, as it was noted outside the database (head-file.ts). */
export type NotedHead = ChainPlace & { readonly generation: string };

/** A new journal is to go on from the one that is there. */
export interface Succession {
  readonly reason: SuccessionReason;
  /** What the printed numbers of the new journal carry: `b` in `V-L1b-261121-0001`. */
  readonly generation: string;
  /** The furthest place that the old journal is known to have reached, whether or not its events are here. */
  readonly noted: ChainPlace | null;
}

/** What this installation is, as its database says. */
export interface Installation {
  /** Undefined before the first journal is begun. */
  readonly journal: number | undefined;
  readonly generation: string;
  /** The file it was last written in (its inode): a copy has another one. */
  readonly file: string | undefined;
}

export function readOwn(db: Db): Installation {
  const journal = readInstallation(db, 'journal');
  return {
    journal: journal === undefined ? undefined : Number(journal),
    generation: readInstallation(db, 'generation') ?? '',
    file: readInstallation(db, 'file'),
  };
}

export function writeOwn(tx: Tx, own: Installation): void {
  writeInstallation(tx, 'journal', String(own.journal));
  writeInstallation(tx, 'generation', own.generation);
  if (own.file !== undefined) writeInstallation(tx, 'file', own.file);
}

/** Where the own journal ends in this database; null before its first event. */
export function ownPlace(db: Db): ChainPlace | null {
  const { journal } = readOwn(db);
  const head = journal === undefined ? undefined : findHead(db, journal);
  return head && journal !== undefined
    ? { journal, seq: countOf(head.id), hash: Buffer.from(head.hash).toString('hex') }
    : null;
}

/**
 * Compares a database with the head noted outside it and the file it lies in. Null: it is the one that was last
 * written here, at least up to the noted head, and its journal goes on.
 */
export function findSuccession(
  db: Db,
  { noted, file }: { readonly noted: NotedHead | null; readonly file: string },
): Succession | null {
  const own = readOwn(db);
  const reason = reasonFor(db, own, noted, file);
  if (reason === null) return null;
  const generation = nextGeneration(latestGeneration([own.generation, noted?.generation ?? '']));
  return { reason, generation, noted: noted && { journal: noted.journal, seq: noted.seq, hash: noted.hash } };
}

function reasonFor(
  db: Db,
  own: Installation,
  noted: NotedHead | null,
  file: string,
): SuccessionReason | null {
  if (own.journal === undefined) return noted ? 'lost' : null;
  if (noted && !holds(db, noted)) return 'behind';
  return own.file !== undefined && own.file !== file ? 'copied' : null;
}

/** Whether the noted event stands in the database's own journal, as it was when it was noted. */
function holds(db: Db, noted: ChainPlace): boolean {
  if (readOwn(db).journal !== noted.journal) return false;
  const stored = findEvent(db, joinId(noted.journal, noted.seq));
  return stored !== undefined && Buffer.from(stored.hash).toString('hex') === noted.hash;
}

/** How this installation's present journal came to follow another. */
export interface Succeeded {
  readonly reason: SuccessionReason;
  /** When it was begun, UTC ms. */
  readonly at: number;
  /** Events that the old journal is known to have had and that are not here. */
  readonly missing: number;
}

/** Null for an installation's first journal. Read from the event that begins it. */
export function readSucceeded(db: Db): Succeeded | null {
  const { journal } = readOwn(db);
  const stored = journal === undefined ? undefined : findEvent(db, joinId(journal, 1));
  const wire = stored && decodeWire(stored.wire);
  const { data } = genericEvents[JOURNAL_OPENED].body.safeParse(wire?.body);
  if (!wire || !data?.reason) return null;
  const { predecessor, noted } = data;
  const missing = noted && predecessor?.journal === noted.journal ? noted.seq - predecessor.seq : 0;
  return { reason: data.reason, at: wire.recordedAt, missing: Math.max(0, missing) };
}

/** '' → b → c → … → z → zb: never one that was printed before. */
export function nextGeneration(generation: string): string {
  const last = generation.slice(-1);
  if (last === '' || last === 'z') return `${generation}b`;
  return generation.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
}

/** The furthest of several, in the order that `nextGeneration` gives them. */
export function latestGeneration(generations: readonly string[]): string {
  return generations.reduce((latest, next) =>
    next.length > latest.length || (next.length === latest.length && next > latest) ? next : latest,
  );
}
