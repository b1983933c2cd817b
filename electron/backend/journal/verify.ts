// Verifies every journal in a database, and that the columns beside each event say what its bytes say.
import { countOf, joinId } from '../../../head-office/protocol/ids.ts';
import { verifyChain, type BrokenLink } from '../../../head-office/protocol/chain.ts';
import { decodeWire, GENESIS_HASH } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { findEvent, findHead, iterateJournal, iterateJournals, type StoredEvent } from './journal.store.ts';

export interface JournalHead {
  readonly journal: number;
  readonly seq: number;
  /** First 16 hex digits of the head's hash, as printed on handover sheets. */
  readonly hash: string;
}

export type Verification =
  | { readonly ok: true; readonly heads: readonly JournalHead[] }
  | {
      readonly ok: false;
      readonly broken: Omit<BrokenLink, 'reason'> & { readonly reason: BrokenLink['reason'] | 'COLUMNS' };
    };

/** Walks every chain from its first event. Answers the heads, or names the first broken link. */
export function verifyJournals(db: Db): Verification {
  const heads: JournalHead[] = [];
  for (const journal of iterateJournals(db)) {
    let wrongColumns: number | null = null;
    const links = function* (): Generator<StoredEvent> {
      for (const stored of iterateJournal(db, journal)) {
        if (wrongColumns === null && !columnsAgree(stored)) wrongColumns = countOf(stored.id);
        yield stored;
      }
    };
    const state = verifyChain(journal, links());
    if (!state.ok) return { ok: false, broken: state.broken };
    if (wrongColumns !== null) {
      return { ok: false, broken: { journal, seq: wrongColumns, reason: 'COLUMNS' } };
    }
    heads.push({ journal, seq: state.seq, hash: Buffer.from(state.hash).toString('hex').slice(0, 16) });
  }
  return { ok: true, heads };
}

/** How many of a journal's last links are walked when the desk starts: enough to see a torn end, too few to be felt. */
const TAIL = 64;

/**
 * Walks the end of one journal, from a link that is taken as good. Null where it holds. Whole journals are verified
 * on request and on backups.
 */
export function verifyTail(db: Db, journal: number): BrokenLink | null {
  const head = findHead(db, journal);
  if (!head) return null;
  const from = Math.max(0, countOf(head.id) - TAIL);
  const before = from === 0 ? undefined : findEvent(db, joinId(journal, from));
  const after = { seq: before ? from : 0, hash: before?.hash ?? GENESIS_HASH };
  const state = verifyChain(journal, iterateJournal(db, journal, after.seq), after);
  return state.ok ? null : state.broken;
}

function columnsAgree(stored: StoredEvent): boolean {
  const event = decodeWire(stored.wire);
  return (
    event !== null &&
    joinId(event.journal, event.seq) === stored.id &&
    event.record === stored.record &&
    event.clock === stored.clock
  );
}
