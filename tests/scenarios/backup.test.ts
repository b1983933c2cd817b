// Backups while the desk works: when they are made, what they hold, what they never hold.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { VIEWS } from '../../db/views.ts';
import { KEPT, LEFT_OUT } from '../../electron/backend/backup/backup-tables.ts';
import { parseBackupName } from '../../electron/backend/backup/backup.rules.ts';
import { verifyBackup } from '../../electron/backend/backup/trim-copy.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { backupFolder, backupsIn, importer, newestBackup, work } from '../support/backups.ts';
import { HOUR, MINUTE, openTestDesk } from '../support/desk.ts';
import { walkIn } from '../support/visits.ts';

/** Rows of each table that has any, in a file that nobody has open. */
function rowsIn(path: string): Record<string, number> {
  const file = new BetterSqlite(path, { readonly: true });
  const tables = file
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .pluck()
    .all() as string[];
  const counts = tables.map((name) => [
    name,
    Number(file.prepare(`SELECT count(*) FROM "${name}"`).pluck().get()),
  ]);
  file.close();
  return Object.fromEntries(counts.filter(([, rows]) => rows !== 0)) as Record<string, number>;
}

test('a backup holds the journal and the settings, and neither names nor keys; the keys lie apart', async () => {
  await using desk = await openTestDesk();
  const person = {
    name: '欧阳试验独一',
    phone: '13912345678',
    company: '独一无二测试公司',
    remarks: '独一备注',
  };
  await (await desk.signedIn()).visitors.register(walkIn(person));
  const facts = await desk.backend.care.backups.make('asked');

  const rows = rowsIn(newestBackup(backupFolder(desk)));
  expect(KEPT).toEqual(
    expect.arrayContaining(Object.keys(rows).filter((name) => !name.startsWith('search_index'))),
  );
  const live = rowsIn(desk.databasePath);
  expect(rows).toMatchObject({ event: live['event'], secret: 3, command: live['command'] });
  expect(facts).toMatchObject({ events: live['event'], keys: live['record_key'] });
  expect(rowsIn(newestBackup(backupFolder(desk), 'keys'))).toEqual({
    record_key: live['record_key'],
    secret: 3,
  });
  expect(verifyBackup(newestBackup(backupFolder(desk)))).toBe(live['event']);
  for (const kind of ['foyer', 'keys'] as const) {
    const bytes = readFileSync(newestBackup(backupFolder(desk), kind));
    expect(Object.values(person).filter((value) => bytes.includes(value))).toEqual([]);
  }
  expect(readdirSync(backupFolder(desk)).filter((name) => !parseBackupName(name))).toEqual([]);
});

test('every table is either kept, left out or a view: a new one has to be decided about', async () => {
  await using desk = await openTestDesk();
  const tables = desk.backend.database.db.connection
    .prepare(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  expect([...KEPT, ...LEFT_OUT, ...VIEWS].toSorted((a, b) => a.localeCompare(b))).toEqual(
    tables.map(String).toSorted((a, b) => a.localeCompare(b)),
  );
});

test('each hour in which something was written leaves a backup, an idle one leaves none', async () => {
  await using desk = await openTestDesk();
  const { care } = desk.backend;
  const turn = async (): Promise<number> => {
    care.tick();
    await care.backups.make('asked').catch(() => {});
    return backupsIn(backupFolder(desk)).length;
  };
  expect(care.backups.isDue()).toBe(true);
  expect(await turn()).toBe(1);
  desk.clock.advance(59 * MINUTE);
  work(desk);
  expect(care.backups.isDue()).toBe(false);
  desk.clock.advance(MINUTE);
  expect(care.backups.isDue()).toBe(true);
  expect(await turn()).toBe(2);
  desk.clock.advance(5 * HOUR);
  expect(care.backups.isDue()).toBe(false);
  work(desk);
  expect(care.backups.isDue()).toBe(true);
  expect(care.notices()).toEqual([]);
});

test('the desk that closes takes what is new along, and the next start finds nothing to do', async () => {
  await using desk = await openTestDesk();
  await desk.backend.care.settle();
  expect(backupsIn(backupFolder(desk))).toHaveLength(1);
  desk.clock.advance(MINUTE);
  await desk.backend.care.settle();
  expect(backupsIn(backupFolder(desk))).toHaveLength(1);
  await desk.restart();
  expect(desk.backend.care.backups.isDue()).toBe(false);
});

test('calls are answered while a backup runs, and the backup is whole', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  work(desk, 2000);
  let made = false;
  const backup = desk.backend.care.backups.make('asked').finally(() => (made = true));
  const during: string[] = [];
  for (let visitor = 0; !made && visitor < 500; visitor += 1) {
    const { number } = await api.visitors.register(walkIn({ documentType: 'none', documentNumber: null }));
    if (!made) during.push(number);
  }
  await backup;
  expect(during.length).toBeGreaterThan(0);
  expect(verifyBackup(newestBackup(backupFolder(desk)))).toBeGreaterThan(2000);
});

test('an erasure run leaves no older copy of the keys, and no whole copy of what was before', async () => {
  await using desk = await openTestDesk();
  const { id } = await (await desk.signedIn()).visitors.register(walkIn());
  const { care } = desk.backend;
  await care.backups.make('asked');
  desk.clock.advance(HOUR);
  writeFileSync(join(backupFolder(desk), 'before-migration-1-5.db'), 'everything');
  const aside = join(desk.folder, 'set-aside', '20261121T013000000Z');
  mkdirSync(aside, { recursive: true });
  for (const name of ['foyer.db', 'foyer.db-wal', 'report.json'])
    writeFileSync(join(aside, name), 'everything');
  await eraseRecords(desk.backend, importer, [id], 'term');
  expect(backupsIn(backupFolder(desk), 'keys')).toHaveLength(1);
  expect(backupsIn(backupFolder(desk))).toHaveLength(2);
  expect(existsSync(join(backupFolder(desk), 'before-migration-1-5.db'))).toBe(false);
  expect(readdirSync(aside)).toEqual(['report.json']);
  const keys = new BetterSqlite(newestBackup(backupFolder(desk), 'keys'), { readonly: true });
  expect(keys.prepare('SELECT count(*) FROM record_key WHERE record = ?').pluck().get(id)).toBe(0);
  keys.close();
});

test('where no backup can be made after an erasure, the next one that can replaces the older copies of keys', async () => {
  const drive = mkdtempSync(join(tmpdir(), 'foyer-drive-'));
  await using desk = await openTestDesk({ config: { backupDir: drive } });
  const { id } = await (await desk.signedIn()).visitors.register(walkIn());
  await desk.backend.care.backups.make('asked');
  renameSync(drive, `${drive}-out`);
  desk.clock.advance(HOUR);
  await eraseRecords(desk.backend, importer, [id], 'term');
  expect(desk.backend.care.notices()).toMatchObject([{ kind: 'backupFailed', problem: 'FOLDER_MISSING' }]);
  await desk.restart();
  renameSync(`${drive}-out`, drive);
  expect(backupsIn(drive, 'keys')).toHaveLength(1);
  // Nothing was written since and no hour has passed: it is due all the same.
  expect(desk.backend.care.backups.isDue()).toBe(true);
  desk.clock.advance(MINUTE);
  await desk.backend.care.backups.make('hourly');
  expect(backupsIn(drive, 'keys')).toHaveLength(1);
  const keys = new BetterSqlite(newestBackup(drive, 'keys'), { readonly: true });
  expect(keys.prepare('SELECT count(*) FROM record_key WHERE record = ?').pluck().get(id)).toBe(0);
  keys.close();
  desk.clock.advance(2 * HOUR);
  expect(desk.backend.care.backups.isDue()).toBe(false);
  rmSync(drive, { recursive: true });
});
