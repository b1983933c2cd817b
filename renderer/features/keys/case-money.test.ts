// Yuan as staff type them.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { yuan } from '../../ui/money.ts';
import { fenOf } from './case-money.ts';

test('yuan are kept as whole fen, and what is no amount is none', () => {
  expect(['120', '120.5', '０.05', '12.345', '-1', '', '一百'].map(fenOf)).toEqual([
    ...[12_000, 12_050, 5, null, null, null, null],
  ]);
});

test('every amount reads back as it was written', () => {
  fc.assert(
    fc.property(fc.nat(99_999_999), (fen) => {
      expect(fenOf(yuan(fen).slice(1).replaceAll(',', ''))).toBe(fen);
    }),
  );
});
