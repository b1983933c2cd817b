// Erasing: the keys go, the rows are folded again without the person, index, file and copies forget what they held.
import type { Backups } from '../backup/backups.ts';
import { oweErasure } from '../backup/erasure-debt.ts';
import type { Database } from '../database/database.ts';
import type { Author } from '../journal/append.ts';
import type { Journal } from '../journal/journal.ts';
import { listApprovalsOf } from '../people/approvals.store.ts';
import type { Registers } from '../registers/index.ts';
import { mergeStep, removeRecord } from '../search/search.store.ts';

/**
 * Erases records, and what the box found them by, in one transaction. Then the index is rewritten without their tokens,
 * and the write-ahead log is emptied into the file, whose freed pages SQLite overwrites (secure_delete). At last a
 * backup replaces all older copies of the keys; where none can be made now, the next one that can does it. Numbers,
 * counts and the chain stay whole.
 */
export async function eraseRecords(
  parts: {
    readonly database: Database;
    readonly journal: Journal;
    readonly registers: Pick<Registers, 'tracesOf' | 'foundBy'>;
    readonly care: { readonly backups: Pick<Backups, 'make'> };
  },
  author: Author,
  records: readonly number[],
  reason: string,
): Promise<void> {
  const { database, journal } = parts;
  journal.system(author, (command) => {
    oweErasure(command.tx);
    // A borrower's loans go with the borrower; what was said for an approval goes with what it was about. An open loan
    // is no less open for it: late-erasure.ts comes for it when it is over.
    const traces = records.flatMap((record) => parts.registers.tracesOf(command.tx, record));
    const loans = traces.filter(({ isOver }) => isOver).map(({ record }) => record);
    const persons = new Set([...records, ...loans]);
    const approvals = [...persons].flatMap((record) => listApprovalsOf(command.tx, record));
    for (const record of [...persons, ...approvals.map(({ id }) => id)]) {
      command.erase(record, reason);
      removeRecord(command.tx, record);
    }
    // What was found by their names is taken in again without them.
    for (const record of parts.registers.foundBy(command.tx, records)) removeRecord(command.tx, record);
  });
  rewriteIndex(database);
  database.emptyLog();
  // Why it failed stands in the log and in the notices.
  await parts.care.backups.make('erased').catch(() => {});
}

/** In steps of a transaction each: what was removed is gone when no step finds anything to do. */
function rewriteIndex(database: Database): void {
  let more = database.write((tx) => mergeStep(tx, true));
  while (more) more = database.write((tx) => mergeStep(tx, false));
}
