// What the desk's rules say about deposits.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnclaimed, judgeReversal, judgeSettling, mayHappenAt } from './deposits.rules.ts';

const items = (...amounts: readonly number[]) => amounts.map((amountFen) => ({ amountFen }));

describe('a deposit is split into what goes back and what is kept', () => {
  test.each([
    ['nothing kept', 5000, items(), false, { ok: true, refundFen: 5000, shortfallFen: 0 }],
    ['a repair kept', 50_000, items(12_000, 3000), false, { ok: true, refundFen: 35_000, shortfallFen: 0 }],
    ['all of it kept', 5000, items(5000), false, { ok: true, refundFen: 0, shortfallFen: 0 }],
    ['more than there is', 5000, items(8000), false, { ok: false, mostFen: 5000 }],
    ['more than there is, billed', 5000, items(8000), true, { ok: true, refundFen: 0, shortfallFen: 3000 }],
  ])('%s', (_, amountFen, deductions, acceptShortfall, verdict) => {
    expect(judgeSettling(amountFen, deductions, acceptShortfall)).toEqual(verdict);
  });

  test('whatever is kept, refund and deductions together are the deposit and the bill', () => {
    const fen = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(fen, fc.array(fen, { maxLength: 5 }), (amountFen, kept) => {
        const verdict = judgeSettling(amountFen, items(...kept), true);
        if (!verdict.ok) throw new Error('a bill was accepted');
        const asked = kept.reduce((sum, each) => sum + each, 0);
        expect(verdict.refundFen + asked).toBe(amountFen + verdict.shortfallFen);
        expect(Math.min(verdict.refundFen, verdict.shortfallFen)).toBe(0);
      }),
    );
  });
});

describe('what turns up again is given back', () => {
  const deductions = [
    { kind: 'loss', amountFen: 120_000 },
    { kind: 'cleaning', amountFen: 2000 },
  ] as const;
  const kept = {
    deductions,
    deductedFen: 50_000,
    shortfallFen: 72_000,
    reversedFen: 0,
    reversedShortfallFen: 0,
  };

  test('the bill is let go first, then the money that was kept; cleaning stays paid', () => {
    expect(judgeReversal(kept, { found: 1, lost: 1 })).toEqual({ shortfallFen: 72_000, amountFen: 48_000 });
  });

  test('one of two that were lost gives back half', () => {
    expect(judgeReversal(kept, { found: 1, lost: 2 })).toEqual({ shortfallFen: 60_000, amountFen: 0 });
  });

  test('what was reversed before is not reversed again', () => {
    const before = {
      ...kept,
      deductedFen: 2000,
      shortfallFen: 0,
      reversedFen: 48_000,
      reversedShortfallFen: 72_000,
    };
    expect(judgeReversal(before, { found: 1, lost: 1 })).toEqual({ shortfallFen: 0, amountFen: 0 });
  });
});

const DAY = 24 * 3_600_000;

test('a deposit is unclaimed the ninetieth day after its loan ended, and never while the thing is out', () => {
  expect(isUnclaimed(0, 90 * DAY, 90)).toBe(true);
  expect(isUnclaimed(0, 90 * DAY - 1, 90)).toBe(false);
  expect(isUnclaimed(null, 1000 * DAY, 90)).toBe(false);
});

test('a refund that is entered late lies between the deposit and now, and within the days of policy', () => {
  const within = { takenAt: 10 * DAY, now: 12 * DAY, days: 7 };
  expect([10 * DAY, 11 * DAY, 12 * DAY].map((at) => mayHappenAt(at, within))).toEqual([true, true, true]);
  expect([10 * DAY - 1, 12 * DAY + 1].map((at) => mayHappenAt(at, within))).toEqual([false, false]);
  expect(mayHappenAt(11 * DAY, { ...within, now: 19 * DAY })).toBe(false);
});
