// Whether bytes are one whole PNG, and of which size: the chunks are walked, the picture itself is not decoded.
import { crc32 } from 'node:zlib';

export interface PngSize {
  readonly width: number;
  readonly height: number;
}

/** PNG (W3C, third edition) §5.2: what every file begins with. */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Length, type and checksum of a chunk, bytes. */
const FRAME = 12;

/**
 * The size of a PNG, or null for anything else: a header first, data in between, an end last and nothing behind it, every
 * checksum right.
 */
export function readPngSize(bytes: Buffer): PngSize | null {
  if (!bytes.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return null;
  const types: string[] = [];
  let size: PngSize | null = null;
  for (let at = SIGNATURE.length; at < bytes.length;) {
    const chunk = readChunk(bytes, at);
    if (!chunk) return null;
    if (types.length === 0) size = chunk.type === 'IHDR' ? sizeOf(chunk.data) : null;
    types.push(chunk.type);
    at += FRAME + chunk.data.length;
  }
  const ends = types.indexOf('IEND') === types.length - 1;
  return ends && types.includes('IDAT') ? size : null;
}

function readChunk(bytes: Buffer, at: number): { readonly type: string; readonly data: Buffer } | null {
  if (at + FRAME > bytes.length) return null;
  const length = bytes.readUInt32BE(at);
  const end = at + 8 + length;
  if (end + 4 > bytes.length) return null;
  const checked = crc32(bytes.subarray(at + 4, end)) === bytes.readUInt32BE(end);
  return checked
    ? { type: bytes.toString('latin1', at + 4, at + 8), data: bytes.subarray(at + 8, end) }
    : null;
}

function sizeOf(header: Buffer): PngSize | null {
  if (header.length !== 13) return null;
  return { width: header.readUInt32BE(0), height: header.readUInt32BE(4) };
}
