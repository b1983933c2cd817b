// Backups while the desk works: what they hold, what they never hold, and what may go wrong with them.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
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
import { afterEach, expect, test } from 'vitest';
import { VIEWS } from '../../db/views.ts';
import { KEPT, LEFT_OUT } from '../../electron/backend/backup/backup-tables.ts';
import { parseBackupName } from '../../electron/backend/backup/backup.rules.ts';
import { verifyBackup } from '../../electron/backend/backup/trim-copy.ts';
import { putContact } from '../../electron/backend/places/places.service.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { HOUR, MINUTE, openTestDesk, type TestDesk } from '../support/desk.ts';
import { walkIn } from '../support/visits.ts';

const author = { actor: 'import', staff: null, approver: null, shift: null, desk: 'L1' } as const;
const CHILD = join(import.meta.dirname, 'backup-child.ts');
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const folderOf = (desk: TestDesk): string => join(desk.folder, 'backups');
const filesIn = (folder: string, kind: 'foyer' | 'keys'): string[] =>
  readdirSync(folder)
    .filter((name) => parseBackupName(name)?.kind === kind)
    .map((name) => join(folder, name));
const newest = (folder: string, kind: 'foyer' | 'keys' = 'foyer'): string => {
  const path = filesIn(folder, kind).toSorted().at(-1);
  if (path === undefined) throw new Error('no backup was made');
  return path;
};

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

/** Writes something, so that there is something new to back up. */
function work(desk: TestDesk, contacts = 1): void {
  desk.backend.journal.system(author, (command) => {
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

  const rows = rowsIn(newest(folderOf(desk)));
  expect(KEPT).toEqual(
    expect.arrayContaining(Object.keys(rows).filter((name) => !name.startsWith('search_index'))),
  );
  const live = rowsIn(desk.databasePath);
  expect(rows).toMatchObject({ event: live['event'], secret: 3, command: live['command'] });
  expect(facts).toMatchObject({ events: live['event'], keys: live['record_key'] });
  expect(rowsIn(newest(folderOf(desk), 'keys'))).toEqual({ record_key: live['record_key'], secret: 3 });
  expect(verifyBackup(newest(folderOf(desk)))).toBe(live['event']);
  for (const kind of ['foyer', 'keys'] as const) {
    const bytes = readFileSync(newest(folderOf(desk), kind));
    expect(Object.values(person).filter((value) => bytes.includes(value))).toEqual([]);
  }
  expect(readdirSync(folderOf(desk)).filter((name) => !parseBackupName(name))).toEqual([]);
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
    return filesIn(folderOf(desk), 'foyer').length;
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
  expect(filesIn(folderOf(desk), 'foyer')).toHaveLength(1);
  desk.clock.advance(MINUTE);
  await desk.backend.care.settle();
  expect(filesIn(folderOf(desk), 'foyer')).toHaveLength(1);
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
  expect(verifyBackup(newest(folderOf(desk)))).toBeGreaterThan(2000);
});

test('an erasure run leaves no older copy of the keys, and no whole copy of what was before', async () => {
  await using desk = await openTestDesk();
  const { id } = await (await desk.signedIn()).visitors.register(walkIn());
  const { care } = desk.backend;
  await care.backups.make('asked');
  desk.clock.advance(HOUR);
  writeFileSync(join(folderOf(desk), 'before-migration-1-5.db'), 'everything');
  const aside = join(desk.folder, 'set-aside', '20261121T013000000Z');
  mkdirSync(aside, { recursive: true });
  for (const name of ['foyer.db', 'foyer.db-wal', 'report.json'])
    writeFileSync(join(aside, name), 'everything');
  await eraseRecords(desk.backend, author, [id], 'term');
  expect(filesIn(folderOf(desk), 'keys')).toHaveLength(1);
  expect(filesIn(folderOf(desk), 'foyer')).toHaveLength(2);
  expect(existsSync(join(folderOf(desk), 'before-migration-1-5.db'))).toBe(false);
  expect(readdirSync(aside)).toEqual(['report.json']);
  const keys = new BetterSqlite(newest(folderOf(desk), 'keys'), { readonly: true });
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
  await eraseRecords(desk.backend, author, [id], 'term');
  expect(desk.backend.care.notices()).toMatchObject([{ kind: 'backupFailed', problem: 'FOLDER_MISSING' }]);
  await desk.restart();
  renameSync(`${drive}-out`, drive);
  expect(filesIn(drive, 'keys')).toHaveLength(1);
  // Nothing was written since and no hour has passed: it is due all the same.
  expect(desk.backend.care.backups.isDue()).toBe(true);
  desk.clock.advance(MINUTE);
  await desk.backend.care.backups.make('hourly');
  expect(filesIn(drive, 'keys')).toHaveLength(1);
  const keys = new BetterSqlite(newest(drive, 'keys'), { readonly: true });
  expect(keys.prepare('SELECT count(*) FROM record_key WHERE record = ?').pluck().get(id)).toBe(0);
  keys.close();
  desk.clock.advance(2 * HOUR);
  expect(desk.backend.care.backups.isDue()).toBe(false);
  rmSync(drive, { recursive: true });
});

test('a drive that was pulled out is named, and the next try after it is back makes the backup', async () => {
  const drive = mkdtempSync(join(tmpdir(), 'foyer-drive-'));
  await using desk = await openTestDesk({ config: { backupDir: drive } });
  renameSync(drive, `${drive}-out`);
  const { care } = desk.backend;
  await expect(care.backups.make('hourly')).rejects.toMatchObject({ problem: 'FOLDER_MISSING' });
  const since = desk.clock.now();
  expect(care.notices()).toEqual([{ kind: 'backupFailed', problem: 'FOLDER_MISSING', since }]);
  expect(existsSync(drive)).toBe(false);
  desk.clock.advance(MINUTE);
  expect(care.backups.isDue()).toBe(false);
  desk.clock.advance(10 * MINUTE);
  expect(care.backups.isDue()).toBe(true);
  renameSync(`${drive}-out`, drive);
  await care.backups.make('hourly');
  expect(care.notices()).toEqual([]);
  expect(filesIn(drive, 'foyer')).toHaveLength(1);
  rmSync(drive, { recursive: true });
});

test('damage that nobody saw yet shows in the copy: it is refused, and the good backups stay', async () => {
  await using desk = await openTestDesk();
  const { care, database } = desk.backend;
  await care.backups.make('asked');
  const good = newest(folderOf(desk));
  desk.clock.advance(HOUR);
  database.db.connection.exec(
    'UPDATE event SET hash = zeroblob(32) WHERE id = (SELECT min(id) + 3 FROM event)',
  );
  await expect(care.backups.make('hourly')).rejects.toMatchObject({ problem: 'COPY_DAMAGED' });
  expect(filesIn(folderOf(desk), 'foyer')).toEqual([good]);
  expect(verifyBackup(good)).toBeGreaterThan(0);
  expect(care.notices()).toMatchObject([{ kind: 'backupFailed', problem: 'COPY_DAMAGED' }]);
});

test('a desk that closes in the middle of a backup stops it and closes', async () => {
  await using desk = await openTestDesk();
  work(desk, 2000);
  const backup = desk.backend.care.backups.make('hourly');
  const refused = expect(backup).rejects.toMatchObject({ problem: 'STOPPED' });
  await desk.backend.close();
  await refused;
  expect(readdirSync(desk.folder).filter((name) => name.includes('.part'))).toEqual([]);
});

test('a machine that dies in the middle of a backup keeps the earlier ones, and the next run sweeps up', async () => {
  await using desk = await openTestDesk();
  work(desk, 3000);
  await desk.backend.care.backups.make('asked');
  const good = newest(folderOf(desk));
  await desk.backend.close();
  const kills = ['backup-copy.part', 'backups'] as const;
  for (const place of kills) {
    const child = spawn(process.execPath, [CHILD, '--data-dir', desk.folder, '--turns', '1000']);
    children.push(child);
    const half = (): boolean =>
      place === 'backups'
        ? readdirSync(folderOf(desk)).some((name) => name.endsWith('.part'))
        : existsSync(join(desk.folder, place));
    await expect.poll(half, { interval: 1, timeout: 20_000 }).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(verifyBackup(good)).toBeGreaterThan(3000);
    for (const path of filesIn(folderOf(desk), 'foyer')) expect(verifyBackup(path)).toBeGreaterThan(3000);
  }
  writeFileSync(join(desk.folder, 'backup-copy.part'), 'left by a run that died');
  mkdirSync(join(desk.folder, 'mend.new'));
  writeFileSync(join(desk.folder, 'mend.new', 'foyer.db'), 'left by a restore that died');
  await desk.restart();
  expect(readdirSync(desk.folder)).not.toEqual(expect.arrayContaining(['backup-copy.part']));
  expect(readdirSync(desk.folder)).not.toEqual(expect.arrayContaining(['mend.new']));
  desk.clock.advance(HOUR);
  await desk.backend.care.backups.make('hourly');
  const left = [...readdirSync(desk.folder), ...readdirSync(folderOf(desk))];
  expect(left.filter((name) => name.includes('.part'))).toEqual([]);
});

const SMALL_DISK = 'mount -t tmpfs -o size=64k tmpfs "$1" && shift && exec "$@"';
const canMount = spawnSync('unshare', ['-Urm', 'sh', '-c', SMALL_DISK, 'sh', tmpdir(), 'true']).status === 0;

test('a full disk is named, and leaves nothing half done behind', async (context) => {
  context.skip(!canMount, 'this machine lets nobody mount a small disk');
  await using desk = await openTestDesk();
  await desk.backend.close();
  const drive = join(desk.folder, 'drive');
  mkdirSync(drive);
  const command = [process.execPath, CHILD, '--data-dir', desk.folder, '--backup-dir', drive, '--turns', '2'];
  const child = spawnSync('unshare', ['-Urm', 'sh', '-c', SMALL_DISK, 'sh', drive, ...command]);
  expect(child.stderr.toString()).toBe('');
  expect(child.stdout.toString()).toBe('DISK_FULL\nDISK_FULL\n');
  expect(readdirSync(desk.folder).filter((name) => name.includes('.part'))).toEqual([]);
  await desk.restart();
});
