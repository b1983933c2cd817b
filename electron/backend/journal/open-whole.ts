// Opens the journal of a database whose end holds together.
import { DatabaseError } from '../database/database-error.ts';
import type { Db } from '../database/handle.ts';
import { BrokenChainError } from './ingest.ts';
import { openJournal, type Journal, type JournalParts } from './journal.ts';
import { projectNewer } from './project.ts';
import { readOwn, type NotedHead } from './succession.ts';
import { verifyTail } from './verify.ts';

/** A journal whose end does not link up is damage; going on would bury it. Throws `DatabaseError` DATABASE_DAMAGED. */
export function openWholeJournal(parts: JournalParts): Journal {
  const { db } = parts.database;
  const { journal: own } = readOwn(db);
  const broken = own === undefined ? null : verifyTail(db, own);
  if (broken) throw new DatabaseError('DATABASE_DAMAGED', { cause: new BrokenChainError(broken) });
  const journal = openJournal(parts);
  parts.database.write((tx) => projectNewer(journal.projection, tx));
  return journal;
}

/**
 * A file without any journal where one is noted was emptied, or is gone and was made anew by opening it. Throws
 * `DatabaseError` DATABASE_DAMAGED where a backup could give back what was there; else the desk begins again.
 */
export function refuseEmptied(
  db: Db,
  { noted, hasBackup }: { readonly noted: NotedHead | null; readonly hasBackup: boolean },
): void {
  if (hasBackup && isEmptied(db, noted)) throw new DatabaseError('DATABASE_DAMAGED');
}

/** Whether a journal is noted beside this file that never had one. */
export function isEmptied(db: Db, noted: NotedHead | null): boolean {
  return noted !== null && readOwn(db).journal === undefined;
}
