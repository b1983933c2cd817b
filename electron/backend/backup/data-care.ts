// Looks after the data folder while the desk works: notes the head and looks at the disk each minute, makes a backup
// each hour, and knows what staff must be told about it.
import type { DataNotice } from '../../api/data.contract.ts';
import type { Database } from '../database/database.ts';
import type { HeadFile } from '../journal/head-file.ts';
import { readSucceeded } from '../journal/succession.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { createBackups, type BackupParts, type Backups } from './backups.ts';
import type { DiskReserve } from './disk-reserve.ts';

export interface DataCare {
  readonly backups: Backups;
  notices(): readonly DataNotice[];
  start(): void;
  /** One turn of the clock: notes the head, and begins a backup when one is due. */
  tick(): void;
  /** For the end of the program: notes the head, and makes a backup if that is quick. */
  settle(): Promise<void>;
  /** Ends what is under way; the database may be closed after it. */
  stop(): Promise<void>;
}

export interface DataCareParts extends BackupParts {
  readonly database: Database;
  readonly headFile: HeadFile;
  readonly reserve: DiskReserve;
  readonly clock: Clock;
  readonly log: Log;
  /** What staff must be told has changed. */
  readonly noticed: () => void;
}

const MINUTE = 60_000;
/** A new journal is news for a week. */
const NEWS = 7 * 24 * 60 * MINUTE;

export function createDataCare(parts: DataCareParts): DataCare {
  const { database, headFile, reserve, clock, log } = parts;
  const backups = createBackups(parts);
  let noted = true;
  let told = '';
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

  function tell(): void {
    const now = JSON.stringify(notices());
    if (now !== told) parts.noticed();
    told = now;
  }

  function tick(): void {
    reserve.tend();
    note();
    // What went wrong stands in the log and in the notices already.
    if (backups.isDue()) backups.make('hourly').catch(() => {});
    tell();
  }

  return {
    backups,
    notices,
    start() {
      reserve.onChange(tell);
      note();
      backups.sweep();
      told = JSON.stringify(notices());
      backups.onStep((step) => {
        if (step === null) tell();
      });
      timer = setInterval(tick, MINUTE).unref();
    },
    tick,
    async settle() {
      note();
      if (backups.isQuickAndNeeded()) await backups.make('closing').catch(() => {});
    },
    async stop() {
      clearInterval(timer);
      await reserve.stop();
      await backups.stop();
      note();
    },
  };

  function notices(): DataNotice[] {
    return [
      ...diskLow(),
      ...newJournal(),
      ...backupFailed(),
      ...(noted ? [] : [{ kind: 'headNotNoted' } as const]),
    ];
  }

  function diskLow(): DataNotice[] {
    const room = reserve.room();
    return room === 'kept' ? [] : [{ kind: 'diskLow', records: room !== 'full' }];
  }

  function newJournal(): DataNotice[] {
    const succeeded = readSucceeded(database.db);
    const isNews = succeeded !== null && clock.now() - succeeded.at < NEWS;
    return isNews ? [{ kind: 'newJournal', ...succeeded }] : [];
  }

  function backupFailed(): DataNotice[] {
    const problem = backups.problem();
    return problem ? [{ kind: 'backupFailed', ...problem }] : [];
  }
}
