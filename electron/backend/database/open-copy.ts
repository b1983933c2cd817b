// Opens database files other than the live one: copies, backups, damaged files. Nothing is migrated or created.
import BetterSqlite from 'better-sqlite3';
import { asDatabaseError, DatabaseError } from './database-error.ts';
import type { Db, Tx } from './handle.ts';

export interface Copy extends Disposable {
  readonly db: Db;
  /** The `user_version` that the file was written under. */
  readonly version: number;
}

/**
 * Opens an existing file. `scratch` may be written, without any care for a crash: it is thrown away afterwards.
 * Throws `DatabaseError`; one that opens may still be damaged further in.
 */
export function openCopy(path: string, use: 'read'): Copy;
export function openCopy(path: string, use: 'scratch'): Copy & { readonly db: Tx };
export function openCopy(path: string, use: 'read' | 'scratch'): Copy {
  let connection: BetterSqlite.Database | undefined;
  try {
    connection = new BetterSqlite(path, { fileMustExist: true, readonly: use === 'read' });
    if (use === 'scratch') {
      connection.pragma('locking_mode = EXCLUSIVE');
      connection.pragma('journal_mode = OFF');
      connection.pragma('synchronous = OFF');
    }
    const version = Number(connection.pragma('user_version', { simple: true }));
    const opened = connection;
    return {
      db: { connection, prepared: new Map() },
      version,
      [Symbol.dispose]: () => void opened.close(),
    };
  } catch (cause) {
    connection?.close();
    throw asDatabaseError(cause);
  }
}

/** Reads every page and says whether they hang together. Takes a second a GB: for copies, never for the live file. */
export function pagesAreWhole({ connection }: Db): boolean {
  try {
    return connection.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

/**
 * Moves a closed database's write-ahead log into its file. Throws `DatabaseError` DATABASE_LOCKED while somebody has
 * the file open; a file too damaged to tell stays as it is.
 */
export function settleFile(path: string): void {
  let connection: BetterSqlite.Database | undefined;
  try {
    connection = new BetterSqlite(path, { fileMustExist: true, timeout: 0 });
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('BEGIN IMMEDIATE; COMMIT');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } catch (cause) {
    const error = asDatabaseError(cause);
    if (error instanceof DatabaseError && error.problem === 'DATABASE_LOCKED') throw error;
  } finally {
    connection?.close();
  }
}

/**
 * Keeps everybody else from writing to a closed database until it is disposed of: who opens it meanwhile is told
 * DATABASE_LOCKED. Throws the same where somebody has it open. A file too damaged to be written needs no holding.
 */
export function holdFile(path: string): Disposable {
  settleFile(path);
  let connection: BetterSqlite.Database | undefined;
  try {
    connection = new BetterSqlite(path, { fileMustExist: true, timeout: 0 });
    connection.exec('BEGIN IMMEDIATE');
  } catch (cause) {
    connection?.close();
    const error = asDatabaseError(cause);
    if (error instanceof DatabaseError && error.problem === 'DATABASE_LOCKED') throw error;
  }
  const held = connection;
  return { [Symbol.dispose]: () => void held?.close() };
}
