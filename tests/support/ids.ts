// Command ids for tests: UUIDs in time order, like the window makes them.
import { randomBytes } from 'node:crypto';

let last = 0;

/** A version 7 UUID; later calls sort after earlier ones. */
export function uuidv7(): string {
  last = Math.max(last + 1, Date.now());
  return uuidv7At(last);
}

/** One that was made at this moment (UTC ms), for what is written of the past. */
export function uuidv7At(ms: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
