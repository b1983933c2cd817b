// A data folder as the command line opens it: its database, secrets and views, without a desk around them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DATABASE_FILE } from '../../api/boot.ts';
import { openDatabase, type Database } from '../../backend/database/database.ts';
import { BACKUP_FOLDER } from '../../backend/backup/backup-folder.ts';
import { createProjection } from '../../backend/journal/journal.ts';
import type { Projection } from '../../backend/journal/project.ts';
import { openSecrets } from '../../backend/privacy/secrets.ts';
import { PROJECTORS } from '../../backend/registers/index.ts';
import { systemRandom } from '../../backend/shared/random.ts';

export interface DataFolder extends Disposable {
  readonly path: string;
  readonly database: Database;
  readonly projection: Projection;
}

/** Nothing is begun or noted by opening it so. Throws where there is no database, and as `openDatabase` does. */
export function openFolder(dataDir: string, propertyKey: Uint8Array): DataFolder {
  const path = join(dataDir, DATABASE_FILE);
  if (!existsSync(path)) throw new Error('there is no database in this folder');
  const database = openDatabase(path, { backupDir: join(dataDir, BACKUP_FOLDER) });
  try {
    const secrets = openSecrets(database, propertyKey, systemRandom);
    const projection = createProjection({ secrets, random: systemRandom, projectors: PROJECTORS });
    return { path, database, projection, [Symbol.dispose]: database.close };
  } catch (cause) {
    database.close();
    throw cause;
  }
}

const keyFileShape = z.object({ store: z.enum(['os', 'file']), key: z.base64() });

/** Main's key file says how the key is kept (electron/main/property-key.ts); only the plain form opens here. */
export function readKey(file: string): Uint8Array {
  const bytes = readFileSync(file);
  if (bytes.length === 32) return bytes;
  const { store, key } = keyFileShape.parse(JSON.parse(bytes.toString('utf8')));
  if (store === 'os') {
    throw new Error(
      'the operating system keeps this key and gives it to the program only; nothing was opened',
    );
  }
  return Buffer.from(key, 'base64');
}

/** What mending needs of the outside. */
export function mendParts(dataDir: string, propertyKey: Uint8Array) {
  return {
    ...{ dataDir, propertyKey, random: systemRandom, projectors: PROJECTORS },
    clock: { now: () => Date.now() },
  };
}
