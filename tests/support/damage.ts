// Damage as disks do it: pages of a closed file overwritten.
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';

/** SQLite's own, which the desk leaves as it is. */
const PAGE_BYTES = 4096;

/** Overwrites pages of a table in the closed file, those from `share` of the way on, as a dying disk does. */
export function ruinPages(path: string, table: string, from = 0.5, pages = 1): void {
  const size = PAGE_BYTES;
  const leaves = pagesOf(path, table);
  const start = Math.floor(leaves.length * from);
  const handle = openSync(path, 'r+');
  for (const page of leaves.slice(start, start + pages)) {
    writeSync(handle, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size);
  }
  closeSync(handle);
}

/** The leaf pages of a table in a closed file, in the order of its rows. */
export function pagesOf(path: string, table: string): number[] {
  const file = new BetterSqlite(path, { readonly: true });
  const pages = file.prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path`);
  const numbers = pages.pluck().all(table) as number[];
  file.close();
  return numbers;
}

/** Turns one bit over, in a page (counted from 1) of 4096 bytes. */
export function flipBit(path: string, page: number, offset: number): void {
  const handle = openSync(path, 'r+');
  const at = (page - 1) * PAGE_BYTES + offset;
  const byte = Buffer.alloc(1);
  readSync(handle, byte, 0, 1, at);
  writeSync(handle, Buffer.from([byte.readUInt8() ^ 0x10]), 0, 1, at);
  closeSync(handle);
}
