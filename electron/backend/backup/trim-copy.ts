// Turns a whole copy of the database into a backup: without views, search and keys, compact, verified, on the disk.
import { closeSync, fsyncSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { openCopy, pagesAreWhole } from '../database/open-copy.ts';
import { verifyJournals } from '../journal/verify.ts';
import { BackupError } from './backup-error.ts';
import { emptyLeftOut, hasEvents, writeCompact, writeKeys } from './backup.store.ts';

export interface TrimOrder {
  /** The whole copy. It is used up. */
  readonly whole: string;
  /** Where the two parts of the backup go; neither exists yet. */
  readonly backup: string;
  readonly keys: string;
}

export interface TrimFacts {
  readonly bytes: number;
  /** The seq of each journal's last event, added up. */
  readonly events: number;
  readonly keys: number;
}

/**
 * Long and synchronous: made for a worker. Both parts are flushed when it answers. Throws `BackupError` COPY_DAMAGED
 * where the backup does not verify, and the errors of SQLite and of the disk as they are.
 */
export function trimCopy({ whole, backup, keys }: TrimOrder): TrimFacts {
  // Made beforehand, for this user's eyes only: SQLite fills an empty file, and would make one that all may read.
  for (const file of [backup, keys]) writeFileSync(file, '', { flag: 'wx', mode: 0o600 });
  let keyCount: number;
  {
    using copy = openCopy(whole, 'scratch');
    keyCount = writeKeys(copy.db, keys);
    emptyLeftOut(copy.db);
    writeCompact(copy.db, backup);
  }
  rmSync(whole);
  const events = verifyBackup(backup);
  flush(backup);
  flush(keys);
  return { bytes: statSync(backup).size, events, keys: keyCount };
}

/** Opens a backup, checks its pages and every chain in it. Answers its number of events; throws COPY_DAMAGED. */
export function verifyBackup(path: string): number {
  using copy = openCopy(path, 'read');
  if (!pagesAreWhole(copy.db) || !hasEvents(copy.db)) throw new BackupError('COPY_DAMAGED');
  const found = verifyJournals(copy.db);
  if (!found.ok) throw new BackupError('COPY_DAMAGED');
  return found.heads.reduce((sum, { seq }) => sum + seq, 0);
}

function flush(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
