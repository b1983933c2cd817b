// What comes out of the printer, as a picture: both codes are read back from it by an independent reader.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../electron/api/boot.ts';
import { PRINTER_PROFILE_IDS } from '../../electron/api/devices.contract.ts';
import { encodeSlip } from '../../electron/backend/devices/printer/escpos-encoder.ts';
import { PRINTER_PROFILES } from '../../electron/backend/devices/printer/printer-profile.ts';
import { createRasteriserLoader } from '../../electron/backend/devices/printer/slip-rasteriser.ts';
import { decodePrintJob } from '../../electron/backend/devices/simulator/printer-decoder.ts';
import { drawSlip } from '../../electron/backend/devices/simulator/slip-image.ts';
import { readCodes } from './read-codes.ts';
import { SAMPLE_CODE, sampleVisitorPass } from './printer-sample.ts';

const loadRasteriser = createRasteriserLoader();
const papers = PRINTER_PROFILE_IDS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const));

describe('a printed visitor’s pass', () => {
  test.each(papers)('on %s in %s shows both codes so that scanners read them', async (id, language) => {
    const profile = PRINTER_PROFILES[id];
    const bytes = await encodeSlip(sampleVisitorPass(language), profile, loadRasteriser);
    const picture = await drawSlip(decodePrintJob(bytes, profile), profile);
    expect(await readCodes(picture)).toEqual([`Code128 ${SAMPLE_CODE}`, `QRCode ${SAMPLE_CODE}`]);
  });
});
