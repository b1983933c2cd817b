// One-bit pictures: what a thermal head burns, row by row, most significant bit first.

export interface Bitmap {
  /** In dots; a multiple of 8. */
  readonly width: number;
  readonly height: number;
  /** 1 is black. */
  readonly bits: Uint8Array;
}

/** Modules of a code, row by row; true is dark. */
export type Modules = readonly (readonly boolean[])[];

/** Makes a picture by asking for every dot. Throws a RangeError when the width is no multiple of 8. */
export function makeBitmap(
  width: number,
  height: number,
  isBlack: (x: number, y: number) => boolean,
): Bitmap {
  if (width % 8 !== 0) throw new RangeError('a bitmap is a whole number of bytes wide');
  const bits = new Uint8Array((width / 8) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isBlack(x, y)) continue;
      const at = y * (width / 8) + (x >> 3);
      bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return { width, height, bits };
}

export function isBlackAt(bitmap: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= bitmap.width || y >= bitmap.height) return false;
  return ((bitmap.bits[y * (bitmap.width / 8) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
}

/** A code drawn in the middle of the paper, `moduleWidth` × `moduleHeight` dots for each module. */
export function drawModules(
  modules: Modules,
  paperWidth: number,
  moduleWidth: number,
  moduleHeight: number,
): Bitmap {
  const width = (modules[0]?.length ?? 0) * moduleWidth;
  const left = Math.floor((paperWidth - width) / 2);
  return makeBitmap(
    paperWidth,
    modules.length * moduleHeight,
    (x, y) =>
      x >= left && modules[Math.floor(y / moduleHeight)]?.[Math.floor((x - left) / moduleWidth)] === true,
  );
}

/** The same picture with white rows under it. */
export function addRowsBelow(bitmap: Bitmap, rows: number): Bitmap {
  const bits = new Uint8Array(bitmap.bits.length + (bitmap.width / 8) * rows);
  bits.set(bitmap.bits);
  return { width: bitmap.width, height: bitmap.height + rows, bits };
}
