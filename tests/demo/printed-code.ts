// Reads the codes off a printed slip, as a hand scanner would: from its picture, by a reader that is not ours.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** The one code on a slip. Rejects where QR and Code 128 are not both there or do not say the same. */
export async function readPrintedCode(picture: string): Promise<string> {
  const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  // Handed over, as the reader would otherwise look for it on the internet.
  const wasmBinary = new Uint8Array(await readFile(wasm)).buffer;
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const found = await readBarcodes(new Uint8Array(await readFile(picture)), {
    formats: ['QRCode', 'Code128'],
    tryHarder: true,
  });
  const [first, second] = found;
  if (found.length !== 2 || !first || first.text !== second?.text) {
    throw new Error('the printed slip does not show its code twice, as QR and as bars');
  }
  return first.text;
}
