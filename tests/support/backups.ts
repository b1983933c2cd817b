// The backups of a desk: where they lie, and how tests make one.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseBackupName } from '../../electron/backend/backup/backup.rules.ts';
import { putContact } from '../../electron/backend/places/places.service.ts';
import type { TestDesk } from './desk.ts';

type Kind = 'foyer' | 'keys';

export const importer = { actor: 'import', staff: null, approver: null, shift: null, desk: 'L1' } as const;

export const backupFolder = (desk: TestDesk): string => join(desk.folder, 'backups');

/** Paths of the backups in a folder, the oldest first. */
export function backupsIn(folder: string, kind: Kind = 'foyer'): string[] {
  const names = readdirSync(folder).filter((name) => parseBackupName(name)?.kind === kind);
  return names.toSorted().map((name) => join(folder, name));
}

export function newestBackup(folder: string, kind: Kind = 'foyer'): string {
  const path = backupsIn(folder, kind).at(-1);
  if (path === undefined) throw new Error('no backup was made');
  return path;
}

/** Makes a backup and answers its path. */
export async function backUp(desk: TestDesk): Promise<string> {
  await desk.backend.care.backups.make('asked');
  return newestBackup(backupFolder(desk));
}

/** Writes something, so that there is something new to back up. */
export function work(desk: TestDesk, contacts = 1): void {
  desk.backend.journal.system(importer, (command) => {
    for (let at = 0; at < contacts; at += 1) {
      putContact(
        command,
        { tenant: null, unit: null, authorises: [], active: true },
        { name: `联系人${at}`, pinyin: null, phone: null },
      );
    }
    return null;
  });
}
