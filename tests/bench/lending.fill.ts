// Years of loans in a few minutes: half of keys, half of umbrellas, a quarter of these against a deposit, all of them back.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { furnish, MORNING } from '../support/desk.ts';
import { keptFolder } from './kept-folder.ts';
import { openCounter, type Counter } from './lending.desk.ts';
import { writeLoan, type Things } from './lending.past.ts';
import { writePast } from './past.ts';

const SHAPE = [
  'db/migrations/*.ts',
  'head-office/protocol/*.ts',
  'electron/backend/registers/{keys,loans}/*.{events,fold,store}.ts',
  'electron/backend/people/borrowers.{events,fold,store}.ts',
  'tests/bench/lending.{desk,fill,past}.ts',
  'tests/bench/past.ts',
];
const BORROWERS = 100_000;
const A_DAY = 600;
const A_TRANSACTION = 20_000;
/** A b-tree of codes and one of borrowers are written all over: they stay in memory. */
const CACHE = 'cache_size = -2000000';
/** What stands beside the database: which records can be lent, and to whom. */
const LENT = 'lent.json';
const DAY_MS = 24 * 3_600_000;

/** The folder of a desk with so many loans behind it and 100,000 borrowers. */
export function lendingFolder(loans: number, say: (line: string) => void): Promise<string> {
  return keptFolder({
    ...{ name: `lending-${loans}`, shape: SHAPE, say },
    fill: (folder) => fillLoans(folder, { loans, borrowers: BORROWERS, say }),
  });
}

/** What can be lent at a counter whose folder was filled. */
export function readLent({ desk }: Counter): Things {
  const folder = dirname(desk.backend.database.db.connection.name);
  return JSON.parse(readFileSync(join(folder, LENT), 'utf8')) as Things;
}

/** Fills an empty folder: what the product would have appended and folded, many loans to a transaction. */
export async function fillLoans(
  folder: string,
  asked: { readonly loans: number; readonly borrowers: number; readonly say: (line: string) => void },
): Promise<void> {
  const { loans, say } = asked;
  const counter = openCounter(folder, MORNING - (loans + 1) * (DAY_MS / A_DAY));
  const { backend, clock, random } = counter.desk;
  const { connection } = backend.database.db;
  await furnish(backend, random);
  // A crash here costs a new fill, no more; the measures open the file anew, with FULL.
  connection.pragma('synchronous = OFF');
  connection.pragma('wal_autocheckpoint = 0');
  connection.pragma(CACHE);
  const things: Things = { ...counter.furnish(), borrowers: counter.enrol(asked.borrowers) };
  writeFileSync(join(folder, LENT), JSON.stringify(things));
  const began = performance.now();
  for (let from = 0; from < loans; from += A_TRANSACTION) {
    const upTo = Math.min(loans, from + A_TRANSACTION);
    writePast(counter.desk, (past) => {
      for (let n = from; n < upTo; n += 1) {
        clock.advance(DAY_MS / A_DAY);
        writeLoan(past, things, n, clock.now());
      }
    });
    connection.pragma('wal_checkpoint(TRUNCATE)');
    const seconds = (performance.now() - began) / 1000;
    if (upTo % 100_000 === 0) say(`${upTo} loans, ${Math.round(upTo / seconds)} a second`);
  }
  clock.set(MORNING);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  await backend.close();
}
