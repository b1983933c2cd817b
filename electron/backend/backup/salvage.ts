// Reads what can still be read of a damaged database's journals: event by event, past every page that is gone.
import { countOf, joinId } from '../../../head-office/protocol/ids.ts';
import { decodeWire, GENESIS_HASH, hashWire, type WireEvent } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { findEvent, findHead, iterateJournals, type StoredEvent } from '../journal/journal.store.ts';
import type { NotedHead } from '../journal/succession.ts';

/** What one journal of a damaged file still gives, beyond what the backup has. */
export interface Salvaged {
  readonly journal: number;
  /** Links that go on from the backup without a gap. */
  readonly chained: readonly StoredEvent[];
  /** Readable events behind a gap: true as far as they can be checked, but their chain is cut. */
  readonly cutOff: readonly { readonly stored: StoredEvent; readonly wire: WireEvent }[];
  /** Places that are known to have been written and cannot be read, `[from, to]`. */
  readonly unreadable: readonly (readonly [from: number, to: number])[];
}

/** How far behind the last known place events are looked for: more than a minute's work by far. */
const BEYOND = 5_000;

/** Answers null where `read` fails on a damaged page. */
export function tryRead<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Reads one journal of the damaged file behind the backup's head of it. */
export function salvageJournal(damaged: Db, base: Db, journal: number, noted: NotedHead | null): Salvaged {
  const head = findHead(base, journal);
  const from = head ? countOf(head.id) : 0;
  const chained: StoredEvent[] = [];
  const cutOff: Salvaged['cutOff'][number][] = [];
  const missing: number[] = [];
  let last = { seq: from, hash: Buffer.from(head?.hash ?? GENESIS_HASH) };
  const known = Math.max(from, lastKnown(damaged, journal), noted?.journal === journal ? noted.seq : 0);
  let end = known;
  for (let seq = from + 1; seq <= end + BEYOND; seq += 1) {
    const found = readEvent(damaged, journal, seq);
    if (!found) {
      missing.push(seq);
      continue;
    }
    end = Math.max(end, seq);
    if (last.seq === seq - 1 && hashWire(last.hash, found.stored.wire).equals(found.stored.hash)) {
      chained.push(found.stored);
      last = { seq, hash: Buffer.from(found.stored.hash) };
    } else cutOff.push(found);
  }
  return { journal, chained, cutOff, unreadable: ranges(missing.filter((seq) => seq <= end)) };
}

/** What there is to say of a file that does not even open: how much is known to have been in it. */
export function nothingSalvaged(base: Db, noted: NotedHead | null): Salvaged[] {
  if (!noted) return [];
  const head = findHead(base, noted.journal);
  const from = 1 + (head ? countOf(head.id) : 0);
  if (from > noted.seq) return [];
  return [{ journal: noted.journal, chained: [], cutOff: [], unreadable: [[from, noted.seq]] }];
}

/** Every journal that either file has, and the one that was noted outside. */
export function journalsOf(damaged: Db, base: Db, noted: NotedHead | null): number[] {
  const readable = tryRead(() => [...iterateJournals(damaged)]) ?? [];
  return [...new Set([...iterateJournals(base), ...readable, ...(noted ? [noted.journal] : [])])];
}

function lastKnown(damaged: Db, journal: number): number {
  const head = tryRead(() => findHead(damaged, journal));
  return head ? countOf(head.id) : 0;
}

/** An event whose bytes say that they belong where they lie; null where they cannot be read or say otherwise. */
function readEvent(
  damaged: Db,
  journal: number,
  seq: number,
): { readonly stored: StoredEvent; readonly wire: WireEvent } | null {
  const stored = tryRead(() => findEvent(damaged, joinId(journal, seq)));
  const wire = stored && decodeWire(stored.wire);
  return stored && wire?.journal === journal && wire.seq === seq ? { stored, wire } : null;
}

export function countUnreadable(unreadable: Salvaged['unreadable']): number {
  return unreadable.reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

function ranges(seqs: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (const seq of seqs) {
    const open = found.at(-1);
    if (open && open[1] === seq - 1) open[1] = seq;
    else found.push([seq, seq]);
  }
  return found;
}
