// Whether the tables of a folder that nobody has open are what its journal folds to.
import { join } from 'node:path';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { openDatabase } from '../../electron/backend/database/database.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { blindIndex } from '../../electron/backend/privacy/sealing.ts';
import { createRecordKeys } from '../../electron/backend/privacy/record-keys.ts';
import { openSecrets } from '../../electron/backend/privacy/secrets.ts';
import { PROJECTORS } from '../../electron/backend/registers/index.ts';
import { systemRandom } from '../../electron/backend/shared/random.ts';
import { TEST_KEY } from '../support/desk.ts';

/** Opens the file as a start after the kill would, recovers its log, and compares every view with a rebuild. */
export function findViewFaults(dataDir: string): string[] {
  const path = join(dataDir, DATABASE_FILE);
  const database = openDatabase(path, { backupDir: null });
  try {
    const secrets = openSecrets(database, TEST_KEY, systemRandom);
    const check = checkViews(path, {
      nouns: new Map(PROJECTORS.map((face) => [face.noun, face])),
      keys: createRecordKeys(secrets.recordWrapping, systemRandom),
      tools: { blindIndex: (kind, value) => blindIndex(secrets.blindIndex, kind, value) },
    });
    return check.outcome === 'equal' ? [] : [`a rebuild gives other tables: ${JSON.stringify(check)}`];
  } finally {
    database.close();
  }
}
