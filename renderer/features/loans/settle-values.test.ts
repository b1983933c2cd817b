// A deposit is divided to the fen: what is kept and what goes back come to what was taken, or a bill stands beside it.
import { expect, test } from 'vitest';
import { sumsOf, wrongInDeductions } from './settle-values.ts';

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
