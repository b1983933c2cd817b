// A slip as it comes out of a printer: its lines as words, and its picture.
import type { PrinterProfileId } from '../../electron/api/devices.contract.ts';
import { encodeSlip } from '../../electron/backend/devices/printer/escpos-encoder.ts';
import { PRINTER_PROFILES } from '../../electron/backend/devices/printer/printer-profile.ts';
import { createRasteriserLoader } from '../../electron/backend/devices/printer/slip-rasteriser.ts';
import type { Slip } from '../../electron/backend/devices/printer/slip.ts';
import { decodePrintJob } from '../../electron/backend/devices/simulator/printer-decoder.ts';
import { drawSlip } from '../../electron/backend/devices/simulator/slip-image.ts';

const loadRasteriser = createRasteriserLoader();

export async function printed(slip: Slip | undefined, id: PrinterProfileId) {
  if (!slip) throw new Error('no such paper');
  const profile = PRINTER_PROFILES[id];
  const lines = decodePrintJob(await encodeSlip(slip, profile, loadRasteriser), profile);
  const words = lines.map((line) => (line.kind === 'text' ? line.runs.map(({ text }) => text).join('') : ''));
  return {
    words: words.map((line) => line.replaceAll(/\s+/g, ' ').trim()),
    picture: () => drawSlip(lines, profile),
  };
}
