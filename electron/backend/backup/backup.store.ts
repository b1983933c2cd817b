// SQL over whole copies: emptying what a backup leaves out, writing it small, taking record keys apart and back in.
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import type { Db, Tx } from '../database/handle.ts';
import { query } from '../database/statement.ts';
import { RECORD_ERASED } from '../journal/generic-events.ts';
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

/** Takes in the secrets of another file, which wrap the keys that come from there; they replace those that are here. */
export function takeSecrets(db: Db, path: string): void {
  attached(db, path, 'INSERT OR REPLACE INTO main.secret SELECT name, wrapped FROM other.secret');
}

/** Takes in the record keys of another file: a copy of the keys, or a whole database. */
export function takeRecordKeys(db: Db, path: string, known: 'replace' | 'keep'): void {
  const verb = known === 'replace' ? 'INSERT OR REPLACE' : 'INSERT OR IGNORE';
  attached(db, path, `${verb} INTO main.record_key SELECT record, wrapping, wrapped FROM other.record_key`);
}

function attached({ connection }: Db, path: string, sql: string): void {
  connection.prepare('ATTACH ? AS other').run(path);
  try {
    connection.exec(sql);
  } finally {
    connection.exec('DETACH other');
  }
}

const saysErased = query<{ type: Uint8Array }>()((db, p) =>
  db
    .selectFrom('event')
    .select(['record', 'wire'])
    .where((eb) => eb(eb.fn<number>('instr', ['wire', eb.val(p.type)]), '>', 0)),
);

/** Every record that was ever erased, as the events in this database say. */
export function listErased(db: Db): Set<number> {
  const rows = saysErased.all(db, { type: Buffer.from(RECORD_ERASED) });
  return new Set(
    rows.flatMap(({ record, wire }) => (decodeWire(wire)?.type === RECORD_ERASED ? [record] : [])),
  );
}
