// Which backups stay: told from their names alone.
import { expect, test } from 'vitest';
import { backupName, chooseExpired, parseBackupName, type BackupFile } from './backup.rules.ts';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 10, 21, 12, 5);

const backup = (at: number, kind: BackupFile['kind'] = 'foyer'): BackupFile => ({
  ...{ name: backupName(kind, at), kind, at },
});

/** Lets a desk run: a backup every so many hours, rotated after each. Answers what lies there in the end. */
function run(backups: number, everyHours: number): BackupFile[] {
  let files: BackupFile[] = [];
  for (let turn = 0; turn < backups; turn += 1) {
    const at = NOON + turn * everyHours * HOUR;
    files = [...files, backup(at), backup(at, 'keys')];
    const expired = chooseExpired(files, at);
    files = files.filter((file) => !expired.includes(file));
  }
  return files;
}

test('a name says when its backup was made, and nothing else in the folder is taken for one', () => {
  const name = backupName('foyer', NOON);
  expect(name).toBe('foyer-20261121T120500000Z.db');
  expect(parseBackupName(name)).toEqual({ name, kind: 'foyer', at: NOON });
  for (const other of [`${name}.part`, 'foyer.db', 'foyer-20261341T120500000Z.db', 'notes.txt']) {
    expect(parseBackupName(other)).toBeNull();
  }
});

test('after a year of hourly backups a day of hours, two weeks of days and eight weeks are left', () => {
  const made = 24 * 365;
  const files = run(made, 1);
  const ages = files
    .filter(({ kind }) => kind === 'foyer')
    .map(({ at }) => (NOON + (made - 1) * HOUR - at) / HOUR);
  expect(ages.filter((age) => age < 24)).toHaveLength(24);
  expect(ages.filter((age) => age < 14 * 24).length).toBeGreaterThanOrEqual(24 + 12);
  expect(Math.max(...ages)).toBeGreaterThan(6 * 7 * 24);
  expect(Math.max(...ages)).toBeLessThanOrEqual(8 * 7 * 24);
  expect(ages.length).toBeLessThanOrEqual(24 + 14 + 8);
});

test('of the record keys the newest three copies stay', () => {
  const keys = run(40, 5).filter(({ kind }) => kind === 'keys');
  expect(keys.map(({ at }) => (NOON + 39 * 5 * HOUR - at) / HOUR)).toEqual([10, 5, 0]);
});

test('a desk that was off for months keeps what it had', () => {
  const files = run(10, 1);
  const later = backup(NOON + 5000 * HOUR);
  expect(chooseExpired([...files, later], later.at).filter(({ kind }) => kind === 'foyer')).toEqual([]);
});

test('the backup just made stays even where the clock has run back for years', () => {
  const files = run(100, 30);
  const past = backup(NOON - 90_000 * HOUR);
  expect(chooseExpired([...files, past], past.at)).not.toContain(past);
});
