// Amounts in capitals: the examples of the regulation, and any amount read back by another way of reading.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalYuan, yuanText } from './deposits.capitals.rules.ts';

describe('an amount is written in capitals as the regulation on filling in vouchers has it', () => {
  test.each([
    [0, '人民币零元整'],
    [5000, '人民币伍拾元整'],
    [50_000, '人民币伍佰元整'],
    [140_950, '人民币壹仟肆佰零玖元伍角整'],
    [600_714, '人民币陆仟零柒元壹角肆分'],
    [168_032, '人民币壹仟陆佰捌拾元叁角贰分'],
    // The 零 for a zero before 万 may be left out.
    [10_700_053, '人民币壹拾万柒仟元伍角叁分'],
    [1_640_902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [32_504, '人民币叁佰贰拾伍元零肆分'],
    [30, '人民币叁角整'],
    [7, '人民币柒分'],
    [100_000_000, '人民币壹佰万元整'],
    [10_000_000_100, '人民币壹亿零壹元整'],
    [1_000_001_000_000, '人民币壹佰亿零壹万元整'],
  ])('%i fen: %s', (fen, words) => {
    expect(capitalYuan(fen)).toBe(words);
  });
});

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = '个拾佰仟';

/** Reads up to four digits with their places. */
function readFour(words: string): number {
  let sum = 0;
  for (const [, digit = '', place = '个'] of words.matchAll(/([壹贰叁肆伍陆柒捌玖])([拾佰仟])?/g)) {
    sum += DIGITS.indexOf(digit) * 10 ** PLACES.indexOf(place);
  }
  return sum;
}

/** Reads capitals back: each part by its unit, from the greatest down. */
function readBack(words: string): number {
  const parts =
    /^人民币(?:(?<yi>.*)亿)?(?:(?<wan>[^万]*)万)?(?:(?<yuan>.*)元)?零?(?:(?<jiao>.)角)?(?:(?<fen>.)分)?整?$/.exec(
      words,
    )?.groups ?? {};
  const yuan =
    readFour(parts['yi'] ?? '') * 1e8 + readFour(parts['wan'] ?? '') * 1e4 + readFour(parts['yuan'] ?? '');
  return yuan * 100 + readFour(parts['jiao'] ?? '') * 10 + readFour(parts['fen'] ?? '');
}

test('whatever the amount, its capitals are read back as the same amount', () => {
  const amounts = fc.oneof(
    fc.nat(100_000),
    fc.nat(1_000_000_000),
    fc.integer({ min: 0, max: 99_999_999_999_999 }),
    fc.tuple(fc.constantFrom(1, 5, 10, 70, 300), fc.nat(10)).map(([digits, zeros]) => digits * 10 ** zeros),
  );
  fc.assert(
    fc.property(amounts, (fen) => {
      const words = capitalYuan(fen);
      expect(readBack(words)).toBe(fen);
      expect(words).toMatch(/^人民币[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+$/);
      expect(words).not.toMatch(/零零|零[万亿]|亿万/);
    }),
    { numRuns: 2000 },
  );
});

test('an amount in digits has two places after the point and groups of three before it', () => {
  expect([0, 7, 5000, 168_032, 123_456_789, -50].map(yuanText)).toEqual([
    ...['0.00', '0.07', '50.00', '1,680.32', '1,234,567.89', '-0.50'],
  ]);
});
