// Erasing: the keys go, the rows are folded again without the person, and the file forgets the old pages.
import type { Database } from '../database/database.ts';
import type { Author } from '../journal/append.ts';
import type { Journal } from '../journal/journal.ts';

/**
 * Erases records in one transaction and then empties the write-ahead log into the file, whose freed pages SQLite
 * overwrites (secure_delete). Numbers, counts and the chain stay whole.
 */
export function eraseRecords(
  { database, journal }: { readonly database: Database; readonly journal: Journal },
  author: Author,
  records: readonly number[],
  reason: string,
): void {
  journal.system(author, (command) => {
    for (const record of records) command.erase(record, reason);
  });
  database.emptyLog();
}
