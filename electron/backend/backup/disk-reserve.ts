// Room kept back on the disk of the data folder, and given up when the disk is full: the desk records on meanwhile.
import { statfsSync, statSync, truncateSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Random } from '../shared/random.ts';

/** `kept`: room is held back. `givenUp`: the desk lives on its last room. `full`: nothing can be recorded. */
export type DiskRoom = 'kept' | 'givenUp' | 'full';

export interface DiskReserve {
  /** Hands the room to whoever needs it now. False where none is held back. */
  giveUp(): boolean;
  /** Looks at the disk, and gives the room up where it is full. */
  look(): void;
  /** Looks, and begins to take the room back where there is twice as much of it. */
  tend(): void;
  /** As it was when last looked at. */
  room(): DiskRoom;
  /** Calls the one listener whenever that changes. */
  onChange(listener: () => void): void;
  /** Leaves off taking room; the folder may go after it. */
  stop(): Promise<void>;
}

/** Its name in a data folder. */
export const RESERVE_FILE = 'disk-reserve';
/** In bytes. Some thousand registrations with what the log beside the database needs. */
export const RESERVE_BYTES = 32 * 1024 * 1024;
/** With less than this no registration fits, nor the note of the head. */
const FULL_BYTES = 256 * 1024;
const STEP_BYTES = 64 * 1024;

/** Nothing here throws: a desk goes on without a reserve. */
export function createDiskReserve(dataDir: string, random: Random): DiskReserve {
  const path = join(dataDir, RESERVE_FILE);
  let room: DiskRoom = 'kept';
  let changed = (): void => {};
  let taking: Promise<void> | null = null;
  let wanted = true;

  function become(next: DiskRoom): void {
    if (room === next) return;
    room = next;
    changed();
  }

  function giveUp(): boolean {
    wanted = false;
    const had = quietly(() => empty(path)) ?? false;
    become(had ? 'givenUp' : 'full');
    return had;
  }

  async function take(): Promise<void> {
    const file = await open(path, 'w', 0o600);
    // Nothing that a file system could make smaller.
    const noise = random.bytes(STEP_BYTES);
    try {
      for (let at = 0; wanted && at < RESERVE_BYTES; at += STEP_BYTES) {
        await file.write(noise, 0, STEP_BYTES, at);
      }
      if (!wanted) await file.truncate(0);
    } finally {
      await file.close();
    }
  }

  /** Answers whether there is room to be taken. */
  function look(): boolean {
    const free = freeBytes(dataDir);
    const kept = sizeOf(path) === RESERVE_BYTES;
    if (free < FULL_BYTES) giveUp();
    else become(kept || free >= 2 * RESERVE_BYTES ? 'kept' : 'givenUp');
    return room === 'kept' && !kept;
  }

  return {
    giveUp: () => quietly(giveUp) ?? false,
    look: () => void quietly(look),
    tend() {
      if (taking || !quietly(look)) return;
      wanted = true;
      taking = take()
        // Somebody else took the room meanwhile, or no file can be made here: the disk itself says which.
        .catch(() => void quietly(look))
        .finally(() => (taking = null));
    },
    room: () => room,
    onChange: (listener) => (changed = listener),
    async stop() {
      wanted = false;
      await taking;
    },
  };
}

/** Bytes that this user can still write on the disk of a folder. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** Answers whether there was anything to be given. */
function empty(path: string): boolean {
  const had = sizeOf(path) > 0;
  if (had) truncateSync(path, 0);
  return had;
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
