// Years of loans, written by the product's own services: half of keys, half of umbrellas, all of them back.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { furnish, MORNING } from '../support/desk.ts';
import { keptFolder } from './kept-folder.ts';
import { openCounter, type Counter } from './lending.desk.ts';

const SHAPE = [
  'db/migrations/*.ts',
  'head-office/protocol/*.ts',
  'electron/backend/registers/{keys,loans}/*.{events,fold,store}.ts',
  'electron/backend/people/borrowers.{events,fold,store}.ts',
  'tests/bench/lending.{desk,fill}.ts',
];
const BORROWERS = 100_000;
const A_DAY = 600;
const CHECKPOINT_EVERY = 20_000;
/** What stands beside the database: which records can be lent, and to whom. */
const LENT = 'lent.json';
export const DAY_MS = 24 * 3_600_000;

type Lent = ReturnType<Counter['furnish']> & { readonly borrowers: readonly number[] };

/** The folder of a desk with so many loans behind it and 100,000 borrowers. */
export function lendingFolder(loans: number, say: (line: string) => void): Promise<string> {
  return keptFolder({
    ...{ name: `lending-${loans}`, shape: SHAPE, say },
    fill: (folder) => fill(folder, loans, say),
  });
}

/** What can be lent at a counter whose folder was filled. */
export function readLent({ desk }: Counter): Lent {
  const folder = dirname(desk.backend.database.db.connection.name);
  return JSON.parse(readFileSync(join(folder, LENT), 'utf8')) as Lent;
}

async function fill(folder: string, loans: number, say: (line: string) => void): Promise<void> {
  const counter = openCounter(folder, MORNING - (loans + 1) * (DAY_MS / A_DAY));
  const { backend, clock, random } = counter.desk;
  const { connection } = backend.database.db;
  await furnish(backend, random);
  // A crash here costs a new fill, no more; the measures open the file anew, with FULL.
  connection.pragma('synchronous = OFF');
  connection.pragma('wal_autocheckpoint = 0');
  const { keys, items } = counter.furnish();
  const borrowers = counter.enrol(BORROWERS);
  writeFileSync(join(folder, LENT), JSON.stringify({ keys, items, borrowers }));
  for (let n = 0; n < loans; n += 1) {
    clock.advance(DAY_MS / A_DAY);
    const who = borrowers[(n * 7919) % BORROWERS] ?? 0;
    const at = Math.floor(n / 2) % keys.length;
    const item = items[at];
    if (n % 2 === 0) counter.returnKey(counter.lendKey(keys[at] ?? 0, who));
    else if (item) counter.returnItem(counter.lendItem(item, who));
    if ((n + 1) % CHECKPOINT_EVERY === 0) {
      connection.pragma('wal_checkpoint(TRUNCATE)');
      say(`${n + 1} loans`);
    }
  }
  clock.set(MORNING);
  connection.pragma('wal_checkpoint(TRUNCATE)');
  await backend.close();
}
