// Commands that were done are found by their ids, however many began in one moment.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openDatabase } from '../database/database.ts';
import type { Db, Tx } from '../database/handle.ts';
import { findCommandPlace, insertCommandDone } from './journal.store.ts';

const find = (db: Db, id: Buffer) => findCommandPlace(db, id).done;
const note = (tx: Tx, id: Buffer, result: string) =>
  insertCommandDone(tx, findCommandPlace(tx, id), { result, fingerprint: 'x' });

/** A few moments that touch, so that what is crowded out of one stands in the places of the next. */
const id = fc.tuple(fc.nat(3), fc.uint8Array({ minLength: 10, maxLength: 10 })).map(([ms, rest]) => {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(1_795_000_000_000 + ms, 0, 6);
  bytes.set(rest, 6);
  return bytes;
});
const ids = fc.uniqueArray(id, {
  minLength: 40,
  maxLength: 200,
  size: 'max',
  selector: (bytes) => bytes.toString('hex'),
});

test('a crowd of commands from the same few moments: each finds its own answer, and a stranger none', () => {
  fc.assert(
    fc.property(ids, ([stranger = Buffer.alloc(16), ...done]) => {
      const database = openDatabase(':memory:', { backupDir: null });
      for (const [nth, each] of done.entries()) {
        database.write((tx) => {
          note(tx, each, String(nth));
        });
      }
      const found = done.map((each) => find(database.db, each)?.result);
      expect(found).toEqual(done.map((_, nth) => String(nth)));
      expect(find(database.db, stranger)).toBeUndefined();
      database.close();
    }),
    { numRuns: 20, seed: 14 },
  );
});

test('what nobody could have begun in one moment is refused before it could be done twice', () => {
  const database = openDatabase(':memory:', { backupDir: null });
  const nth = (count: number) => {
    const bytes = Buffer.alloc(16);
    bytes.writeUInt16BE(count, 14);
    return bytes;
  };
  database.write((tx) => {
    for (let count = 0; count < 1024; count += 1) note(tx, nth(count), '');
    expect(() => note(tx, nth(1024), '')).toThrow('one moment');
    expect(find(tx, nth(1023))).toBeDefined();
  });
  database.close();
});
