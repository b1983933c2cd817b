// The folder that backups lie in: what is there, what has had its time, what an earlier run left half done.
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { backupName, chooseExpired, parseBackupName, type BackupFile } from './backup.rules.ts';

/** Where they lie in a data folder, if nothing else is configured. */
export const BACKUP_FOLDER = 'backups';
const PART = '.part';

export interface BackupFolder {
  readonly path: string;
  /** Whole backups, oldest first. */
  list(): BackupFile[];
  /** The two files of a backup while they are being written. */
  parts(at: number): { readonly backup: string; readonly keys: string };
  /** Gives the parts their names, once they are whole and flushed, and drops what has had its time. */
  accept(at: number): void;
  /** Drops every copy of the record keys but the one made at `at`. */
  forgetKeys(at: number): void;
  /** Removes what a killed run left behind. */
  tidy(): void;
}

/** Whether there is any whole-property backup in these folders. */
export function hasBackup(folders: readonly (string | null)[]): boolean {
  return folders.some(
    (path) =>
      path !== null &&
      existsSync(path) &&
      openBackupFolder(path)
        .list()
        .some(({ kind }) => kind === 'foyer'),
  );
}

export function openBackupFolder(path: string): BackupFolder {
  const list = (): BackupFile[] =>
    readdirSync(path)
      .flatMap((name) => parseBackupName(name) ?? [])
      .toSorted((a, b) => a.at - b.at);
  const remove = (name: string): void => rmSync(join(path, name), { force: true });
  const partOf = (kind: BackupFile['kind'], at: number): string => join(path, backupName(kind, at) + PART);
  return {
    path,
    list,
    parts: (at) => ({ backup: partOf('foyer', at), keys: partOf('keys', at) }),
    accept(at) {
      // Keys first: a backup that has its name is complete.
      for (const kind of ['keys', 'foyer'] as const) {
        renameSync(partOf(kind, at), join(path, backupName(kind, at)));
      }
      flushFolder(path);
      for (const { name } of chooseExpired(list(), at)) remove(name);
    },
    forgetKeys(at) {
      for (const file of list()) if (file.kind === 'keys' && file.at !== at) remove(file.name);
    },
    tidy() {
      for (const name of readdirSync(path)) {
        if (/\.part(-journal|-wal|-shm)?$/.test(name)) remove(name);
      }
    },
  };
}

/** Removes the whole copies that migrations left (database/migrate.ts), if they are from before `until` (UTC ms). */
export function dropMigrationCopies(path: string, until: number): void {
  if (!existsSync(path)) return;
  for (const name of readdirSync(path)) {
    const file = join(path, name);
    if (name.startsWith('before-migration-') && statSync(file).mtimeMs < until) rmSync(file, { force: true });
  }
}

/** Makes the new names themselves survive a power cut. Windows has no such call and needs none. */
export function flushFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
