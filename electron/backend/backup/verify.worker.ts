// The worker thread that verifies: the chains of the live database, or a backup with all of its pages; then it ends.
import { parentPort, workerData } from 'node:worker_threads';
import { openCopy } from '../database/open-copy.ts';
import { verifyJournals, type Verification } from '../journal/verify.ts';
import { verifyBackup } from './trim-copy.ts';

/** `live`: its pages are not read, which would take as long as reading the whole file twice. */
export interface VerifyOrder {
  readonly path: string;
  readonly what: 'live' | 'backup';
}

export type VerifyAnswer =
  | { readonly what: 'live'; readonly found: Verification }
  | { readonly what: 'backup'; readonly events: number };

function answer({ path, what }: VerifyOrder): VerifyAnswer {
  if (what === 'backup') return { what, events: verifyBackup(path) };
  using copy = openCopy(path, 'read');
  return { what, found: verifyJournals(copy.db) };
}

parentPort?.postMessage(answer(workerData as VerifyOrder));
