// Opens the journal of a database whose end holds together.
import { DatabaseError } from '../database/database-error.ts';
import { BrokenChainError } from './ingest.ts';
import { openJournal, type Journal, type JournalParts } from './journal.ts';
import { projectNewer } from './project.ts';
import { readOwn } from './succession.ts';
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
