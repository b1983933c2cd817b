// Opens the one database file: pragmas at every open, migrations after a backup, writes in immediate transactions.
import BetterSqlite from 'better-sqlite3';
import { asDatabaseError, DatabaseError, isDiskFull } from './database-error.ts';
import type { Db, Tx } from './handle.ts';
import { migrate, type MigrateOptions } from './migrate.ts';

export interface Database {
  /** For reading outside a transaction. */
  readonly db: Db;
  /**
   * Runs `work` in one `BEGIN IMMEDIATE` transaction and answers what it answers. Whatever it throws rolls all of it
   * back; a failure of SQLite itself comes out as a `DatabaseError`. `work` runs a second time where the disk was full
   * and room could be made: it leaves nothing behind but in the transaction.
   */
  write<T>(work: (tx: Tx) => T): T;
  /**
   * Moves the write-ahead log into the file and empties it, so that nothing erased lives on in it. Throws
   * `DatabaseError` DATABASE_LOCKED while somebody else still reads an older state.
   */
  emptyLog(): void;
  close(): void;
}

export interface OpenOptions extends MigrateOptions {
  /** How long a statement waits for another opener of the file, in ms. */
  readonly busyTimeout?: number;
  /** Makes room on a full disk. Where it answers true, what failed is done once more. */
  readonly makeRoom?: () => boolean;
}

/**
 * Opens or creates the database at `path` (or `:memory:`), migrated to this program's version.
 * Throws `DatabaseError`: DATABASE_NEWER (written by a later program, untouched), DATABASE_DAMAGED, DATABASE_LOCKED,
 * DISK_FULL or DATABASE_UNWRITABLE.
 */
export function openDatabase(path: string, options: OpenOptions): Database {
  let connection: BetterSqlite.Database | undefined;
  try {
    connection = new BetterSqlite(path, { timeout: options.busyTimeout ?? 2_000 });
    setPragmas(connection);
    migrate(connection, options);
    return createDatabase(connection, options.makeRoom ?? (() => false));
  } catch (cause) {
    connection?.close();
    throw asDatabaseError(cause);
  }
}

/**
 * A checkpoint takes milliseconds and falls on whoever commits. After 16 MB it falls on one registration in four
 * hundred, after SQLite's own 4 MB on every hundredth.
 */
const CHECKPOINT_PAGES = 4000;

/** synchronous must be set at every open: an existing WAL file opens as NORMAL, and NORMAL loses the last commits. */
function setPragmas(connection: BetterSqlite.Database): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('secure_delete = ON');
  connection.pragma('trusted_schema = OFF');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('cache_size = -65536');
  connection.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
}

function createDatabase(connection: BetterSqlite.Database, makeRoom: () => boolean): Database {
  const db: Db = { connection, prepared: new Map() };
  const begin = connection.prepare('BEGIN IMMEDIATE');
  const commit = connection.prepare('COMMIT');
  const rollback = connection.prepare('ROLLBACK');

  function writeOnce<T>(work: (tx: Tx) => T): T {
    try {
      begin.run();
      const result = work(db as Tx);
      commit.run();
      return result;
    } catch (cause) {
      // SQLite rolls back by itself on some failures (a full disk at commit); a second ROLLBACK would hide the cause.
      if (connection.inTransaction) rollback.run();
      throw asDatabaseError(cause);
    }
  }

  return {
    db,
    write<T>(work: (tx: Tx) => T): T {
      // An inner transaction would end the outer one with it.
      if (connection.inTransaction)
        throw new Error('a write inside a write: hand the transaction down instead');
      try {
        return writeOnce(work);
      } catch (error) {
        if (!isDiskFull(error) || !makeRoom()) throw error;
        return writeOnce(work);
      }
    },
    emptyLog() {
      const [{ busy } = { busy: 1 }] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      if (busy !== 0) throw new DatabaseError('DATABASE_LOCKED');
    },
    close: () => void connection.close(),
  };
}
