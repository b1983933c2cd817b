// The machine that kept the property key is gone; the sheet in the envelope opens the records again.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyBackup } from '../../electron/backend/backup/trim-copy.ts';
import { openCopy } from '../../electron/backend/database/open-copy.ts';
import { makeRecoveryKey, openWithRecovery, RecoveryError } from '../../electron/backend/privacy/recovery.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { openTestDesk, TEST_KEY, type TestDesk } from '../support/desk.ts';

const makeKey = (desk: TestDesk, seed: number, propertyKey = TEST_KEY): string[] =>
  desk.backend.database.write((tx) => makeRecoveryKey(tx, propertyKey, seededRandom(seed)));

test('the newest sheet opens the property key, an older one is told to be void', async () => {
  await using desk = await openTestDesk();
  const { db } = desk.backend.database;
  expect(() => openWithRecovery(db, makeTyped(desk))).toThrow('NO_SHEET');
  const old = makeKey(desk, 1);
  expect(openWithRecovery(db, old.join(' ').toLowerCase())).toEqual(TEST_KEY);
  const groups = makeKey(desk, 2);
  expect(groups).toHaveLength(7);
  expect(openWithRecovery(db, groups.join('-'))).toEqual(TEST_KEY);
  expect(() => openWithRecovery(db, old.join('-'))).toThrow('WRONG_KEY');
  expect(() => makeKey(desk, 3, Buffer.alloc(32, 9))).toThrow('of another database');
  expect(openWithRecovery(db, groups.join('-'))).toEqual(TEST_KEY);
});

/** A well-formed key that no sheet shows. */
function makeTyped(desk: TestDesk): string {
  const groups = makeKey(desk, 9);
  desk.backend.database.db.connection.exec(`DELETE FROM secret WHERE name = 'recovery-wrap'`);
  return groups.join('-');
}

test('a slip of the hand is told with its group', async () => {
  await using desk = await openTestDesk();
  const groups = makeKey(desk, 1);
  const slip = groups.with(2, `${groups[2]?.slice(0, 4)}${groups[2]?.endsWith('A') ? 'B' : 'A'}`);
  const open = (): Buffer => openWithRecovery(desk.backend.database.db, slip.join('-'));
  expect(open).toThrow(new RecoveryError('CHECK', 3));
});

test('the sheet also opens a backup, and the key stands in neither', async () => {
  await using desk = await openTestDesk();
  const groups = makeKey(desk, 1);
  await desk.backend.care.backups.make('asked');
  const folder = join(desk.folder, 'backups');
  const backup = join(folder, readdirSync(folder).find((name) => name.startsWith('foyer-')) ?? '');
  expect(verifyBackup(backup)).toBeGreaterThan(0);
  using copy = openCopy(backup, 'read');
  expect(openWithRecovery(copy.db, groups.join('-'))).toEqual(TEST_KEY);
  const bytes = [readFileSync(backup), readFileSync(desk.databasePath)];
  expect(bytes.some((file) => file.includes(TEST_KEY) || file.includes(groups[0] ?? '-'))).toBe(false);
});

test('the command line writes a key file that opens the desk, and replaces none', async () => {
  await using desk = await openTestDesk();
  const groups = makeKey(desk, 1);
  await desk.backend.close();
  const file = join(desk.folder, 'new.key');
  const tool = join(import.meta.dirname, '..', '..', 'electron', 'tools', 'foyer.ts');
  const foyer = (command: readonly string[], input = '') => {
    const argv = [tool, ...command, '--data-dir', desk.folder, '--key-file', file];
    const { status, stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8', input });
    return { status, text: stdout + stderr };
  };
  const wrong = foyer(['key', '--recovery', groups.toReversed().join('-')]);
  expect(wrong).toEqual({ status: 1, text: 'foyer: a slip of the hand (look at group 1)\n' });
  expect(existsSync(file)).toBe(false);
  expect(foyer(['key', '--recovery', '-'], `${groups.join(' ')}\n`).status).toBe(0);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(foyer(['verify']).status).toBe(0);
  writeFileSync(file, Buffer.alloc(32, 9));
  expect(foyer(['key', '--recovery', groups.join('-')]).status).toBe(1);
  expect(readFileSync(file)).toEqual(Buffer.alloc(32, 9));
  expect(foyer(['verify']).text).toContain('does not open');
  await desk.restart();
});
