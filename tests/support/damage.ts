// Damage as disks do it: pages of a closed file overwritten.
import { closeSync, openSync, writeSync } from 'node:fs';
import BetterSqlite from 'better-sqlite3';

/** Overwrites pages of a table in the closed file, those from `share` of the way on, as a dying disk does. */
export function ruinPages(path: string, table: string, from = 0.5, pages = 1): void {
  const file = new BetterSqlite(path, { readonly: true });
  const size = Number(file.pragma('page_size', { simple: true }));
  const leaves = file
    .prepare(`SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path`)
    .pluck()
    .all(table) as number[];
  file.close();
  const start = Math.floor(leaves.length * from);
  const handle = openSync(path, 'r+');
  for (const page of leaves.slice(start, start + pages)) {
    writeSync(handle, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size);
  }
  closeSync(handle);
}
