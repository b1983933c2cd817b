// Brings a database file to this program's version: one transaction a migration, a copy of the file before the first.
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MIGRATIONS } from '../../../db/migrations/index.ts';
import type { Migration } from '../../../db/migrations/migration.ts';
import { DatabaseError } from './database-error.ts';
import type { BetterSqlite } from './handle.ts';

export interface MigrateOptions {
  /** Where the copy from before a migration goes; null for databases that live in memory. */
  readonly backupDir: string | null;
  readonly migrations?: readonly Migration[];
}

/**
 * Runs what is missing, each migration and its new `user_version` in one transaction, after a copy of a database that
 * already held something. A migration that fails leaves the version before it. Throws `DatabaseError`
 * DATABASE_NEWER for a file from a later program, which stays untouched.
 */
export function migrate(connection: BetterSqlite.Database, options: MigrateOptions): void {
  const migrations = options.migrations ?? MIGRATIONS;
  const version = readVersion(connection);
  if (version > migrations.length) throw new DatabaseError('DATABASE_NEWER');
  const missing = migrations.slice(version);
  if (missing.length === 0) return;
  if (version > 0 && options.backupDir !== null) backUp(connection, options.backupDir, version);
  for (const migration of missing) run(connection, migration);
}

function readVersion(connection: BetterSqlite.Database): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

function run(connection: BetterSqlite.Database, migration: Migration): void {
  connection
    .transaction(() => {
      // Another opener may have migrated while this one waited for the lock.
      if (readVersion(connection) >= migration.version) return;
      migration.up((sql) => connection.exec(sql));
      connection.pragma(`user_version = ${migration.version}`);
    })
    .immediate();
}

/** `VACUUM INTO` writes a whole, consistent copy. One that broke off would take room at every try to start. */
function backUp(connection: BetterSqlite.Database, dir: string, version: number): void {
  mkdirSync(dir, { recursive: true });
  const path = join(dir, `before-migration-${version}-${process.hrtime.bigint()}.db`);
  const part = `${path}.part`;
  try {
    connection.prepare('VACUUM INTO ?').run(part);
    renameSync(part, path);
  } catch (cause) {
    rmSync(part, { force: true });
    throw cause;
  }
}
