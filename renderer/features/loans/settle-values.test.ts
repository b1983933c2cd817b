// A deposit is divided to the fen: what is kept and what goes back come to what was taken, or a bill stands beside it.
import { expect, test } from 'vitest';
import { sumsOf, usualDeductions, wrongInDeductions } from './settle-values.ts';

const cleaning = { kind: 'cleaning', what: '清洗坐垫', amount: '35.50' } as const;

test('without deductions all of it goes back', () => {
  expect(sumsOf({ amountFen: 50_000 }, [])).toEqual({ deductedFen: 0, refundFen: 50_000, shortfallFen: 0 });
});

test('what is deducted is kept, the balance goes back', () => {
  expect(sumsOf({ amountFen: 50_000 }, [cleaning])).toEqual({
    deductedFen: 3550,
    refundFen: 46_450,
    shortfallFen: 0,
  });
});

test('more than was taken is billed beside it', () => {
  const lost = { kind: 'loss', what: '轮椅', amount: '680' } as const;
  expect(sumsOf({ amountFen: 50_000 }, [lost])).toEqual({
    deductedFen: 68_000,
    refundFen: 0,
    shortfallFen: 18_000,
  });
});

test('every item says for what, and how much', () => {
  expect(wrongInDeductions([cleaning, { kind: 'other', what: ' ', amount: 'x' }])).toEqual({
    'what-1': 'field.needed',
    'amount-1': 'field.amount',
  });
});

test('what is lost is kept for at its price, so many times; what came back broken waits for the cost of its repair', () => {
  const lines = [
    { what: '雨伞', price: 3500, count: 3, lost: 2, back: 1, condition: 'damaged' },
    { what: '轮椅 LY-001', price: 0, count: 1, lost: 1, back: 0, condition: null },
    { what: '行李车 XL-001', price: 20_000, count: 1, lost: 0, back: 1, condition: 'wet' },
  ] as const;
  const usual = usualDeductions(lines, {
    lossPriceFen: ({ price }) => price,
    text: ({ what }, count) => (count > 1 ? `${what} ×${count}` : what),
  });
  expect(usual).toEqual([
    { kind: 'loss', what: '雨伞 ×2', amount: '70' },
    { kind: 'repair', what: '雨伞', amount: '' },
    { kind: 'loss', what: '轮椅 LY-001', amount: '' },
  ]);
});
