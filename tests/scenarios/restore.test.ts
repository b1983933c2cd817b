// Putting a backup back: what would be lost is said, what was erased stays erased, a new journal begins.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { previewRestore, restore } from '../../electron/backend/backup/restore.ts';
import { ownPlace } from '../../electron/backend/journal/succession.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { HOUR, openTestDesk, TEST_KEY } from '../support/desk.ts';
import { backUp } from '../support/backups.ts';
import { author, mendParts, opening, register } from '../support/mending.ts';
import { expectWhole } from '../support/whole.ts';

test('the preview says what a restore would lose, day by day, and changes nothing', async () => {
  await using desk = await openTestDesk();
  await register(desk);
  const backup = await backUp(desk);
  const { id } = await register(desk);
  desk.clock.advance(24 * HOUR);
  await register(desk);
  const { database } = desk.backend;
  await eraseRecords(desk.backend, author, [id], 'term');
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
  const { database } = desk.backend;
  await eraseRecords(desk.backend, author, [erased.id], 'term');
  await register(desk, '备份之后');
  await desk.backend.care.backups.make('asked');
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
  await eraseRecords(desk.backend, author, [erased.id], 'term');
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
  const newer = join(desk.folder, 'newer.db');
  copyFileSync(backup, newer);
  const file = new BetterSqlite(newer);
  file.pragma('user_version = 9999');
  file.close();
  expect(() => restore(mendParts(desk), newer)).toThrow('DATABASE_NEWER');
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
  expect(foyer('--help')).toMatchObject({
    status: 0,
    text: expect.stringContaining('foyer verify') as string,
  });
  expect(foyer('--hilfe')).toMatchObject({
    status: 2,
    text: expect.stringContaining('foyer verify') as string,
  });
  await desk.restart();
  expectWhole(desk);
});

test('whoever opens the desk while a backup is put back can write nothing, and the restore gives way', async () => {
  await using desk = await openTestDesk();
  await register(desk);
  const backup = await backUp(desk);
  await register(desk);
  await desk.backend.close();
  const before = readFileSync(desk.databasePath);
  const write = (connection: BetterSqlite.Database) => () => connection.exec('BEGIN IMMEDIATE; COMMIT');
  let turn = 0;
  let opened: BetterSqlite.Database | undefined;
  const parts = mendParts(desk);
  // The clock is asked when the old file is set aside, and again when the new journal begins.
  const clock = {
    now() {
      turn += 1;
      if (turn === 2) {
        opened = new BetterSqlite(desk.databasePath, { timeout: 0 });
        expect(write(opened)).toThrow('locked');
      }
      return desk.clock.now();
    },
  };
  expect(() => restore({ ...parts, clock }, backup)).toThrow('DATABASE_LOCKED');
  expect(turn).toBeGreaterThan(1);
  if (opened) write(opened)();
  opened?.close();
  expect(readFileSync(desk.databasePath)).toEqual(before);
  expect(readdirSync(desk.folder)).not.toEqual(expect.arrayContaining(['mend.new']));
  expect(restore(parts, backup)).toMatchObject({ generation: 'b' });
  await desk.restart();
  expectWhole(desk);
});
