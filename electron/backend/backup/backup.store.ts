// SQL over whole copies: emptying what a backup leaves out, writing it small, taking record keys apart and back in.
import type { Db, Tx } from '../database/handle.ts';
import { query } from '../database/statement.ts';
import { KEPT } from './backup-tables.ts';

const keptNames: ReadonlySet<string> = new Set<string>(KEPT);

const newestEvent = query()((db) => db.selectFrom('event').select('id').orderBy('id', 'desc').limit(1));

export function hasEvents(db: Db): boolean {
  return newestEvent.get(db, {}) !== undefined;
}

/** Empties every table that a backup leaves out, search tables among them; the tables themselves stay. */
export function emptyLeftOut({ connection }: Tx): void {
  const tables = connection
    .prepare(`SELECT name, sql LIKE 'CREATE VIRTUAL%' AS virtual FROM sqlite_schema WHERE type = 'table'`)
    .all() as { name: string; virtual: number }[];
  const virtual = tables.filter((table) => table.virtual === 1).map(({ name }) => name);
  for (const name of virtual) connection.exec(`INSERT INTO "${name}" ("${name}") VALUES ('delete-all')`);
  for (const { name } of tables) {
    const inside = virtual.some((owner) => name === owner || name.startsWith(`${owner}_`));
    if (!inside && !keptNames.has(name) && !name.startsWith('sqlite_'))
      connection.exec(`DELETE FROM "${name}"`);
  }
}

/** Writes a fresh file without a trace of what was deleted. */
export function writeCompact({ connection }: Db, path: string): void {
  connection.prepare('VACUUM INTO ?').run(path);
}

/** Writes the record keys, and the secrets that they are wrapped by, into a file of their own. Answers how many. */
export function writeKeys({ connection }: Db, path: string): number {
  connection.prepare('ATTACH ? AS keys').run(path);
  try {
    connection.exec(`
      PRAGMA keys.journal_mode = OFF;
      CREATE TABLE keys.record_key AS SELECT * FROM main.record_key ORDER BY record;
      CREATE UNIQUE INDEX keys.by_record ON record_key (record);
      CREATE TABLE keys.secret AS SELECT * FROM main.secret;
    `);
    return Number(connection.prepare('SELECT count(*) FROM keys.record_key').pluck().get());
  } finally {
    connection.exec('DETACH keys');
  }
}

/**
 * Takes in the record keys and the secrets of another file: a copy of the keys, or a whole database. Keys that are
 * here already stay.
 */
export function takeKeys({ connection }: Db, path: string): void {
  connection.prepare('ATTACH ? AS keys').run(path);
  try {
    connection.exec(`
      INSERT OR REPLACE INTO main.secret SELECT name, wrapped FROM keys.secret;
      INSERT OR IGNORE INTO main.record_key SELECT record, wrapping, wrapped FROM keys.record_key;
    `);
  } finally {
    connection.exec('DETACH keys');
  }
}
