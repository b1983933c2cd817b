// The printer's test page as a picture, on every paper and in both languages: nothing breaks, both codes are read back.
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../electron/api/boot.ts';
import { PRINTER_PROFILE_IDS } from '../../electron/api/devices.contract.ts';
import { TEST_PAGE_CODE, testPage } from '../../electron/backend/desk/desk.test-page.slip.ts';
import { encodeSlip } from '../../electron/backend/devices/printer/escpos-encoder.ts';
import { PRINTER_PROFILES } from '../../electron/backend/devices/printer/printer-profile.ts';
import { layOutSlip } from '../../electron/backend/devices/printer/slip-layout.ts';
import { createRasteriserLoader } from '../../electron/backend/devices/printer/slip-rasteriser.ts';
import { decodePrintJob } from '../../electron/backend/devices/simulator/printer-decoder.ts';
import { drawSlip } from '../../electron/backend/devices/simulator/slip-image.ts';
import { createCalendar } from '../../electron/backend/shared/clock.ts';
import { parseScanCode } from '../../electron/backend/shared/scan-code.ts';
import { MORNING } from '../support/desk.ts';
import { readCodes } from './read-codes.ts';

const loadRasteriser = createRasteriserLoader();
const papers = PRINTER_PROFILE_IDS.flatMap((id) => LANGUAGES.map((language) => [id, language] as const));
const place = { property: '云栖国际中心', desk: '一层大堂', calendar: createCalendar('Asia/Shanghai') };

describe('a test page', () => {
  test.each(papers)('on %s in %s fits the paper and shows codes that scanners read', async (id, language) => {
    const profile = PRINTER_PROFILES[id];
    const connection = { kind: 'tcp', host: '192.168.1.50', port: 9100 } as const;
    const page = testPage(
      { setting: { connection, profile: id, answersStatus: true }, place, now: MORNING },
      language,
    );

    const lines = layOutSlip(page, profile).map((line) =>
      line.kind === 'text' ? line.runs.map((run) => run.text).join('') : '',
    );
    const ruler = lines.filter((line) => line.startsWith('1234567890'));
    expect(ruler.map((line) => line.length)).toEqual([profile.columns]);
    expect(lines.join('\n')).toContain('2026-11-21 09:30');

    const bytes = await encodeSlip(page, profile, loadRasteriser);
    const picture = await drawSlip(decodePrintJob(bytes, profile), profile);
    expect(await readCodes(picture)).toEqual([`Code128 ${TEST_PAGE_CODE}`, `QRCode ${TEST_PAGE_CODE}`]);
  });

  test('carries a code that is nothing of ours', () => {
    expect(parseScanCode(TEST_PAGE_CODE)).toEqual({ ok: false, reason: 'KIND' });
  });
});
