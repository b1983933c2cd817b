// Paper from training mode: marked at the top and at the bottom, on every paper, read back from the printer's bytes.
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../electron/api/boot.ts';
import { PRINTER_PROFILE_IDS } from '../../electron/api/devices.contract.ts';
import { encodeSlip } from '../../electron/backend/devices/printer/escpos-encoder.ts';
import { PRINTER_PROFILES } from '../../electron/backend/devices/printer/printer-profile.ts';
import { createRasteriserLoader } from '../../electron/backend/devices/printer/slip-rasteriser.ts';
import { slip, text } from '../../electron/backend/devices/printer/slip.ts';
import {
  decodePrintJob,
  type PrintedLine,
} from '../../electron/backend/devices/simulator/printer-decoder.ts';
import { markedForTraining } from '../../electron/backend/training/training.slip.ts';
import { sampleVisitorPass } from './printer-sample.ts';

const loadRasteriser = createRasteriserLoader();
const MARK = '练习 TRAINING';
const papers = PRINTER_PROFILE_IDS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const));

/** What a line shows: its words, or its dots where the printer was sent a picture. */
function shown(line: PrintedLine | undefined): string {
  if (line?.kind === 'text') return line.runs.map((run) => run.text).join('');
  return line?.kind === 'picture' ? Buffer.from(line.bits).toString('hex') : '';
}

test.each(papers)(
  'a pass on %s in %s begins and ends with the mark, and has all that it had',
  async (id, language) => {
    const profile = PRINTER_PROFILES[id];
    const printed = async (slipToPrint: Parameters<typeof encodeSlip>[0]): Promise<string[]> =>
      decodePrintJob(await encodeSlip(slipToPrint, profile, loadRasteriser), profile)
        .map(shown)
        .filter((line) => line.trim() !== '' && !/^0+$/.test(line));
    const pass = sampleVisitorPass(language);
    const plain = await printed(pass);
    const mark = await printed(slip(language, text(MARK, { size: 2, bold: true, align: 'center' })));
    expect(mark).toHaveLength(1);
    if (profile.chinese === 'rom') expect(mark[0]?.trim()).toBe(MARK);
    expect(plain).not.toContain(mark[0]);
    expect(await printed(markedForTraining(pass))).toEqual([mark[0], ...plain, mark[0]]);
  },
);
