// The QR code and the barcode on a slip's picture, read by an independent reader as a scanner would.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
// Handed over, as the reader would otherwise look for it on the internet.
prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(wasm)).buffer } });

/** Each as its kind and its text, in the order of the alphabet. */
export async function readCodes(picture: Uint8Array): Promise<string[]> {
  const found = await readBarcodes(new Uint8Array(picture), {
    formats: ['QRCode', 'Code128'],
    tryHarder: true,
  });
  return found.map((code) => `${code.format} ${code.text}`).toSorted((a, b) => a.localeCompare(b));
}
