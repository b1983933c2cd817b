// The least that a backend does: it opens the file, says so, and answers whatever comes over its port.
import { join } from 'node:path';
import process from 'node:process';
import BetterSqlite from 'better-sqlite3';

/** @type {any} */
const parent = Reflect.get(process, 'parentPort');
parent.on('message', (/** @type {any} */ { data, ports }) => {
  if (data.type === 'start') {
    const database = new BetterSqlite(join(data.config.dataDir, 'foyer.db'));
    database.pragma('journal_mode = WAL');
    database.prepare('SELECT hash FROM event ORDER BY id DESC LIMIT 1').get();
    parent.postMessage({ type: 'ready' });
  } else if (data.type === 'stop') {
    process.exit(0);
  } else {
    ports[0].on('message', () => ports[0].postMessage('here'));
    ports[0].start();
  }
});
