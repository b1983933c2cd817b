// A tag's number as readers write it, and the UID behind it: the one thing that is compared.
import { BYTE_ORDERS, type ByteOrder, type TagFormat } from '../../../api/devices.contract.ts';
import type { TagSeen } from './tag-frames.ts';

export interface TagSetting {
  readonly format: TagFormat;
  readonly byteOrder: ByteOrder;
}

/**
 * The UID in hex digits, first byte first; null where the text is not of this format. The bytes of a frame have no format,
 * an EM4100's version byte does not count: readers that write ten digits leave it out.
 * W26 and 8D hold the three lowest bytes only, and the first one is taken for zero.
 */
export function uidOf(seen: TagSeen, { format, byteOrder }: TagSetting): string | null {
  const bytes = seen.kind === 'bytes' ? seen.bytes : bytesOf(seen.text, format);
  if (bytes === null) return null;
  const turned = byteOrder === 'lsb' ? Buffer.from(bytes).reverse() : bytes;
  const uid = turned.length === 5 ? turned.subarray(1) : turned;
  return uid.toString('hex').toUpperCase();
}

function bytesOf(text: string, format: TagFormat): Buffer | null {
  const digits = text.replaceAll(/[\s:-]/g, '');
  switch (format) {
    case 'dec10':
      return /^\d{10}$/.test(digits) ? bytesOfNumber(BigInt(digits), [4]) : null;
    case 'dec':
      return /^\d{1,20}$/.test(digits) ? bytesOfNumber(BigInt(digits), [4, 7]) : null;
    case 'hex':
      return /^([\dA-F]{8}|[\dA-F]{10}|[\dA-F]{14}|[\dA-F]{20})$/i.test(digits)
        ? Buffer.from(digits, 'hex')
        : null;
    case 'w26':
      return facilityAndCard(/^(\d{3}),(\d{5})$/.exec(digits));
    case 'dec8':
      return facilityAndCard(/^(\d{3})(\d{5})$/.exec(digits));
  }
}

/** As many bytes as the first of `sizes` that holds it; null where none does. */
function bytesOfNumber(number: bigint, sizes: readonly number[]): Buffer | null {
  const size = sizes.find((bytes) => number < 1n << BigInt(bytes * 8));
  return size === undefined ? null : Buffer.from(number.toString(16).padStart(size * 2, '0'), 'hex');
}

/** Wiegand 26: one byte of facility and two of card. */
function facilityAndCard(parts: RegExpExecArray | null): Buffer | null {
  const [facility, card] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!parts || facility > 0xff || card > 0xffff) return null;
  return Buffer.from([0, facility, card >> 8, card & 0xff]);
}

/** What is printed on cards, of a UID of four bytes: ten digits, and facility with card. Null for longer UIDs. */
export function printedOf(uid: string): { readonly dec10: string; readonly w26: string } | null {
  if (uid.length !== 8) return null;
  const number = Number.parseInt(uid, 16);
  const facility = String((number >>> 16) & 0xff).padStart(3, '0');
  return {
    dec10: String(number).padStart(10, '0'),
    w26: `${facility},${String(number & 0xffff).padStart(5, '0')}`,
  };
}

export interface TagReading extends TagSetting {
  readonly uid: string;
}

/** Each UID that this can mean, once, with the first setting that reads it so; what is likeliest stands first. */
export function readingsOf(seen: TagSeen): TagReading[] {
  const found = new Map<string, TagReading>();
  for (const byteOrder of BYTE_ORDERS) {
    for (const format of formatsFor(seen)) {
      const uid = uidOf(seen, { format, byteOrder });
      if (uid !== null && !found.has(uid)) found.set(uid, { format, byteOrder, uid });
    }
  }
  return [...found.values()];
}

/**
 * The formats to try, likeliest first. Eight digits alone may be 8D or hex; what can be a facility and a card is read so,
 * for few UIDs in hex have no letter.
 */
function formatsFor(seen: TagSeen): readonly TagFormat[] {
  if (seen.kind === 'bytes') return ['hex'];
  return ['w26', 'dec10', 'dec8', 'hex', 'dec'];
}
