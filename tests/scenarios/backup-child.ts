// A process of its own that makes backups of a data folder, over and over: tests kill it, or take its room away.
import { parseArgs } from 'node:util';
import { composeBackend } from '../../electron/backend/compose.ts';
import { BackupError } from '../../electron/backend/backup/backup-error.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { systemRandom } from '../../electron/backend/shared/random.ts';
import { TEST_KEY } from '../support/desk.ts';

const { values } = parseArgs({
  options: { 'data-dir': { type: 'string' }, 'backup-dir': { type: 'string' }, turns: { type: 'string' } },
});
const { 'data-dir': dataDir = '', 'backup-dir': backupDir = null, turns = '1' } = values;
const backend = composeBackend({
  config: {
    ...{ dataDir, backupDir, property: 'desk', seed: 1, language: 'en', reader: null, printer: null },
    appVersion: '0.0.0-test',
  },
  propertyKey: TEST_KEY,
  clock: { now: () => Date.now() },
  random: systemRandom,
  log: createSilentLog(),
});
for (let turn = 0; turn < Number(turns); turn += 1) {
  const made = await backend.care.backups.make('asked').catch((error: unknown) => error);
  process.stdout.write(`${made instanceof BackupError ? made.problem : 'made'}\n`);
}
await backend.close();
