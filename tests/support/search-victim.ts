// A backend that is killed while a batch goes into the index: started by the search scenario with a data folder.
import { composeBackend } from '../../electron/backend/compose.ts';
import type { SearchedRegister } from '../../electron/backend/registers/register.ts';
import { createSearchIndex } from '../../electron/backend/search/search.index.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { systemRandom } from '../../electron/backend/shared/random.ts';
import { createTestClock, TEST_KEY } from './desk.ts';

const [dataDir = '', written = ''] = process.argv.slice(2);
const { database, registers } = composeBackend({
  config: {
    ...({ dataDir, property: 'desk', seed: 1, language: 'zh-CN', reader: null, printer: null } as const),
    appVersion: '0.0.0-test',
  },
  ...{ propertyKey: TEST_KEY, clock: createTestClock(), random: systemRandom, log: createSilentLog() },
});
let inBatch = 0;
const [visitors] = registers.searched;
if (!visitors) throw new Error('nothing is searched');
const fatal: SearchedRegister = {
  ...visitors,
  searchCard(db, record) {
    const writing = db.connection.inTransaction;
    if (writing) inBatch += 1;
    if (inBatch > Number(written)) process.kill(process.pid, 'SIGKILL');
    return visitors.searchCard(db, record);
  },
};
const index = createSearchIndex(database, [fatal], 7);
while (index.takeBatch());
throw new Error('nothing was left to be killed in');
