// What a zip file unpacks to, found by unpacking it: its own directory may say anything (PKWARE APPNOTE 4.3).
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;
/** Behind an entry its sizes may stand once more; an entry of its own would need more room. */
const LONGEST_GAP = 24;

interface Entry {
  /** Where its bytes begin and end in the file. */
  readonly from: number;
  readonly begins: number;
  readonly ends: number;
  readonly method: number;
  /** What it unpacks to, as the directory says: believed where it is more than what is found. */
  readonly said: number;
}

/**
 * Whether everything in it together unpacks to `most` bytes at most; it is unpacked no further than that. `noZip` also
 * where something lies in it that its directory does not name, for whoever reads it from the front would find that.
 */
export async function weighZip(bytes: Buffer, most: number): Promise<'fits' | 'tooLarge' | 'noZip'> {
  const entries = readDirectory(bytes);
  if (entries === null) return 'noZip';
  let room = most;
  let last = 0;
  for (const { from, begins, ends, method, said } of entries.toSorted((a, b) => a.from - b.from)) {
    if (from < last || from - last > LONGEST_GAP) return 'noZip';
    last = ends;
    const packed = bytes.subarray(begins, ends);
    const size = method === STORED ? packed.length : await sizeOf(packed, room);
    if (size === null) return 'noZip';
    room -= Math.max(size, said);
    if (room < 0) return 'tooLarge';
  }
  return 'fits';
}

/** Null where the file has no directory, or one that points elsewhere than at entries. */
function readDirectory(bytes: Buffer): Entry[] | null {
  let end = bytes.length - 22;
  while (end >= 0 && bytes.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) return null;
  const entries: Entry[] = [];
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let turn = 0; turn < count; turn += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
    const entry = readEntry(bytes, at);
    if (entry === null) return null;
    entries.push(entry);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(bytes: Buffer, at: number): Entry | null {
  const method = bytes.readUInt16LE(at + 10);
  const from = bytes.readUInt32LE(at + 42);
  if (method !== STORED && method !== DEFLATED) return null;
  if (from + 30 > bytes.length || bytes.readUInt32LE(from) !== LOCAL_ENTRY) return null;
  const begins = from + 30 + bytes.readUInt16LE(from + 26) + bytes.readUInt16LE(from + 28);
  const ends = begins + bytes.readUInt32LE(at + 20);
  return ends > bytes.length ? null : { from, begins, ends, method, said: bytes.readUInt32LE(at + 24) };
}

/** More than `room` where it does not fit; null where it is not what it should be. */
async function sizeOf(packed: Buffer, room: number): Promise<number | null> {
  try {
    return (await inflate(packed, { maxOutputLength: Math.max(1, room) })).length;
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? room + 1 : null;
  }
}
