// The few ESC/POS commands that slips need, as bytes. Nothing here knows what a slip is.
import type { Bitmap } from './bitmap.ts';
import type { SlipAlign, SlipSize } from './slip.ts';

const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;
const DLE = 0x10;

/** Most rows of dots in one picture: clones with small buffers lose what is taller. */
const BAND_ROWS = 128;

const ALIGNMENTS: Readonly<Record<SlipAlign, number>> = { left: 0, center: 1, right: 2 };

/**
 * Starts every job from a known state: reset (ESC @), US character set so that `$` stays `$` (ESC R 0), Chinese mode
 * on even if another program left it off (FS &), no extra gaps between Chinese characters (FS S 0 0).
 */
export function startJob(): Buffer {
  return Buffer.from([ESC, 0x40, ESC, 0x52, 0, FS, 0x26, FS, 0x53, 0, 0]);
}

export function lineFeed(): Buffer {
  return Buffer.from([0x0a]);
}

export function align(to: SlipAlign): Buffer {
  return Buffer.from([ESC, 0x61, ALIGNMENTS[to]]);
}

/** GS !, which unlike ESC ! also sizes Chinese characters on Epson printers. */
export function size(times: SlipSize): Buffer {
  return Buffer.from([GS, 0x21, ((times - 1) << 4) | (times - 1)]);
}

export function bold(on: boolean): Buffer {
  return Buffer.from([ESC, 0x45, on ? 1 : 0]);
}

/** Feeds to the cutter and cuts, leaving one point so that the slip does not fall down (GS V B). */
export function cut(): Buffer {
  return Buffer.from([GS, 0x56, 0x42, 3]);
}

/** Feeds a little (ESC J); the unit is a dot, on Epson printers half a dot. */
export function feedDots(dots: number): Buffer {
  return Buffer.from([ESC, 0x4a, dots]);
}

export function feedLines(lines: number): Buffer {
  return Buffer.from([ESC, 0x64, lines]);
}

/** QR code model 2, error correction M, in five GS ( k steps; the length counts bytes. */
export function qrCode(digits: string, moduleDots: number): Buffer {
  const data = Buffer.from(digits, 'ascii');
  const length = data.length + 3;
  const step = (...bytes: number[]) => Buffer.from([GS, 0x28, 0x6b, ...bytes]);
  return Buffer.concat([
    step(4, 0, 0x31, 0x41, 0x32, 0),
    step(3, 0, 0x31, 0x43, moduleDots),
    step(3, 0, 0x31, 0x45, 0x31),
    step(length & 0xff, length >> 8, 0x31, 0x50, 0x30),
    data,
    step(3, 0, 0x31, 0x51, 0x30),
  ]);
}

/** Code 128 of digit pairs in set C, half as wide as set B, without the printer's own digits underneath. */
export function code128(digits: string, moduleDots: number, heightDots: number): Buffer {
  const data = code128Data(digits);
  const setUp = [GS, 0x68, heightDots, GS, 0x77, moduleDots, GS, 0x48, 0];
  return Buffer.from([...setUp, GS, 0x6b, 73, data.length, ...data]);
}

/** A picture across the paper, in bands (GS v 0). */
export function picture(bitmap: Bitmap): Buffer {
  const rowBytes = bitmap.width / 8;
  const parts: Buffer[] = [];
  for (let row = 0; row < bitmap.height; row += BAND_ROWS) {
    const rows = Math.min(BAND_ROWS, bitmap.height - row);
    const dots = Buffer.from(bitmap.bits.subarray(row * rowBytes, (row + rows) * rowBytes));
    breakRealTimeSequences(dots);
    const head = [GS, 0x76, 0x30, 0, rowBytes & 0xff, rowBytes >> 8, rows & 0xff, rows >> 8];
    parts.push(Buffer.from(head), dots);
  }
  return Buffer.concat(parts);
}

/** Asks for status 1 to 4 (DLE EOT); answered at once, even by a printer that is offline. */
export function askStatus(which: 1 | 2 | 3 | 4): Buffer {
  return Buffer.from([DLE, 0x04, which]);
}

// DLE EOT, DLE ENQ and DLE DC4 are obeyed wherever they stand, also inside pictures and codes, where they would be
// lost from the data and might open a drawer or empty the buffer.
const REAL_TIME = new Set([0x04, 0x05, 0x14]);

// One dot more, beside a black one: nobody sees it on paper.
function breakRealTimeSequences(dots: Buffer): void {
  for (let at = 0; at + 1 < dots.length; at += 1) {
    if (dots[at] === DLE && REAL_TIME.has(dots[at + 1] ?? 0)) dots[at] = DLE | 0x08;
  }
}

// Set C sends the pair 16 as the byte DLE. A following 04, 05 or 20 is then sent as two characters of set B.
function code128Data(digits: string): number[] {
  const data = [0x7b, 0x43];
  for (let at = 0; at < digits.length; at += 2) {
    const pair = Number(digits.slice(at, at + 2));
    const previous = data.at(-1);
    if (previous === DLE && REAL_TIME.has(pair)) {
      data.push(0x7b, 0x42, digits.charCodeAt(at), digits.charCodeAt(at + 1), 0x7b, 0x43);
    } else {
      data.push(pair);
    }
  }
  return data;
}
