// Takes in events of other journals: the chain is checked, the rows of the records they touch follow.
import { countOf, joinId } from '../../../head-office/protocol/ids.ts';
import { verifyChain, type BrokenLink, type Link } from '../../../head-office/protocol/chain.ts';
import { decodeWire, GENESIS_HASH, LAST_INSTANT } from '../../../head-office/protocol/wire.ts';
import type { Tx } from '../database/handle.ts';
import { RECORD_ERASED } from './generic-events.ts';
import { findHead, insertEvent } from './journal.store.ts';
import { projectAgain, type Projection } from './project.ts';

/** A batch that does not go on from what is here is refused whole; `broken` names its first bad link. */
export class BrokenChainError extends Error {
  override readonly name = 'BrokenChainError';
  readonly broken: BrokenLink;

  constructor(broken: BrokenLink) {
    super(`journal ${broken.journal} breaks at event ${broken.seq}: ${broken.reason}`);
    this.broken = broken;
  }
}

/** A clock beyond it would leave no room for the events that must sort after it. */
const FURTHEST_CLOCK = LAST_INSTANT / 2;

/**
 * Appends a batch of one foreign journal's links, in order, right after what is already here of it; links that are
 * here already are passed over. Throws `BrokenChainError`, with nothing written, for a batch that does not link up.
 */
export function ingestLinks(projection: Projection, tx: Tx, journal: number, links: readonly Link[]): void {
  const head = findHead(tx, journal);
  const known = head ? countOf(head.id) : 0;
  const fresh = links.filter((link) => (decodeWire(link.wire)?.seq ?? Infinity) > known);
  const state = verifyChain(journal, fresh, { seq: known, hash: head?.hash ?? GENESIS_HASH });
  if (!state.ok) throw new BrokenChainError(state.broken);
  const far = fresh.findIndex((link) => (decodeWire(link.wire)?.clock ?? 0) > FURTHEST_CLOCK);
  if (far >= 0) throw new BrokenChainError({ journal, seq: known + far + 1, reason: 'UNREADABLE' });
  const touched = new Set<number>();
  for (const link of fresh) {
    const event = decodeWire(link.wire);
    if (event === null) continue;
    const { record, clock, seq } = event;
    insertEvent(tx, { id: joinId(journal, seq), record, clock, wire: link.wire, hash: link.hash });
    if (event.type === RECORD_ERASED) projection.keys.destroy(tx, record);
    touched.add(record);
  }
  for (const record of touched) projectAgain(projection, tx, record);
}
