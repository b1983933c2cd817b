// Slips laid out: nothing beyond the paper's edge, columns that line up, lines that break where a reader would.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PRINTER_PROFILES } from './printer-profile.ts';
import { textWidth } from './printable-text.ts';
import { layOutSlip, wrapText, type LaidLine } from './slip-layout.ts';
import { barcode, field, heading, pair, qr, slip, text, type SlipLine } from './slip.ts';

const paper = PRINTER_PROFILES.rom58;
const laid = (...lines: SlipLine[]) => layOutSlip(slip('zh-CN', lines), paper);
const shown = (lines: readonly LaidLine[]) =>
  lines.map((line) => (line.kind === 'text' ? line.runs.map((run) => run.text).join('') : line.kind));

describe('a laid out slip', () => {
  test('breaks Chinese anywhere, but no line begins with a closing mark', () => {
    expect(wrapText('测试甲公司，测试', 10)).toEqual(['测试甲公', '司，测试']);
    expect(wrapText('测试甲公（测试）', 10)).toEqual(['测试甲公', '（测试）']);
  });

  test('keeps a count with its sign', () => {
    expect(wrapText('长柄雨伞 ×2', 11)).toEqual(['长柄雨伞', '×2']);
  });

  test('keeps Latin words whole until one is longer than the line', () => {
    expect(wrapText('Test Holding (Asia) Ltd.', 12)).toEqual(['Test Holding', '(Asia) Ltd.']);
    expect(wrapText('ABCDEFGHIJKLMNO', 6)).toEqual(['ABCDEF', 'GHIJKL', 'MNO']);
  });

  test('gives fields that stand together one label column, and wraps values inside theirs', () => {
    expect(
      shown(laid(field('证件', '居民身份证'), field('来访单位', '杭州测试甲网络科技有限公司滨江'))),
    ).toEqual(['证件      居民身份证', '来访单位  杭州测试甲网络科技有限', '          公司滨江']);
  });

  test('puts a very long label above its value', () => {
    expect(shown(laid(field('Name of the responsible site lead', '测试甲')))).toEqual([
      'Name of the responsible site',
      'lead',
      '  测试甲',
    ]);
  });

  test('puts a pair at both edges, and below each other when there is no room', () => {
    expect(shown(laid(pair('V-L1-261121-0042', '一层')))).toEqual(['V-L1-261121-0042            一层']);
    expect(shown(laid(pair('V-L1-261121-0042', 'Lobby on the 1st floor')))).toEqual([
      'V-L1-261121-0042',
      'Lobby on the 1st floor',
    ]);
  });

  test('balances centred lines instead of leaving one word alone', () => {
    expect(shown(laid(heading('Please return to')))).toEqual(['Please return to']);
    expect(shown(laid(heading('Please return to us')))).toEqual(['Please', 'return to us']);
  });

  test('keeps an empty text as an empty line', () => {
    expect(laid(text(''))).toEqual([{ kind: 'text', align: 'left', runs: [] }]);
  });

  test('takes digits only for codes, and whole pairs only for barcodes', () => {
    expect(() => qr('测试')).toThrow(RangeError);
    expect(() => barcode('123')).toThrow(RangeError);
  });

  test('never exceeds the paper, whatever stands in it', () => {
    const any = fc.string({ unit: 'binary', maxLength: 60 });
    const lines = fc.oneof(
      fc.tuple(any, fc.constantFrom(1 as const, 2 as const)).map(([words, size]) => text(words, { size })),
      any.map(heading),
      fc.tuple(any, any).map(([left, right]) => pair(left, right)),
      fc.tuple(any, any).map(([label, value]) => field(label, value)),
    );
    const profiles = fc.constantFrom(...Object.values(PRINTER_PROFILES));
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 5 }), profiles, (all, profile) => {
        for (const line of layOutSlip(slip('en', all), profile)) {
          if (line.kind !== 'text') continue;
          const width = line.runs.reduce((sum, run) => sum + textWidth(run.text) * run.size, 0);
          expect(width).toBeLessThanOrEqual(profile.columns);
        }
      }),
    );
  });
});
