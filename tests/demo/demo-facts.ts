// What the demo leaves in the database, read from the file after the desk has closed.
import { join } from 'node:path';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { openDatabase } from '../../electron/backend/database/database.ts';
import { verifyJournals, type JournalHead } from '../../electron/backend/journal/verify.ts';

export interface DemoFacts {
  /** Visits by state. */
  readonly visits: Readonly<Record<string, number>>;
  /** Print jobs by state. */
  readonly printJobs: Readonly<Record<string, number>>;
  readonly events: number;
  readonly journal: JournalHead;
}

/** Throws where the chain of the journal does not verify, or a pass still waits for the printer. */
export function readFacts(dataDir: string): DemoFacts {
  const database = openDatabase(join(dataDir, DATABASE_FILE), { backupDir: null });
  try {
    const verified = verifyJournals(database.db);
    if (!verified.ok)
      throw new Error(`the journal is broken at ${verified.broken.seq}: ${verified.broken.reason}`);
    const [journal] = verified.heads;
    if (!journal) throw new Error('there is no journal');
    const byState = (table: string): Record<string, number> => {
      const counted = database.db.connection
        .prepare<[], { state: string; count: number }>(
          `SELECT state, count(*) AS count FROM ${table} GROUP BY state ORDER BY state`,
        )
        .all();
      return Object.fromEntries(counted.map(({ state, count }) => [state, count]));
    };
    const printJobs = byState('print_job');
    if (Object.keys(printJobs).join() !== 'printed') throw new Error('a pass was not printed');
    return { visits: byState('visit'), printJobs, events: journal.seq, journal };
  } finally {
    database.close();
  }
}
