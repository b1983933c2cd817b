// Verifies a journal's chain from its stored bytes alone: anyone with a copy can do it, no key needed.
import { decodeWire, GENESIS_HASH, hashWire } from './wire.ts';

/** One stored line: the event's bytes and the hash written beside them. */
export interface Link {
  readonly wire: Uint8Array;
  readonly hash: Uint8Array;
}

export type BrokenReason = 'UNREADABLE' | 'WRONG_JOURNAL' | 'GAP' | 'HASH';

/** Where a chain first fails: `seq` is the place the link stands at, counted from 1. */
export interface BrokenLink {
  readonly journal: number;
  readonly seq: number;
  readonly reason: BrokenReason;
}

export type ChainState =
  | { readonly ok: true; readonly seq: number; readonly hash: Uint8Array }
  | { readonly ok: false; readonly broken: BrokenLink };

export interface ChainStart {
  readonly seq: number;
  readonly hash: Uint8Array;
}

/**
 * Walks one journal's links in order. Answers its head, or the first link that does not hold. A walk may begin in
 * the middle by giving the last link known to be good as `after`.
 */
export function verifyChain(
  journal: number,
  links: Iterable<Link>,
  after: ChainStart = { seq: 0, hash: GENESIS_HASH },
): ChainState {
  let seq = after.seq;
  let hash: Uint8Array = after.hash;
  for (const link of links) {
    seq += 1;
    const broken = (reason: BrokenReason): ChainState => ({ ok: false, broken: { journal, seq, reason } });
    const expected = hashWire(hash, link.wire);
    if (!expected.equals(link.hash)) return broken(isLaterSeq(link, seq) ? 'GAP' : 'HASH');
    const event = decodeWire(link.wire);
    if (event === null) return broken('UNREADABLE');
    if (event.journal !== journal) return broken('WRONG_JOURNAL');
    if (event.seq !== seq) return broken('GAP');
    hash = expected;
  }
  return { ok: true, seq, hash };
}

function isLaterSeq(link: Link, seq: number): boolean {
  const event = decodeWire(link.wire);
  return event !== null && event.seq > seq;
}
