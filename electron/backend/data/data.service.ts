// What the settings' data part shows and does: backups made and verified, the journal walked.
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DATABASE_FILE } from '../../api/boot.ts';
import type {
  backupErrors,
  BackupStep,
  DataNotice,
  DataOverview,
  Verified,
} from '../../api/data.contract.ts';
import { asBackupError } from '../backup/backup-error.ts';
import type { Backups } from '../backup/backups.ts';
import type { DataCare } from '../backup/data-care.ts';
import { verifyBackupBeside, verifyBeside } from '../backup/verify-worker.ts';
import type { Log } from '../shared/log.ts';
import { refusals } from '../shared/refusal.ts';
import type { LostKeys } from './data.lost-keys.ts';
import type { RecoverySheets } from './data.sheets.ts';

export interface DataParts {
  readonly dataDir: string;
  /** Whether the folder for backups was named on the command line. */
  readonly chosen: boolean;
  readonly care: DataCare;
  readonly sheets: RecoverySheets;
  readonly lostKeys: LostKeys;
  readonly ownJournal: number;
  /** A real desk that is set up: there is something to lose. */
  readonly needsSheet: () => boolean;
  readonly log: Log;
}

const refuse = refusals<typeof backupErrors>();

/** Most urgent first. */
export function listNotices({ care, sheets, lostKeys, needsSheet }: DataParts): DataNotice[] {
  const sheet = sheets.state();
  return [
    ...(lostKeys.count() > 0 ? [{ kind: 'fieldsLocked' } as const] : []),
    ...care.notices(),
    ...(needsSheet() && !sheet?.confirmed ? [{ kind: 'sheetMissing', made: sheet !== null } as const] : []),
  ];
}

export function readOverview({ care, sheets, lostKeys, dataDir, chosen }: DataParts): DataOverview {
  const { backups } = care;
  return {
    backups: backups.list().map(({ at, bytes }) => ({ at, bytes })),
    place: { path: backups.path, chosen, sameDrive: isSameDrive(backups.path, dataDir) },
    running: backups.step() !== null,
    problem: backups.problem(),
    sheet: sheets.state(),
    lostKeys: lostKeys.count(),
  };
}

/** The usual folder is made with the first backup: until then its parent answers for it. */
function isSameDrive(path: string, dataDir: string): boolean | null {
  const there = existsSync(path) ? path : dirname(path) === dataDir ? dataDir : null;
  return there === null ? null : statSync(there).dev === statSync(dataDir).dev;
}

/** Says how far the backup is until it is made. Throws the refusal BACKUP_FAILED; one that nobody listens to goes on. */
export async function* followBackup(backups: Backups): AsyncGenerator<BackupStep> {
  const news = createBell();
  const stop = backups.onStep(news.ring);
  let made: BackupStep | null = null;
  let failed: unknown = null;
  const end = backups
    .make('asked')
    .then(
      ({ bytes, events }) => (made = { step: 'made', bytes, events }),
      (error: unknown) => (failed = error),
    )
    .finally(news.ring);
  try {
    while (made === null && failed === null) {
      const heard = news.next();
      const step = backups.step();
      if (step) yield step;
      await heard;
    }
    await end;
    if (failed !== null) throw refuse('BACKUP_FAILED', { problem: asBackupError(failed).problem });
    if (made !== null) yield made;
  } finally {
    stop();
  }
}

function createBell() {
  let { promise, resolve } = Promise.withResolvers<void>();
  return {
    ring(): void {
      resolve();
      ({ promise, resolve } = Promise.withResolvers<void>());
    },
    next: () => promise,
  };
}

export async function verifyJournal({ dataDir, ownJournal }: DataParts): Promise<Verified> {
  const found = await verifyBeside(join(dataDir, DATABASE_FILE));
  if (!found.ok) return { ok: false, journal: found.broken.journal, seq: found.broken.seq };
  return { ok: true, heads: [...found.heads], own: ownJournal };
}

/** Throws the refusal BACKUP_GONE. */
export async function verifyBackup(
  { care, log }: DataParts,
  at: number,
): Promise<{ ok: boolean; events: number }> {
  const backup = care.backups.list().find((each) => each.at === at);
  if (!backup) throw refuse('BACKUP_GONE', undefined);
  try {
    return { ok: true, events: await verifyBackupBeside(backup.path) };
  } catch (error) {
    log.error('a backup did not verify', error);
    return { ok: false, events: 0 };
  }
}
