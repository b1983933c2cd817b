// Putting a backup back, and mending a damaged database: what is lost is said, what can be read is kept.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { parseBackupName } from '../../electron/backend/backup/backup.rules.ts';
import type { MendParts } from '../../electron/backend/backup/mend.ts';
import { repair } from '../../electron/backend/backup/repair.ts';
import { previewRestore, restore } from '../../electron/backend/backup/restore.ts';
import { findEvent } from '../../electron/backend/journal/journal.store.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { ownPlace } from '../../electron/backend/journal/succession.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { putContact } from '../../electron/backend/places/places.service.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { PROJECTORS } from '../../electron/backend/registers/index.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { joinId } from '../../head-office/protocol/ids.ts';
import { decodeWire } from '../../head-office/protocol/wire.ts';
import { HOUR, openTestDesk, TEST_KEY, type TestDesk } from '../support/desk.ts';
import { walkIn } from '../support/visits.ts';

const author = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;
const mendParts = (desk: TestDesk): MendParts & { backupDir: null } => ({
  ...{ dataDir: desk.folder, propertyKey: TEST_KEY, clock: desk.clock, random: seededRandom(77) },
  ...{ projectors: PROJECTORS, backupDir: null },
});

const register = async (desk: TestDesk, name = '测试甲') =>
  (await desk.signedIn()).visitors.register(walkIn({ name, documentType: 'none', documentNumber: null }));

/** Makes a backup and answers its path. */
async function backUp(desk: TestDesk): Promise<string> {
  await desk.backend.care.backups.make('asked');
  const folder = join(desk.folder, 'backups');
  const name = readdirSync(folder)
    .filter((file) => parseBackupName(file)?.kind === 'foyer')
    .toSorted()
    .at(-1);
  return join(folder, name ?? '');
}

function opening({ backend }: TestDesk): unknown {
  const stored = findEvent(backend.database.db, joinId(backend.journal.id, 1));
  return stored && decodeWire(stored.wire)?.body;
}

/** Everything that must hold of a desk after any mending. */
function expectWhole({ backend, databasePath, folder }: TestDesk): void {
  expect(verifyJournals(backend.database.db)).toMatchObject({ ok: true });
  expect(checkViews(databasePath, backend.journal.projection)).toMatchObject({ outcome: 'equal' });
  expect(existsSync(join(folder, 'mend.new'))).toBe(false);
}

test('the preview says what a restore would lose, day by day, and changes nothing', async () => {
  await using desk = await openTestDesk();
  await register(desk);
  const backup = await backUp(desk);
  const { id } = await register(desk);
  desk.clock.advance(24 * HOUR);
  await register(desk);
  const { database, journal } = desk.backend;
  eraseRecords({ database, journal }, author, [id], 'term');
  const place = ownPlace(database.db);
  const preview = previewRestore({ dataDir: desk.folder }, backup);
  expect(preview).toMatchObject({ present: 'readable', madeAt: desk.clock.now() - 24 * HOUR, erased: 0 });
  expect(preview.lost.events).toBe((place?.seq ?? 0) - preview.events);
  expect(preview.lost.days.map(([day]) => day)).toEqual(['2026-11-21', '2026-11-22']);
  expect(ownPlace(database.db)).toEqual(place);
});

test('a restored desk has what the backup had, a new journal, and nobody who was erased since', async () => {
  await using desk = await openTestDesk();
  const kept = await register(desk, '留下的人');
  const erased = await register(desk, '抹去的人');
  const backup = await backUp(desk);
  desk.clock.advance(HOUR);
  const { database, journal } = desk.backend;
  eraseRecords({ database, journal }, author, [erased.id], 'term');
  await register(desk, '备份之后');
  await desk.backend.care.backups.make('erased');
  const lost = ownPlace(database.db);
  await desk.backend.close();
  const before = readFileSync(desk.databasePath);

  expect(previewRestore({ dataDir: desk.folder }, backup)).toMatchObject({ erased: 1 });
  const restored = restore(mendParts(desk), backup);
  expect(restored).toMatchObject({ erased: 1, generation: 'b', lockedRecords: 0 });
  expect(readFileSync(join(restored.setAside ?? '', 'foyer.db'))).toEqual(before);

  await desk.restart();
  expectWhole(desk);
  expect(opening(desk)).toMatchObject({
    reason: 'restored',
    noted: lost,
    predecessor: { journal: lost?.journal },
  });
  const api = await desk.signedIn('supervisor');
  const { rows } = await api.visitors.list({ view: 'all' });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  expect(names).toEqual(
    new Map([
      [kept.id, '留下的人'],
      [erased.id, null],
    ]),
  );
  expect(readFileSync(desk.databasePath).includes('抹去的人')).toBe(false);
  expect(await register(desk)).toMatchObject({ number: 'V-L1b-261121-0001' });
  const [notice] = desk.backend.care.notices();
  expect(notice).toMatchObject({ kind: 'newJournal', reason: 'restored' });
});

test('on a new machine the newest copy of the keys opens the names, and what its backups know stays erased', async () => {
  await using desk = await openTestDesk();
  const erased = await register(desk, '抹去的人');
  const old = await backUp(desk);
  desk.clock.advance(HOUR);
  const { database, journal } = desk.backend;
  eraseRecords({ database, journal }, author, [erased.id], 'term');
  await desk.backend.care.backups.make('erased');
  await desk.backend.close();
  for (const suffix of ['', '-wal', '-shm']) rmSync(desk.databasePath + suffix, { force: true });
  rmSync(join(desk.folder, 'head.json'));
  expect(previewRestore({ dataDir: desk.folder }, old)).toMatchObject({ present: 'none', erased: 1 });
  expect(restore(mendParts(desk), old)).toMatchObject({ setAside: null, erased: 1, lockedRecords: 0 });
  await desk.restart();
  expectWhole(desk);
  const { rows } = await (await desk.signedIn()).visitors.list({ view: 'all' });
  expect(rows).toMatchObject([{ id: erased.id, name: null }]);
});

test('a backup of another property, a broken one and one under an open desk are refused, and nothing changes', async () => {
  await using desk = await openTestDesk();
  const backup = await backUp(desk);
  expect(() => restore(mendParts(desk), backup)).toThrow('DATABASE_LOCKED');
  await desk.backend.close();
  const before = readFileSync(desk.databasePath);
  expect(() => restore({ ...mendParts(desk), propertyKey: Buffer.alloc(32, 9) }, backup)).toThrow(
    'does not open',
  );
  const broken = join(desk.folder, 'broken.db');
  writeFileSync(broken, readFileSync(backup).subarray(0, 9000));
  expect(() => restore(mendParts(desk), broken)).toThrow('BACKUP_DAMAGED');
  expect(readFileSync(desk.databasePath)).toEqual(before);
  expect(readdirSync(desk.folder).filter((name) => name === 'mend.new' || name === 'set-aside')).toEqual([
    'set-aside',
  ]);
  expect(readdirSync(join(desk.folder, 'set-aside'))).toEqual([]);
  await desk.restart();
});

test('the command line previews, restores and says in words why not', async () => {
  await using desk = await openTestDesk();
  const backup = await backUp(desk);
  await register(desk);
  const key = join(desk.folder, 'test.key');
  writeFileSync(key, TEST_KEY);
  const tool = join(import.meta.dirname, '..', '..', 'electron', 'tools', 'foyer.ts');
  const foyer = (...args: string[]) => {
    const argv = [tool, ...args, '--data-dir', desk.folder, '--key-file', key];
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' });
    return { status, text: stdout + stderr };
  };
  expect(foyer('restore', '--from', backup)).toEqual({
    status: 1,
    text: expect.stringContaining('close it first') as string,
  });
  await desk.backend.close();
  const preview = foyer('restore', '--preview', '--from', backup);
  expect(preview).toMatchObject({ status: 0, text: expect.stringContaining('2026-11-21: ') as string });
  expect(foyer('restore', '--from', backup).text).toContain('the letter b');
  expect(foyer('repair')).toMatchObject({
    status: 0,
    text: expect.stringContaining('nothing was changed') as string,
  });
  expect(foyer('verify')).toMatchObject({ status: 0 });
  expect(foyer('rebuild', '--check')).toMatchObject({ status: 0 });
  expect(foyer('restore').status).toBe(2);
  await desk.restart();
  expectWhole(desk);
});

/** Overwrites pages of a table in the closed file, those from `share` of the way on, as a dying disk does. */
function ruin(path: string, table: string, from: number, pages: number): void {
  const file = new BetterSqlite(path, { readonly: true });
  const size = Number(file.pragma('page_size', { simple: true }));
  const leaves = file
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path`)
    .pluck()
    .all(table) as number[];
  file.close();
  const start = Math.floor(leaves.length * from);
  const handle = openSync(path, 'r+');
  for (const page of leaves.slice(start, start + pages)) {
    writeSync(handle, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size);
  }
  closeSync(handle);
}

/** Enough events behind the backup to fill many pages. */
function workHard(desk: TestDesk): number[] {
  return Array.from({ length: 400 }, (_, at) =>
    desk.backend.journal.system(author, (command) =>
      putContact(
        command,
        { tenant: null, unit: null, mayAuthorise: false },
        { name: `联系人${at}`, phone: null },
      ),
    ),
  );
}

test('a database with ruined pages is mended: every event that can be read is kept, the others are named', async () => {
  await using desk = await openTestDesk();
  await register(desk, '备份之前');
  await backUp(desk);
  workHard(desk);
  const last = await register(desk, '最后一位');
  const place = ownPlace(desk.backend.database.db);
  await desk.backend.close();
  ruin(desk.databasePath, 'event', 0.5, 2);
  const damaged = readFileSync(desk.databasePath);

  const done = repair(mendParts(desk));
  if (done.outcome !== 'repaired') throw new Error('the damage was not seen');
  const [journal] = done.report.journals;
  if (!journal || !place) throw new Error('nothing was salvaged');
  const gone = journal.unreadable.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  expect(gone).toBeGreaterThan(0);
  expect(journal.chained).toBeGreaterThan(100);
  expect(journal.cutOff).toBeGreaterThan(100);
  expect(done.report).toMatchObject({ appended: journal.cutOff, locked: 0 });
  const backedUp = parseBackupName(done.report.backup ?? '');
  expect(backedUp).not.toBeNull();
  expect(readFileSync(join(done.report.setAside ?? '', 'foyer.db'))).toEqual(damaged);
  const report = readFileSync(join(done.report.setAside ?? '', 'report.json'), 'utf8');
  expect(report).not.toMatch(/联系人|最后一位|备份之前/);

  await desk.restart();
  expectWhole(desk);
  const { db } = desk.backend.database;
  const written = (db.connection.prepare('SELECT count(*) FROM event').pluck().get() as number) - 1;
  expect(written + gone).toBe(place.seq);
  expect(opening(desk)).toMatchObject({ reason: 'repaired', noted: place });
  const api = await desk.signedIn();
  expect(await api.visitors.get({ visit: last.id })).toMatchObject({ name: '最后一位', number: last.number });
  expect(await register(desk)).toMatchObject({ number: 'V-L1b-261121-0001' });
});

test('an end that does not link up is written again into the new journal; a repeated call finds its answer', async () => {
  await using desk = await openTestDesk();
  await backUp(desk);
  const api = await desk.signedIn();
  const form = walkIn({ name: '断链的人', documentType: 'none', documentNumber: null });
  const visit = await api.visitors.register(form);
  desk.backend.database.db.connection.exec(
    'UPDATE event SET hash = zeroblob(32) WHERE id = (SELECT max(id) FROM event)',
  );
  await expect(desk.restart()).rejects.toThrow('DATABASE_DAMAGED');
  expect(repair(mendParts(desk))).toMatchObject({ outcome: 'repaired', report: { appended: 1 } });
  await desk.restart();
  expectWhole(desk);
  const again = await desk.signedIn();
  expect(await again.visitors.get({ visit: visit.id })).toMatchObject({ name: '断链的人' });
  expect(await again.visitors.register(form)).toMatchObject({ id: visit.id, number: visit.number });
});

test('a file that is no database any more is replaced by the last good backup and its keys', async () => {
  await using desk = await openTestDesk();
  const visit = await register(desk, '备份之前');
  const backup = await backUp(desk);
  const backedUp = ownPlace(desk.backend.database.db);
  await register(desk, '没有备份的');
  const place = ownPlace(desk.backend.database.db);
  const newer = backup.replace('foyer-2026', 'foyer-2027');
  copyFileSync(backup, newer);
  const handle = openSync(newer, 'r+');
  writeSync(handle, Buffer.alloc(4096, 1), 0, 4096, statSync(newer).size - 8192);
  closeSync(handle);
  await desk.backend.close();
  writeFileSync(desk.databasePath, 'not a database, '.repeat(500));
  const done = repair(mendParts(desk));
  expect(done).toMatchObject({ outcome: 'repaired', report: { backup: basename(backup) }, lockedRecords: 0 });
  const unreadable = [[(backedUp?.seq ?? 0) + 1, place?.seq]];
  expect(done).toMatchObject({ report: { journals: [{ journal: place?.journal, unreadable }] } });
  await desk.restart();
  expectWhole(desk);
  expect(await (await desk.signedIn()).visitors.get({ visit: visit.id })).toMatchObject({ name: '备份之前' });
});

test('without any backup the damaged file mends itself from what it still holds', async () => {
  await using desk = await openTestDesk();
  workHard(desk);
  await desk.backend.close();
  rmSync(join(desk.folder, 'backups'), { recursive: true, force: true });
  ruin(desk.databasePath, 'contact', 0.5, 1);
  expect(repair(mendParts(desk))).toMatchObject({
    outcome: 'repaired',
    report: { backup: null, journals: [{ cutOff: 0, unreadable: [] }], appended: 0 },
  });
  await desk.restart();
  expectWhole(desk);
});

test('with neither a backup nor readable secrets nothing is begun', async () => {
  await using desk = await openTestDesk();
  await desk.backend.close();
  writeFileSync(desk.databasePath, 'not a database, '.repeat(500));
  expect(() => repair(mendParts(desk))).toThrow('NO_BACKUP');
  expect(readFileSync(desk.databasePath, 'utf8')).toContain('not a database');
});
