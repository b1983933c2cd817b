// Where a journal stands: printed on handover sheets and reports, shown in the status bar.
import { countOf } from '../../../head-office/protocol/ids.ts';
import type { Db } from '../database/handle.ts';
import { findHead } from './journal.store.ts';

/** The latest seq, and the first 16 hex digits of its hash; 0 and nothing before the first event. */
export function readHead(db: Db, journal: number): { readonly seq: number; readonly hash: string } {
  const head = findHead(db, journal);
  if (!head) return { seq: 0, hash: '' };
  return { seq: countOf(head.id), hash: Buffer.from(head.hash).toString('hex').slice(0, 16) };
}
