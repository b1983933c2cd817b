// The filled database: years of visits written by the product's own service, kept between runs in the temporary folder.
import { constants, cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { fileIdentity } from '../../electron/backend/journal/head-file.ts';
import { createSearchIndex } from '../../electron/backend/search/search.index.ts';
import { furnish, MINUTE, MORNING } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { actor, openBenchDesk, type BenchDesk } from './desk.ts';
import { keptFolder } from './kept-folder.ts';
import { visitor } from './people.ts';

/** What the rows look like: when one of these changes, the database is filled again. */
const SHAPE = [
  'db/migrations/*.ts',
  'head-office/protocol/*.ts',
  'electron/backend/registers/visitors/visitors.{events,fold,store}.ts',
  'tests/bench/{people,property}.ts',
];
/** A tower at ten in the morning. */
const INSIDE = 200;
const EXPECTED = 100;
const A_DAY = 600;
const SAY_EVERY = 20_000;
/** So many passes wait at most, so that the file is not full of what a long queue left empty. */
const PRINT_EVERY = 10;

/** The folder of a database with so many visits: 200 on site, 100 expected besides, the others left. */
export function filledFolder(rows: number, say: (line: string) => void): Promise<string> {
  const fillAll = (folder: string): Promise<void> => fill(folder, rows, say);
  return keptFolder({ name: String(rows), shape: SHAPE, say, fill: fillAll });
}

/** Copies a data folder; where the file system can, without copying bytes. The copy goes on with the same journal. */
export function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true, mode: constants.COPYFILE_FICLONE });
  const path = join(to, DATABASE_FILE);
  const copy = new BetterSqlite(path);
  copy.prepare("UPDATE installation SET value = ? WHERE name = 'file'").run(fileIdentity(path));
  copy.close();
}

async function fill(folder: string, rows: number, say: (line: string) => void): Promise<void> {
  const begins = MORNING - Math.ceil(rows / A_DAY) * 24 * 60 * MINUTE;
  const desk = openBenchDesk(folder, {}, begins);
  const { backend, clock, random } = desk;
  const { connection } = backend.database.db;
  const places = await furnish(backend, random);
  // A crash here costs a new fill, no more; the measures open the file anew, with FULL.
  connection.pragma('synchronous = OFF');
  connection.pragma('wal_autocheckpoint = 0');
  const inside: number[] = [];
  for (let n = 0; n < rows; n += 1) {
    clock.advance((24 * 60 * MINUTE) / A_DAY);
    const form = visitor(n, { units: [places.unit], host: places.host });
    inside.push(desk.service.register(actor, form).id);
    if (inside.length > INSIDE) leave(desk, inside.shift() ?? 0);
    if ((n + 1) % PRINT_EVERY === 0) finishPrinting(connection);
    if ((n + 1) % SAY_EVERY === 0) say(`${n + 1} visits`);
  }
  clock.set(MORNING);
  for (let n = 0; n < EXPECTED; n += 1) announce(desk, rows + n);
  // A desk that has run for years has nothing left to index when it opens.
  const index = createSearchIndex(backend.database, backend.registers.searched);
  while (index.takeBatch());
  finishPrinting(connection);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  await backend.close();
  if (existsSync(join(folder, `${DATABASE_FILE}-wal`)))
    throw new Error('the filled file is still open somewhere');
}

function leave({ service }: BenchDesk, visit: number): void {
  service.leave(actor, { commandId: uuidv7(), visit, way: 'scan' });
}

function announce({ service, clock }: BenchDesk, n: number): void {
  const { verifiedBy: _verified, printPass: _print, ...form } = visitor(n);
  const expectedFrom = clock.now() + (n % 480) * MINUTE;
  service.expect(actor, { ...form, expectedFrom, expectedUntil: expectedFrom + 60 * MINUTE });
}

/** Slips as the printer's queue would have left them; there is none here. */
export function finishPrinting(connection: BetterSqlite.Database): void {
  connection.exec("UPDATE print_job SET open = 0, state = 'printed', attempts = 1 WHERE open = 1");
}
