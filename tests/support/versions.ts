// A desk's file as an older program left it, for the tests of migrations.
import BetterSqlite from 'better-sqlite3';
import { expect } from 'vitest';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { openDatabase } from '../../electron/backend/database/database.ts';
import { withFolder } from './folder.ts';

interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly sql: string | null;
}

function schemaOf(connection: BetterSqlite.Database): SchemaRow[] {
  return connection.prepare<[], SchemaRow>('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
}

function columnsOf(connection: BetterSqlite.Database, table: string): string[] {
  return connection.prepare<[string], string>('SELECT name FROM pragma_table_info(?)').pluck().all(table);
}

function keyOf(connection: BetterSqlite.Database, table: string): string {
  const keys = 'SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk';
  return connection.prepare<[string], string>(keys).pluck().all(table).join();
}

/** Makes a table anew as it was, with what it holds in the columns that it had. */
function makeAnew(connection: BetterSqlite.Database, table: string, sql: string): void {
  connection.exec(`ALTER TABLE "${table}" RENAME TO made_anew`);
  connection.exec(sql);
  const later = columnsOf(connection, 'made_anew');
  const both = columnsOf(connection, table).filter((column) => later.includes(column));
  connection.exec(`INSERT INTO "${table}" (${both.join()}) SELECT ${both.join()} FROM made_anew`);
  connection.exec('DROP TABLE made_anew');
}

/** The schema without the spaces that SQLite moves when a column comes or goes. */
function inWords(schema: readonly SchemaRow[]): SchemaRow[] {
  return schema.map(({ type, name, sql }) => ({
    type,
    name,
    sql: sql?.replaceAll(/\s+|(?<=\w) *(?=[,)])/g, ' ') ?? null,
  }));
}

/**
 * Takes a closed file back to a version: every table, index and column that a later migration made goes, whichever
 * those are by now, a table that one dropped is there again, empty, and one that got another primary key has the old
 * one. Fails where a later one changed something else; that test has to take the change back itself.
 */
export function takeBack(path: string, version: number): void {
  const before = withFolder((folder) => {
    const migrations = MIGRATIONS.slice(0, version);
    const fresh = openDatabase(`${folder}/fresh.db`, { backupDir: null, migrations });
    const { connection } = fresh.db;
    const schema = schemaOf(connection).map((row) => ({
      ...row,
      columns: columnsOf(connection, row.name),
      key: keyOf(connection, row.name),
    }));
    fresh.close();
    return schema;
  });
  const connection = new BetterSqlite(path);
  const kept = new Set(before.map(({ name }) => name));
  const later = schemaOf(connection).filter(({ type, name }) => type === 'table' && !kept.has(name));
  // Virtual tables first: their shadow tables go with them.
  const virtual = (row: SchemaRow) => Number(row.sql?.startsWith('CREATE VIRTUAL') ?? false);
  for (const { name } of later.toSorted((a, b) => virtual(b) - virtual(a))) {
    connection.exec(`DROP TABLE IF EXISTS "${name}"`);
  }
  for (const { name, type, sql, key } of before) {
    if (
      type === 'table' &&
      sql !== null &&
      columnsOf(connection, name).length > 0 &&
      keyOf(connection, name) !== key
    )
      makeAnew(connection, name, sql);
  }
  const indexes = schemaOf(connection).filter(({ type, name }) => type === 'index' && !kept.has(name));
  for (const { name } of indexes) connection.exec(`DROP INDEX "${name}"`);
  const there = new Set(schemaOf(connection).map(({ name }) => name));
  for (const { name, sql } of before) if (sql !== null && !there.has(name)) connection.exec(sql);
  for (const { name, type, columns } of before) {
    if (type !== 'table') continue;
    const added = columnsOf(connection, name).filter((column) => !columns.includes(column));
    for (const column of added) connection.exec(`ALTER TABLE "${name}" DROP COLUMN "${column}"`);
  }
  connection.pragma(`user_version = ${version}`);
  expect(inWords(schemaOf(connection))).toEqual(inWords(before));
  connection.close();
}
