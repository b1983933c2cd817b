// Finds what a tag reader says in what a serial line delivers: lines of text, RDM6300 frames and binary frames.

/** A tag as its reader told it: the bytes of a checked frame, or a line of text that has no checksum. */
export type TagSeen =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'text'; readonly text: string };

export interface TagParser {
  /** Takes what arrived, in pieces of any size, and gives the tags that are complete now. */
  push(chunk: Uint8Array): TagSeen[];
  /** Call it when the line fell silent with `midTag` true: some readers end a line by nothing else. */
  silence(): TagSeen[];
  /** Whether something began that is not finished yet. */
  midTag(): boolean;
}

const STX = 0x02;
const ETX = 0x03;
/** The longest that a tag takes is a UID of ten bytes with something between each two. */
const LINE = { min: 6, max: 40 } as const;
/** UIDs have 4, 7 or 10 bytes (ISO 14443-3), an EM4100's number 5. */
const UID_BYTES = [4, 5, 7, 10] as const;

/** `none`: it cannot become a frame; the whole frame has `size` bytes, and null for a wrong checksum. */
type Candidate = 'partial' | 'none' | { readonly size: number; readonly uid: Buffer | null };

/** The three kinds are told apart by themselves, so that there is nothing to set: only a frame begins with STX. */
export function createTagParser(): TagParser {
  let held = Buffer.alloc(0);
  /** A line grew longer than any tag, or holds what no tag has: nothing of it counts, up to its end. */
  let spoilt = false;

  function takeFrame(): TagSeen | 'none' | 'partial' {
    const candidate = frameAt(held);
    if (candidate === 'partial') return 'partial';
    held = held.subarray(candidate === 'none' ? 1 : candidate.size);
    // What only looked like the beginning of a frame is noise, and a half of one no line.
    spoilt = candidate === 'none';
    if (candidate !== 'none' && candidate.uid) return { kind: 'bytes', bytes: Buffer.from(candidate.uid) };
    return 'none';
  }

  function takeLine(): TagSeen | 'none' | 'partial' {
    const end = held.findIndex((byte) => !isPrintable(byte));
    if (end < 0) {
      spoilt ||= held.length > LINE.max;
      if (spoilt) held = Buffer.alloc(0);
      return 'partial';
    }
    const line = held.subarray(0, end).toString('latin1').trim();
    const ends = isLineEnd(held[end]);
    held = held.subarray(ends ? end + 1 : end);
    const whole = ends && !spoilt && line.length >= LINE.min && line.length <= LINE.max;
    if (ends) spoilt = false;
    return whole ? { kind: 'text', text: line } : 'none';
  }

  function takeAll(): TagSeen[] {
    const seen: TagSeen[] = [];
    while (held.length > 0) {
      const [first = 0] = held;
      const text = isPrintable(first);
      if (!text && first !== STX) {
        spoilt = !isLineEnd(first);
        held = held.subarray(1);
        continue;
      }
      const taken = text ? takeLine() : takeFrame();
      if (taken === 'partial') break;
      if (taken !== 'none') seen.push(taken);
    }
    return seen;
  }

  return {
    push(chunk) {
      held = Buffer.concat([held, chunk]);
      return takeAll();
    },
    silence() {
      const seen: TagSeen[] = [];
      while (held[0] === STX) {
        // The text of half a frame is no line: it goes with its frame, up to where the next one may begin.
        const next = held.indexOf(STX, 1);
        held = next < 0 ? Buffer.alloc(0) : held.subarray(next);
        seen.push(...takeAll());
      }
      held = Buffer.concat([held, Buffer.from('\r')]);
      seen.push(...takeAll());
      spoilt = false;
      return seen;
    },
    midTag: () => held.length > 0 || spoilt,
  };
}

function frameAt(bytes: Buffer): Candidate {
  const second = bytes[1];
  if (second === undefined) return 'partial';
  return isHexDigit(second) ? rdmAt(bytes) : binaryAt(bytes);
}

/** RDM6300 and ID-12: STX, ten hex digits, two of checksum (XOR of the five bytes), ETX; some put CR LF before ETX. */
function rdmAt(bytes: Buffer): Candidate {
  const digits = bytes.subarray(1, 13);
  if (!digits.every(isHexDigit)) return 'none';
  if (bytes.length < 14) return 'partial';
  const ending = bytes.subarray(13, 16);
  const size = ending[0] === ETX ? 14 : 16;
  if (size === 16) {
    const wanted = [0x0d, 0x0a, ETX];
    if (!ending.every((byte, at) => byte === wanted[at])) return 'none';
    if (ending.length < 3) return 'partial';
  }
  const all = Buffer.from(digits.toString('latin1'), 'hex');
  return { size, uid: xor(all) === 0 ? all.subarray(0, 5) : null };
}

/** Binary USB-COM readers: STX, length of the whole frame, card type, UID, XOR from length to UID, ETX. */
function binaryAt(bytes: Buffer): Candidate {
  const size = bytes[1] ?? 0;
  if (!UID_BYTES.some((count) => count + 5 === size)) return 'none';
  if (bytes.length < size) return 'partial';
  const right = bytes[size - 1] === ETX && xor(bytes.subarray(1, size - 1)) === 0;
  // A frame may have begun inside what only looked like one.
  return right ? { size, uid: bytes.subarray(3, size - 2) } : 'none';
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte <= 0x7e;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0d || byte === 0x0a;
}

/** Frames write their letters large; a small one is a wrong bit. */
function isHexDigit(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || (byte >= 0x41 && byte <= 0x46);
}

function xor(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum ^ byte, 0);
}
