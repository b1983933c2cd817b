// Verifies every journal in a database, and that the columns beside each event say what its bytes say.
import { countOf, joinId } from '../../../head-office/protocol/ids.ts';
import { verifyChain, type BrokenLink } from '../../../head-office/protocol/chain.ts';
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { iterateJournal, iterateJournals, type StoredEvent } from './journal.store.ts';

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

function columnsAgree(stored: StoredEvent): boolean {
  const event = decodeWire(stored.wire);
  return (
    event !== null &&
    joinId(event.journal, event.seq) === stored.id &&
    event.record === stored.record &&
    event.clock === stored.clock
  );
}
