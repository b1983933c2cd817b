// Somebody chose to go on without the property key: fresh secrets, and every record folded again as far as it opens.
import { join } from 'node:path';
import { DATABASE_FILE } from '../../api/boot.ts';
import { BACKUP_FOLDER } from '../backup/backup-folder.ts';
import { setAside, type MendParts } from '../backup/mend.ts';
import { openDatabase } from '../database/database.ts';
import { openCopy } from '../database/open-copy.ts';
import { createProjection } from '../journal/journal.ts';
import { foldAnew } from '../journal/rebuild.ts';
import { replaceSecrets } from './lost-key.ts';
import { opensSecrets } from './secrets.ts';

/**
 * Sets the folder aside as it is, puts the old secrets by and makes new ones under `propertyKey`, in one transaction
 * with folding all records: what the old key sealed is locked from then on, until its recovery sheet turns up. Does
 * nothing where the key opens what is there. Throws `DatabaseError`.
 */
export function goOnWithoutKey(parts: MendParts): void {
  const { dataDir, propertyKey, random, projectors } = parts;
  const path = join(dataDir, DATABASE_FILE);
  if (opens(path, propertyKey)) return;
  setAside(parts);
  const database = openDatabase(path, { backupDir: join(dataDir, BACKUP_FOLDER) });
  try {
    database.write((tx) => {
      const secrets = replaceSecrets(tx, propertyKey, random);
      foldAnew(tx, createProjection({ secrets, random, projectors }));
    });
  } finally {
    database.close();
  }
}

function opens(path: string, propertyKey: Uint8Array): boolean {
  using copy = openCopy(path, 'read');
  return opensSecrets(copy.db, propertyKey);
}
