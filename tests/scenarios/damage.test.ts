// What can go wrong with the machine under the desk: named, nothing half written, and what was kept said.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { composeBackend } from '../../electron/backend/compose.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { createTestClock, openTestDesk, TEST_KEY } from '../support/desk.ts';
import { withFolder } from '../support/folder.ts';
import { uuidv7 } from '../support/ids.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

function compose(dataDir: string, propertyKey: Uint8Array | null) {
  const config = {
    ...({ dataDir, property: 'desk', seed: 1, language: 'en', reader: null, printer: null } as const),
    appVersion: '0.0.0-test',
  };
  return composeBackend({
    ...{ config, propertyKey, clock: createTestClock(), random: seededRandom(3), log: createSilentLog() },
  });
}

test('a full disk refuses the visit by name; once there is room the same form goes through, once', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { connection } = desk.backend.database.db;
  const pages = Number(connection.pragma('page_count', { simple: true }));
  connection.pragma(`max_page_count = ${pages}`);
  const form = walkIn({ remarks: 'x'.repeat(500), items: 'y'.repeat(200) });
  const refused: unknown[] = [];
  // The last free places of existing pages fill up first.
  for (let tries = 0; tries < 40 && refused.length === 0; tries += 1) {
    const { error } = await safe(
      api.visitors.register({ ...form, documentType: 'none', documentNumber: null }),
    );
    if (error) refused.push((error as { code?: string }).code);
    else form.commandId = uuidv7();
  }
  expect(refused).toEqual(['DISK_FULL']);
  const { rows } = await api.visitors.list({ view: 'all' });
  expect(verifyJournals(desk.backend.database.db)).toMatchObject({ ok: true });

  connection.pragma('max_page_count = 1000000');
  await api.visitors.register({ ...form, documentType: 'none', documentNumber: null });
  await api.visitors.register({ ...form, documentType: 'none', documentNumber: null });
  const after = await api.visitors.list({ view: 'all' });
  expect(after.rows).toHaveLength(rows.length + 1);
  expectWhole(desk);
});

test('a database that another program holds is named, and the form goes through when it lets go', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  desk.backend.database.db.connection.pragma('busy_timeout = 50');
  const other = new BetterSqlite(desk.databasePath);
  other.exec('BEGIN IMMEDIATE');
  const form = walkIn();
  const { error } = await safe(api.visitors.register(form));
  expect(error).toMatchObject({ code: 'DATABASE_LOCKED', defined: true });
  other.exec('ROLLBACK');
  other.close();
  expect(await api.visitors.register(form)).toMatchObject({ number: 'V-L1-261121-0001' });
});

test('a file that is no database is refused as damaged and left as it is', () => {
  withFolder((folder) => {
    writeFileSync(join(folder, DATABASE_FILE), 'not a database, '.repeat(500));
    expect(() => compose(folder, TEST_KEY)).toThrow('DATABASE_DAMAGED');
  });
});

test('a journal whose end was tampered with is refused when the desk starts', async () => {
  await using desk = await openTestDesk();
  await (await desk.signedIn()).visitors.register(walkIn());
  const { connection } = desk.backend.database.db;
  connection.exec('UPDATE event SET hash = zeroblob(32) WHERE id = (SELECT max(id) FROM event)');
  await expect(desk.restart()).rejects.toThrow('DATABASE_DAMAGED');
});

test('without its key a database stays shut, and no new key is made for it', async () => {
  await using desk = await openTestDesk();
  await desk.backend.close();
  const secrets = (): unknown => {
    const connection = new BetterSqlite(desk.databasePath, { readonly: true });
    const rows = connection.prepare('SELECT * FROM secret').all();
    connection.close();
    return rows;
  };
  const before = secrets();
  expect(() => compose(desk.folder, null)).toThrow('no property key');
  expect(() => compose(desk.folder, Buffer.alloc(32, 9))).toThrow('does not open');
  expect(secrets()).toEqual(before);
  await desk.restart();
});

test('nothing personal reaches the log or an error, whatever fails', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  desk.backend.database.db.connection.exec('DROP TABLE scan_code');
  const form = walkIn({ name: '独一无二的人', remarks: '秘密' });
  const { error } = await safe(api.visitors.register(form));
  expect(error).toMatchObject({ code: 'UNFORESEEN', defined: true });
  expect(JSON.stringify(error)).not.toMatch(/独一无二|秘密|scan_code/);
});
