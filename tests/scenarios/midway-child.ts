// A process of its own that does one long thing to a data folder, once it has said so: tests kill it in the middle.
import { parseArgs } from 'node:util';
import { repair } from '../../electron/backend/backup/repair.ts';
import { restore } from '../../electron/backend/backup/restore.ts';
import { composeBackend } from '../../electron/backend/compose.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { PROJECTORS } from '../../electron/backend/registers/index.ts';
import { ensureSample } from '../../electron/backend/sample/ensure-sample.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { systemRandom } from '../../electron/backend/shared/random.ts';
import { MORNING, TEST_KEY } from '../support/desk.ts';

const { positionals } = parseArgs({ allowPositionals: true });
const [act, dataDir = '', ...given] = positionals;
const outside = { clock: { now: () => MORNING }, random: systemRandom, propertyKey: TEST_KEY };
const surroundings = {
  config: {
    ...{ dataDir, seed: 1, reader: null, printer: null, appVersion: '0.0.0-test' },
    ...({ property: 'desk', language: 'en' } as const),
  },
  ...{ ...outside, log: createSilentLog() },
};
const mendParts = { ...outside, dataDir, projectors: PROJECTORS, backupDir: null };
const author = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;

process.stdout.write('begun\n');
switch (act) {
  case 'start':
    await composeBackend(surroundings).close();
    break;
  case 'restore':
    restore(mendParts, given[0] ?? '');
    break;
  case 'repair':
    repair(mendParts);
    break;
  case 'sample':
    await ensureSample(surroundings);
    break;
  case 'erase': {
    const backend = composeBackend(surroundings);
    await eraseRecords(backend, author, given.map(Number), 'term');
    await backend.close();
    break;
  }
  default:
    throw new Error(`nobody can ${act}`);
}
