// The file behind the log: a disk that is full or gone costs lines, never the desk, and the file grows to a bound only.
import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

export interface LogFile {
  /** Never throws. A line that cannot be written is counted, and told of before the next one that can. */
  write(line: string): void;
  /** How many lines were lost since the last one that was written. */
  lost(): number;
  close(): void;
}

/** Years of ordinary days. What is older lies in one file beside it, replaced each time. */
const MOST_BYTES = 8 * 1024 * 1024;

/** Opens `path` for appending; throws what the disk throws. `mostBytes`: how large it may grow. */
export function openLogFile(path: string, mostBytes: number = MOST_BYTES): LogFile {
  let file: number | null = openSync(path, 'a', 0o600);
  let bytes = fstatSync(file).size;
  let lost = 0;
  /** The last write broke off in the middle of its line. */
  let torn = false;

  function close(): void {
    if (file !== null) closeSync(file);
    file = null;
  }

  function put(text: string): void {
    if (file === null) {
      file = openSync(path, 'a', 0o600);
      bytes = fstatSync(file).size;
    }
    const rest = Buffer.from(text);
    for (let at = 0; at < rest.length;) {
      const written = writeSync(file, rest, at);
      at += written;
      bytes += written;
      torn = at < rest.length;
    }
  }

  function rotate(): void {
    close();
    renameSync(path, `${path}.old`);
  }

  return {
    write(line) {
      try {
        if (bytes >= mostBytes) rotate();
        if (torn) put('\n');
        if (lost > 0) put(`${JSON.stringify({ level: 40, lost, msg: 'lines were lost' })}\n`);
        lost = 0;
        put(line);
      } catch {
        lost += 1;
      }
    },
    lost: () => lost,
    close,
  };
}
