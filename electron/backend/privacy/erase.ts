// Erasing: the keys go, the rows are folded again without the person, index and file forget the old words and pages.
import type { Database } from '../database/database.ts';
import type { Author } from '../journal/append.ts';
import type { Journal } from '../journal/journal.ts';
import { listApprovalsOf } from '../people/approvals.store.ts';
import { mergeStep, removeRecord } from '../search/search.store.ts';

/**
 * Erases records, and what the box found them by, in one transaction. Then the index is rewritten without their tokens,
 * and the write-ahead log is emptied into the file, whose freed pages SQLite overwrites (secure_delete). Numbers,
 * counts and the chain stay whole.
 */
export function eraseRecords(
  { database, journal }: { readonly database: Database; readonly journal: Journal },
  author: Author,
  records: readonly number[],
  reason: string,
): void {
  journal.system(author, (command) => {
    // What was said for an approval goes with what it was about.
    const linked = records.flatMap((record) => listApprovalsOf(command.tx, record).map(({ id }) => id));
    for (const record of [...records, ...linked]) {
      command.erase(record, reason);
      removeRecord(command.tx, record);
    }
  });
  rewriteIndex(database);
  database.emptyLog();
}

/** In steps of a transaction each: what was removed is gone when no step finds anything to do. */
function rewriteIndex(database: Database): void {
  let more = database.write((tx) => mergeStep(tx, true));
  while (more) more = database.write((tx) => mergeStep(tx, false));
}
