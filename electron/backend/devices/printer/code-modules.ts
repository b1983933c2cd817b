// QR and Code 128 as dark and light modules, for printers that cannot draw codes and for pictures of slips.
import bwip from 'bwip-js/node';
import type { Modules } from './bitmap.ts';

/** The modules of a QR code, error correction M, without its quiet zone. */
export function qrModules(data: string): Modules {
  const symbol = bwip.raw('qrcode', data, 'eclevel=M')[0];
  if (symbol === undefined || !('pixs' in symbol))
    throw new TypeError('bwip-js gave no matrix for a QR code');
  return Array.from({ length: symbol.pixy }, (_, y) =>
    Array.from({ length: symbol.pixx }, (__, x) => symbol.pixs[y * symbol.pixx + x] === 1),
  );
}

/** The bars of a Code 128 barcode as one row of modules, without its quiet zone. */
export function code128Modules(data: string): Modules {
  const symbol = bwip.raw('code128', data, '')[0];
  if (symbol === undefined || !('sbs' in symbol)) throw new TypeError('bwip-js gave no bars for a Code 128');
  return [symbol.sbs.flatMap((width, at) => Array.from({ length: width }, () => at % 2 === 0))];
}
