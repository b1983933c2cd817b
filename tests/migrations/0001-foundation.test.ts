// Migration 0001, and the runner under all of them.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import type { Migration } from '../../db/migrations/migration.ts';
import { VIEWS } from '../../db/views.ts';
import { openDatabase } from '../../electron/backend/database/database.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { openTestDesk } from '../support/desk.ts';
import { withFolder } from '../support/folder.ts';
import { walkIn } from '../support/visits.ts';

const addRemark: Migration = {
  version: MIGRATIONS.length + 1,
  name: 'add-remark',
  up: (exec) => exec('ALTER TABLE visit ADD COLUMN planted TEXT'),
};
const breakHalfWay: Migration = {
  version: MIGRATIONS.length + 1,
  name: 'break-half-way',
  up: (exec) => {
    exec('ALTER TABLE visit ADD COLUMN planted TEXT');
    exec('THIS IS NOT SQL');
  },
};

function columnsOf(path: string): string[] {
  const connection = new BetterSqlite(path);
  const columns = connection.pragma('table_info(visit)') as { readonly name: string }[];
  connection.close();
  return columns.map(({ name }) => name);
}

test('a new file gets every table, each view among them, and the durable pragmas', () => {
  withFolder((folder) => {
    const { db, close } = openDatabase(join(folder, 'new.db'), { backupDir: join(folder, 'backups') });
    const tables = db.connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
    expect(tables).toEqual(expect.arrayContaining(['event', 'command', 'record_key', ...VIEWS]));
    const pragma = (name: string): unknown => db.connection.pragma(name, { simple: true });
    expect(pragma('user_version')).toBe(MIGRATIONS.length);
    expect([pragma('journal_mode'), pragma('synchronous'), pragma('secure_delete')]).toEqual(['wal', 2, 1]);
    close();
    // An existing WAL file opens as NORMAL unless told at every open.
    const again = openDatabase(join(folder, 'new.db'), { backupDir: null });
    expect(again.db.connection.pragma('synchronous', { simple: true })).toBe(2);
    again.close();
    expect(existsSync(join(folder, 'backups'))).toBe(false);
  });
});

test('a database with history is copied before it is migrated, and every table still follows from the journal', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await api.visitors.register(walkIn());
  await desk.backend.close();
  const backupDir = join(desk.folder, 'backups');
  const migrations = [...MIGRATIONS, addRemark];
  openDatabase(desk.databasePath, { backupDir, migrations }).close();
  expect(columnsOf(desk.databasePath)).toContain('planted');
  const [copy] = readdirSync(backupDir);
  expect(columnsOf(join(backupDir, copy ?? ''))).not.toContain('planted');
  // The copy is a whole database of the version before: it opens, and a rebuild of it gives its tables.
  openDatabase(join(backupDir, copy ?? ''), { backupDir: null }).close();
  const { projection } = desk.backend.journal;
  expect(checkViews(join(backupDir, copy ?? ''), projection)).toMatchObject({ outcome: 'equal' });
  desk.backend = { ...desk.backend, close: async () => {} };
});

test('a migration that fails half-way leaves nothing of itself', () => {
  withFolder((folder) => {
    const path = join(folder, 'half.db');
    openDatabase(path, { backupDir: null }).close();
    const migrations = [...MIGRATIONS, breakHalfWay];
    expect(() => openDatabase(path, { backupDir: folder, migrations })).toThrow('syntax error');
    expect(columnsOf(path)).not.toContain('planted');
    openDatabase(path, { backupDir: null }).close();
  });
});

test('a database of a later program is refused and stays untouched', () => {
  withFolder((folder) => {
    const path = join(folder, 'later.db');
    openDatabase(path, { backupDir: folder, migrations: [...MIGRATIONS, addRemark] }).close();
    expect(() => openDatabase(path, { backupDir: folder })).toThrow('DATABASE_NEWER');
    expect(columnsOf(path)).toContain('planted');
  });
});
