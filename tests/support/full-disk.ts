// A disk that fills up and is emptied again, by a file that belongs to somebody else. For small disks only.
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface Filler {
  /** Leaves `room` bytes on the disk. */
  fill(room: number): void;
  makeRoom(): void;
}

export function createFiller(folder: string): Filler {
  const ballast = join(folder, 'ballast');
  return {
    fill(room) {
      const file = openSync(ballast, 'a');
      const { bavail, bsize } = statfsSync(folder);
      for (let left = bavail * bsize - room; left > 0; left -= 4096) writeSync(file, Buffer.alloc(4096, 1));
      closeSync(file);
    },
    makeRoom: () => rmSync(ballast),
  };
}
