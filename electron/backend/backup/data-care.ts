// Looks after the data folder while the desk works: notes the head each minute, makes a backup each hour, and knows
// what staff must be told about it.
import type { Database } from '../database/database.ts';
import type { HeadFile } from '../journal/head-file.ts';
import { readSucceeded, type Succeeded } from '../journal/succession.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import type { BackupProblem } from './backup-error.ts';
import { createBackups, type BackupParts, type Backups } from './backups.ts';

/**
 * What staff must be told, as long as it holds. `newJournal`: this journal followed another one not long ago, so
 * printed numbers carry a letter, and `missing` events of the old one are not here. `backupFailed`: none was made
 * since `since` (UTC ms). `headNotNoted`: the data folder takes no file.
 */
export type Notice =
  | ({ readonly kind: 'newJournal' } & Succeeded)
  | { readonly kind: 'backupFailed'; readonly problem: BackupProblem; readonly since: number }
  | { readonly kind: 'headNotNoted' };

export interface DataCare {
  readonly backups: Backups;
  notices(): readonly Notice[];
  start(): void;
  /** One turn of the clock: notes the head, and begins a backup when one is due. */
  tick(): void;
  /** For the end of a shift and of the program: notes the head, and makes a backup if that is quick. */
  settle(occasion: 'shiftEnd' | 'closing'): Promise<void>;
  /** Ends what is under way; the database may be closed after it. */
  stop(): Promise<void>;
}

export interface DataCareParts extends BackupParts {
  readonly database: Database;
  readonly headFile: HeadFile;
  readonly clock: Clock;
  readonly log: Log;
}

const MINUTE = 60_000;
/** A new journal is news for a week. */
const NEWS = 7 * 24 * 60 * MINUTE;

export function createDataCare(parts: DataCareParts): DataCare {
  const { database, headFile, clock, log } = parts;
  const backups = createBackups(parts);
  let noted = true;
  let timer: NodeJS.Timeout | undefined;

  function note(): void {
    try {
      headFile.note(database.db);
      noted = true;
    } catch (error) {
      if (noted) log.error('the head could not be noted', error);
      noted = false;
    }
  }

  function tick(): void {
    note();
    // What went wrong stands in the log and in the notices already.
    if (backups.isDue()) backups.make('hourly').catch(() => {});
  }

  return {
    backups,
    notices: () => [
      ...newJournal(),
      ...backupFailed(),
      ...(noted ? [] : [{ kind: 'headNotNoted' } as const]),
    ],
    start() {
      note();
      backups.sweep();
      timer = setInterval(tick, MINUTE).unref();
    },
    tick,
    async settle(occasion) {
      note();
      if (backups.isQuickAndNeeded()) await backups.make(occasion).catch(() => {});
    },
    async stop() {
      clearInterval(timer);
      await backups.stop();
      note();
    },
  };

  function newJournal(): Notice[] {
    const succeeded = readSucceeded(database.db);
    const isNews = succeeded !== null && clock.now() - succeeded.at < NEWS;
    return isNews ? [{ kind: 'newJournal', ...succeeded }] : [];
  }

  function backupFailed(): Notice[] {
    const problem = backups.problem();
    return problem ? [{ kind: 'backupFailed', ...problem }] : [];
  }
}
