// Slips as bytes, read back by a decoder that shares nothing with the encoder but the printers' manuals.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePrintJob, type PrintedLine } from '../simulator/printer-decoder.ts';
import type { PrinterProfileId } from '../../../api/devices.contract.ts';
import { makeBitmap } from './bitmap.ts';
import { code128, picture } from './escpos-commands.ts';
import { encodeSlip } from './escpos-encoder.ts';
import { PRINTER_PROFILES } from './printer-profile.ts';
import { createRasteriserLoader, type SlipRasteriser } from './slip-rasteriser.ts';
import { barcode, field, heading, qr, rule, slip, text, type SlipLine } from './slip.ts';

const blank: SlipRasteriser = (_line, profile) => makeBitmap(profile.dots, 30, () => false);
const realRasteriser = createRasteriserLoader();
const noRasteriser = () => Promise.reject(new Error('this slip needs no drawing'));

async function printed(
  lines: readonly SlipLine[],
  id: PrinterProfileId = 'rom80',
  load: () => Promise<SlipRasteriser> = noRasteriser,
): Promise<PrintedLine[]> {
  const bytes = await encodeSlip(slip('zh-CN', lines), PRINTER_PROFILES[id], load);
  return decodePrintJob(bytes, PRINTER_PROFILES[id]);
}

const plain = (words: string) => ({ text: words, width: 1, height: 1, bold: false });

describe('an encoded slip', () => {
  test('says in the printer’s own letters what the document says', async () => {
    expect(await printed([heading('访客出入证'), field('有效至', '18:00', { bold: true }), rule()])).toEqual([
      { kind: 'text', align: 'center', runs: [{ text: '访客出入证', width: 2, height: 2, bold: true }] },
      { kind: 'feed', dots: 12 },
      { kind: 'text', align: 'left', runs: [plain('有效至  '), { ...plain('18:00'), bold: true }] },
      { kind: 'text', align: 'left', runs: [plain('─'.repeat(24))] },
      { kind: 'cut' },
    ]);
  });

  test('carries its codes in the size that the paper allows', async () => {
    const codes = [qr('1001234567890127'), barcode('1001234567890127')];
    expect(await printed(codes, 'rom80')).toMatchObject([
      { kind: 'qr', align: 'center', data: '1001234567890127', module: 6 },
      { kind: 'barcode', align: 'center', data: '1001234567890127', module: 3, height: 80 },
      { kind: 'feed' },
      { kind: 'cut' },
    ]);
    expect(await printed(codes, 'rom58')).toContainEqual(
      expect.objectContaining({ kind: 'barcode', data: '1001234567890127', module: 2 }),
    );
  });

  test('draws only the line with a character that the printer does not hold', async () => {
    const kinds = (await printed([text('测试甲'), text('䶮'), text('测试乙')], 'rom80', realRasteriser)).map(
      (line) => line.kind,
    );
    expect(kinds).toEqual(['text', 'picture', 'text', 'cut']);
  });

  test('is drawn as a whole for a printer without Chinese', async () => {
    const all = [heading('访客出入证'), text('A'), rule(), qr('1001'), barcode('1001')];
    const kinds = new Set((await printed(all, 'raster80', realRasteriser)).map((line) => line.kind));
    expect(kinds).toEqual(new Set(['picture', 'cut']));
  });

  test('shows the same dots for a drawn rare character each time, and not the empty box of a missing one', async () => {
    const dots = async (words: string) =>
      (await printed([text(words)], 'rom80', realRasteriser)).find((line) => line.kind === 'picture');
    const rare = await dots('䶮');
    expect(rare).toEqual(await dots('䶮'));
    expect(rare).not.toEqual(await dots('\u{10FFFE}'));
    expect(rare).not.toEqual(await dots('𬱖'));
  });

  test('fails by name when a line must be drawn and there is no font', async () => {
    const noFont = Object.assign(new Error('no font'), { code: 'NO_FONT' });
    await expect(printed([text('䶮')], 'rom80', () => Promise.reject(noFont))).rejects.toBe(noFont);
  });

  test('stays whole around any text: no line too wide, no style left on, no question mark for a character', async () => {
    const any = fc.string({ unit: 'binary', maxLength: 80 });
    const sizes = fc.constantFrom(1 as const, 2 as const);
    const ids = fc.constantFrom('rom80' as const, 'epson80' as const, 'rom58' as const);
    await fc.assert(
      fc.asyncProperty(any, any, sizes, fc.boolean(), ids, async (first, second, size, bold, id) => {
        const middle = [text(first, { size, bold, align: 'right' }), field(second, first)];
        const lines = await printed([text('前一行 A'), ...middle, text('后一行 Z')], id, async () => blank);
        expect(lines[0]).toEqual({ kind: 'text', align: 'left', runs: [plain('前一行 A')] });
        const last = lines.findLast((line) => line.kind === 'text' && line.runs.length > 0);
        expect(last).toEqual({ kind: 'text', align: 'left', runs: [plain('后一行 Z')] });
        const words = lines.flatMap((line) => (line.kind === 'text' ? line.runs.map((run) => run.text) : []));
        if (!(first + second).includes('?')) expect(words.join('')).not.toContain('?');
      }),
      { numRuns: 300 },
    );
  });

  test('never hides a real-time command in a picture', () => {
    const rows = fc.uint8Array({ minLength: 48, maxLength: 48 * 20 });
    const realTime = /\x10[\x04\x05\x14]/;
    fc.assert(
      fc.property(rows, fc.constantFrom(0x04, 0x05, 0x14), fc.nat(46), (random, second, at) => {
        random.set([0x10, second], at);
        const height = Math.floor(random.length / 48);
        const bits = random.subarray(0, height * 48);
        expect(picture({ width: 384, height, bits }).toString('latin1')).not.toMatch(realTime);
      }),
    );
  });

  test('never hides a real-time command in a barcode, and the code still reads the same', () => {
    for (const digits of ['1016040112345678', '1616041605162000', '1604']) {
      const bytes = code128(digits, 2, 80);
      expect(bytes.toString('latin1')).not.toMatch(/\x10[\x04\x05\x14]/);
      expect(decodePrintJob(bytes, PRINTER_PROFILES.rom80)).toMatchObject([
        { kind: 'barcode', data: digits },
      ]);
    }
  });
});
