// The two handles that a store can be given: one to read, one that may also write.
import type BetterSqlite from 'better-sqlite3';

declare const writable: unique symbol;

/** Reading. Every store function takes it first; its statements are prepared once and kept beside the connection. */
export interface Db {
  readonly connection: BetterSqlite.Database;
  readonly prepared: Map<object, BetterSqlite.Statement>;
}

/** Writing, handed out by `Database.write` only, for as long as its transaction lasts. */
export interface Tx extends Db {
  readonly [writable]: true;
}

export type { BetterSqlite };
