// What may go wrong with a backup: a drive gone or full, damage, a machine that dies. The earlier ones stay.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { verifyBackup } from '../../electron/backend/backup/trim-copy.ts';
import { backupFolder, backupsIn, newestBackup, work } from '../support/backups.ts';
import { HOUR, MINUTE, openTestDesk } from '../support/desk.ts';
import { canMount, onSmallDisk } from '../support/small-disk.ts';

const CHILD = join(import.meta.dirname, 'backup-child.ts');
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
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
  expect(backupsIn(drive)).toHaveLength(1);
  rmSync(drive, { recursive: true });
});

test('damage that nobody saw yet shows in the copy: it is refused, and the good backups stay', async () => {
  await using desk = await openTestDesk();
  const { care, database } = desk.backend;
  await care.backups.make('asked');
  const good = newestBackup(backupFolder(desk));
  desk.clock.advance(HOUR);
  database.db.connection.exec(
    'UPDATE event SET hash = zeroblob(32) WHERE id = (SELECT min(id) + 3 FROM event)',
  );
  await expect(care.backups.make('hourly')).rejects.toMatchObject({ problem: 'COPY_DAMAGED' });
  expect(backupsIn(backupFolder(desk))).toEqual([good]);
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
  const good = newestBackup(backupFolder(desk));
  await desk.backend.close();
  const kills = ['backup-copy.part', 'backups'] as const;
  for (const place of kills) {
    const child = spawn(process.execPath, [CHILD, '--data-dir', desk.folder, '--turns', '1000']);
    children.push(child);
    const half = (): boolean =>
      place === 'backups'
        ? readdirSync(backupFolder(desk)).some((name) => name.endsWith('.part'))
        : existsSync(join(desk.folder, place));
    await expect.poll(half, { interval: 1, timeout: 20_000 }).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(verifyBackup(good)).toBeGreaterThan(3000);
    for (const path of backupsIn(backupFolder(desk))) expect(verifyBackup(path)).toBeGreaterThan(3000);
  }
  writeFileSync(join(desk.folder, 'backup-copy.part'), 'left by a run that died');
  mkdirSync(join(desk.folder, 'mend.new'));
  writeFileSync(join(desk.folder, 'mend.new', 'foyer.db'), 'left by a restore that died');
  await desk.restart();
  expect(readdirSync(desk.folder)).not.toEqual(expect.arrayContaining(['backup-copy.part']));
  expect(readdirSync(desk.folder)).not.toEqual(expect.arrayContaining(['mend.new']));
  desk.clock.advance(HOUR);
  await desk.backend.care.backups.make('hourly');
  const left = [...readdirSync(desk.folder), ...readdirSync(backupFolder(desk))];
  expect(left.filter((name) => name.includes('.part'))).toEqual([]);
});

test('a full disk is named, and leaves nothing half done behind', async (context) => {
  context.skip(!canMount(), 'this machine lets nobody mount a small disk');
  await using desk = await openTestDesk();
  await desk.backend.close();
  const drive = join(desk.folder, 'drive');
  mkdirSync(drive);
  const [command, ...words] = onSmallDisk(drive, '64k');
  const turns = [CHILD, '--data-dir', desk.folder, '--backup-dir', drive, '--turns', '2'];
  const child = spawnSync(command, [...words, process.execPath, ...turns]);
  expect(child.stderr.toString()).toBe('');
  expect(child.stdout.toString()).toBe('DISK_FULL\nDISK_FULL\n');
  expect(readdirSync(desk.folder).filter((name) => name.includes('.part'))).toEqual([]);
  await desk.restart();
});
