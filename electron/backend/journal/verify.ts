// Verifies every journal in a database, and that the columns beside each event say what its bytes say.
import { countOf, joinId } from '../../../head-office/protocol/ids.ts';
import { verifyChain, type BrokenLink } from '../../../head-office/protocol/chain.ts';
import { decodeWire, GENESIS_HASH, type WireEvent } from '../../../head-office/protocol/wire.ts';
import type { Db } from '../database/handle.ts';
import { attachmentOf, checkAttachment } from '../privacy/attachments.ts';
import { RECORD_ERASED } from './generic-events.ts';
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
      readonly broken: Omit<BrokenLink, 'reason'> & {
        readonly reason: BrokenLink['reason'] | 'COLUMNS' | 'ATTACHMENT';
      };
    };

/**
 * Walks every chain from its first event, and looks whether what events name as attached is there and whole. Answers the
 * heads, or names the first broken link.
 */
export function verifyJournals(db: Db): Verification {
  const heads: JournalHead[] = [];
  const attached = createAttachmentCheck(db);
  for (const journal of iterateJournals(db)) {
    let wrong: Place<'COLUMNS' | 'ATTACHMENT'> | null = null;
    const links = function* (): Generator<StoredEvent> {
      for (const stored of iterateJournal(db, journal)) {
        const event = decodeWire(stored.wire);
        const reason = columnsAgree(stored, event) ? attached.look(event) : 'COLUMNS';
        if (reason !== null) wrong ??= { journal, seq: countOf(stored.id), reason };
        yield stored;
      }
    };
    const state = verifyChain(journal, links());
    if (!state.ok) return { ok: false, broken: state.broken };
    if (wrong !== null) return { ok: false, broken: wrong };
    heads.push({ journal, seq: state.seq, hash: Buffer.from(state.hash).toString('hex').slice(0, 16) });
  }
  const missing = attached.firstMissing();
  return missing ? { ok: false, broken: missing } : { ok: true, heads };
}

interface Place<Reason> {
  readonly journal: number;
  readonly seq: number;
  readonly reason: Reason;
}

/** What is not there any more went with its record, which some event of some journal then says. */
function createAttachmentCheck(db: Db) {
  const missing = new Map<number, Place<'ATTACHMENT'>>();
  const erased = new Set<number>();
  return {
    look(event: WireEvent | null): 'ATTACHMENT' | null {
      if (event?.type === RECORD_ERASED) erased.add(event.record);
      const hash = event && attachmentOf(event);
      if (!event || hash === null) return null;
      const { journal, seq, record } = event;
      const state = checkAttachment(db, record, hash);
      if (state === 'missing' && !missing.has(record))
        missing.set(record, { journal, seq, reason: 'ATTACHMENT' });
      return state === 'damaged' ? 'ATTACHMENT' : null;
    },
    firstMissing: () => Array.from(missing).find(([record]) => !erased.has(record))?.[1] ?? null,
  };
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

function columnsAgree(stored: StoredEvent, event: WireEvent | null): boolean {
  return (
    event !== null &&
    joinId(event.journal, event.seq) === stored.id &&
    event.record === stored.record &&
    event.clock === stored.clock
  );
}
