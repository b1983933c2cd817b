// Makes backups while the desk works: a copy between its calls, trimmed and verified in a worker, then rotated.
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../../api/boot.ts';
import type { BackupProblem } from '../../api/data.contract.ts';
import type { Database } from '../database/database.ts';
import { ownPlace } from '../journal/succession.ts';
import type { Clock } from '../shared/clock.ts';
import type { Log } from '../shared/log.ts';
import { asBackupError, BackupError } from './backup-error.ts';
import { BACKUP_FOLDER, dropMigrationCopies, openBackupFolder, type BackupFolder } from './backup-folder.ts';
import { freeBytes } from './disk-reserve.ts';
import { forgetOwed, isOwed } from './erasure-debt.ts';
import { dropSetAside, dropStage } from './mend.ts';
import { startTrimming, type Trimming } from './trim-worker.ts';
import type { TrimFacts } from './trim-copy.ts';

/** `erased`: after an erasure run. Older copies of record keys, those from before migrations, and what was set aside go with it. */
export type BackupOccasion = 'hourly' | 'closing' | 'erased' | 'asked';

export interface BackupParts {
  readonly database: Database;
  readonly dataDir: string;
  /** A folder of this desk alone, on another drive. Null: `backups` in the data folder. */
  readonly backupDir: string | null;
  readonly clock: Clock;
  readonly log: Log;
}

/** `done` of 1. */
export type BackupProgress =
  | { readonly step: 'copying'; readonly done: number }
  | { readonly step: 'verifying' };

export interface Backups {
  /**
   * Makes one now; one that is under way is waited for instead, except after an erasure. Rejects with `BackupError`;
   * whatever went wrong, the backups from before are whole.
   */
  make(occasion: BackupOccasion): Promise<TrimFacts>;
  /** The folder they lie in, whether or not it is there. */
  readonly path: string;
  /** Whole backups with their sizes in bytes, newest first; none where the folder is not there. */
  list(): { readonly at: number; readonly path: string; readonly bytes: number }[];
  /** How far the one under way is; null while none is. */
  step(): BackupProgress | null;
  /** Calls the listener when a backup begins, gets further by a hundredth, and ends (null). Answers the way to stop. */
  onStep(listener: (step: BackupProgress | null) => void): () => void;
  /** Whether something was written since the last one, and that one was made or found an hour ago. */
  isDue(): boolean;
  /** Whether something was written since, and the database is so small that closing may wait for it. */
  isQuickAndNeeded(): boolean;
  /** Why the latest one failed, and since when none was made; null while all is well. */
  problem(): { readonly problem: BackupProblem; readonly since: number } | null;
  /** Removes the whole copies that a killed run, of a backup or a mending, left in the data folder. Before the first `make` only. */
  sweep(): void;
  /** Stops one that is under way and waits until it has let go of the database. */
  stop(): Promise<void>;
}

/** The whole copy, inside the data folder: it holds what the database holds. */
const WHOLE = 'backup-copy.part';
const HOUR = 3_600_000;
const RETRY = HOUR / 6;
/** Copies from before a migration, and what was set aside: they hold what erased records said. */
const WHOLE_COPIES_LIVE = 7 * 24 * HOUR;
/** Main ends a backend that has not closed within 3 s; half of that is enough for so many bytes on a slow disk. */
const QUICK_BYTES = 32 * 1024 * 1024;

export function createBackups(parts: BackupParts): Backups {
  const { database, dataDir, backupDir, clock, log } = parts;
  const whole = join(dataDir, WHOLE);
  const path = backupDir ?? join(dataDir, BACKUP_FOLDER);
  const listeners = new Set<(step: BackupProgress | null) => void>();
  let progress: BackupProgress | null = null;
  let running: Promise<TrimFacts> | null = null;
  let trimming: Trimming | null = null;
  let stopping = false;
  let last: { readonly at: number; readonly hash: string | undefined } | null = null;
  let tried: number | null = null;
  let failed: { readonly problem: BackupProblem; readonly since: number } | null = null;

  async function make(occasion: BackupOccasion): Promise<TrimFacts> {
    const began = clock.now();
    tried = began;
    const head = ownPlace(database.db)?.hash;
    const erased = occasion === 'erased' || isOwed(database.db);
    try {
      const folder = openFolder();
      requireRoom(folder.path);
      await copyWhole();
      if (stopping) throw new BackupError('STOPPED');
      reach({ step: 'verifying' });
      trimming = startTrimming({ whole, ...folder.parts(began) });
      const facts = await trimming.facts;
      folder.accept(began);
      if (erased) folder.forgetKeys(began);
      const until = erased ? Infinity : began - WHOLE_COPIES_LIVE;
      dropMigrationCopies(join(dataDir, BACKUP_FOLDER), until);
      dropSetAside(dataDir, until);
      if (erased) database.write(forgetOwed);
      last = { at: began, hash: head };
      failed = null;
      log.info('backup made', { occasion, ...facts, ms: clock.now() - began });
      return facts;
    } catch (cause) {
      const error = asBackupError(cause);
      if (error.problem !== 'STOPPED') {
        failed = { problem: error.problem, since: failed?.since ?? began };
        log.error(`backup not made: ${error.problem}`, error);
      }
      throw error;
    } finally {
      trimming = null;
      sweep();
    }
  }

  function sweep(): void {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(whole + suffix, { force: true });
  }

  /** A configured folder is never made: it would hide that the drive is not there. */
  function openFolder(): BackupFolder {
    if (backupDir === null) mkdirSync(path, { recursive: true, mode: 0o700 });
    if (!existsSync(path)) throw new BackupError('FOLDER_MISSING');
    const folder = openBackupFolder(path);
    folder.tidy();
    return folder;
  }

  /** Looked at before anything is written, so that a backup never takes the desk's last room. */
  function requireRoom(folder: string): void {
    const { size } = statSync(join(dataDir, DATABASE_FILE));
    if (freeBytes(dataDir) < 2 * size || freeBytes(folder) < size) throw new BackupError('DISK_FULL');
  }

  /** On the writer's own connection a page that changes meanwhile is copied again; on another it would start over. */
  async function copyWhole(): Promise<void> {
    sweep();
    await database.db.connection.backup(whole, {
      progress: ({ totalPages, remainingPages }) => {
        if (stopping) throw new BackupError('STOPPED');
        const done = totalPages === 0 ? 0 : 1 - remainingPages / totalPages;
        reach({ step: 'copying', done: Math.floor(done * 100) / 100 });
        return PAGES_A_STEP;
      },
    });
  }

  /** A clock that was set back must not put the next one off. */
  function isPast(at: number | null, ms: number): boolean {
    return at === null || Math.abs(clock.now() - at) >= ms;
  }

  function changedSince(): boolean {
    return last?.hash !== ownPlace(database.db)?.hash;
  }

  /** Backups of earlier runs count as well. */
  function lastAt(): number | null {
    if (last) return last.at;
    const made = existsSync(path) ? openBackupFolder(path).list() : [];
    return made.findLast(({ kind }) => kind === 'foyer')?.at ?? null;
  }

  function reach(next: BackupProgress | null): void {
    if (JSON.stringify(next) === JSON.stringify(progress)) return;
    progress = next;
    for (const listener of listeners) listener(next);
  }

  function end(): void {
    running = null;
    reach(null);
  }

  return {
    path,
    async make(occasion) {
      if (running && occasion === 'erased') await running.catch(() => {});
      if (!running) {
        running = make(occasion).finally(end);
        reach({ step: 'copying', done: 0 });
      }
      return running;
    },
    list() {
      if (!existsSync(path)) return [];
      const made = openBackupFolder(path).list();
      return made
        .flatMap(({ kind, name, at }) => {
          const file = join(path, name);
          return kind === 'foyer' ? [{ at, path: file, bytes: statSync(file).size }] : [];
        })
        .toReversed();
    },
    step: () => progress,
    onStep(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    isDue: () =>
      !running && isPast(tried, RETRY) && (isOwed(database.db) || (isPast(lastAt(), HOUR) && changedSince())),
    isQuickAndNeeded: () => changedSince() && statSync(join(dataDir, DATABASE_FILE)).size <= QUICK_BYTES,
    problem: () => failed,
    sweep() {
      sweep();
      dropStage(dataDir);
    },
    async stop() {
      stopping = true;
      trimming?.stop();
      await running?.catch(() => {});
    },
  };
}

/** 400 KB: copied in well under a millisecond, and then the next call has its turn. */
const PAGES_A_STEP = 100;
