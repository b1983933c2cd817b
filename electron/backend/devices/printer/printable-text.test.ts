// Text for paper: cleaned, measured and encoded without losing a name.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeGbk } from './gbk.ts';
import { cleanText, graphemeWidth, textWidth } from './printable-text.ts';

describe('text for a slip', () => {
  test('keeps names as they are, and composes what came in parts', () => {
    expect(cleanText('测试·买买提')).toBe('测试·买买提');
    expect(cleanText('Zoe\u0308')).toBe('Zoë');
    expect(cleanText('ﬁ①㈱')).toBe('ﬁ①㈱');
  });

  test('loses line ends, control characters and invisible marks', () => {
    expect(cleanText('甲\r\n乙\u0007丙\u00A0丁\u200B\uFEFF戊\u202E')).toBe('甲 乙 丙 丁戊');
    expect(cleanText('甲　乙')).toBe('甲　乙');
  });

  test('uses the form that printers hold', () => {
    expect(cleanText('\u00A5 100 • O’Test ’甲’ 1\u22122')).toBe("￥ 100 · O'Test ’甲’ 1-2");
  });

  test('shows a broken character as a box, not as a question mark', () => {
    expect(cleanText('甲\uD800乙')).toBe('甲□乙');
  });

  test('is measured in the columns of a Chinese printer', () => {
    expect(textWidth('访客 A1')).toBe(7);
    expect(textWidth('“·—')).toBe(6);
    expect(textWidth('Zoë Muñoz')).toBe(9);
    expect(graphemeWidth('𬱖')).toBe(2);
    expect(graphemeWidth('👩‍👩‍👧')).toBe(2);
  });

  test('becomes the bytes of GBK', () => {
    expect(encodeGbk('访客A·￥')?.toString('hex')).toBe('b7c3bfcd41a1a4a3a4');
  });

  test('is not encoded at all when one character is missing in GBK', () => {
    for (const missing of ['䶮', '㛃', '𬱖', '😀', '€', '\u00A5', 'é', 'ǎ', '\uE000', '한']) {
      expect(encodeGbk(`测试${missing}`)).toBeNull();
    }
  });

  test('of any kind either decodes to itself or is drawn, with two bytes for two columns', () => {
    const gbk = new TextDecoder('gbk', { fatal: true });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (any) => {
        const text = cleanText(any);
        const bytes = encodeGbk(text);
        if (bytes === null) return;
        expect(gbk.decode(bytes)).toBe(text);
        expect(bytes.length).toBe(textWidth(text));
      }),
      { numRuns: 500 },
    );
  });
});
