// head.json: where the own journal stands, noted beside the database, so that a database put back in time shows.
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Db } from '../database/handle.ts';
import { ownPlace, readOwn, type NotedHead } from './succession.ts';

/** Its name in a data folder. */
export const HEAD_FILE = 'head.json';

const notedHead: z.ZodType<NotedHead> = z.object({
  journal: z.int().positive(),
  seq: z.int().positive(),
  /** Of the event at `seq`, whole, in hex. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  generation: z.string().regex(/^[b-z]*$/),
});

export interface HeadFile {
  /** Null where none was noted, or what stands there cannot be read. */
  read(): NotedHead | null;
  /** Notes where the database's own journal stands now; writes only when it has moved. Throws what the disk throws. */
  note(db: Db): void;
}

export function createHeadFile(dataDir: string): HeadFile {
  const path = join(dataDir, HEAD_FILE);
  let written = '';
  return {
    read: () => readNoted(path),
    note(db) {
      const place = ownPlace(db);
      if (place === null) return;
      const head: NotedHead = { ...place, generation: readOwn(db).generation };
      const text = `${JSON.stringify(head)}\n`;
      if (text === written) return;
      replaceFile(path, text);
      written = text;
    },
  };
}

/** What tells a file from its copies: its number in the file system. It stays when the file is moved. */
export function fileIdentity(path: string): string {
  return statSync(path, { bigint: true }).ino.toString(36);
}

function readNoted(path: string): NotedHead | null {
  try {
    return notedHead.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** A crash leaves the old file or the new one, never half of one. */
function replaceFile(path: string, text: string): void {
  const part = `${path}.part`;
  const file = openSync(part, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
}
