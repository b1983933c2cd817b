// What the desk's rules say about deposits.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isUnclaimed, judgeSettling, mayHappenAt, shareOfLoss, splitShare, weigh } from './deposits.rules.ts';

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
  const kept = { deductions, reversedFen: 0, reversedShortfallFen: 0, offeredFen: 0 };
  const bill = { deductedFen: 50_000, shortfallFen: 72_000, shortfallPaidFen: 0 };

  test('the bill is let go first, then the money that was kept; cleaning stays paid', () => {
    expect(shareOfLoss(kept, { found: 1, lost: 1 })).toBe(120_000);
    expect(splitShare(bill, 120_000)).toEqual({ shortfallFen: 72_000, amountFen: 48_000 });
  });

  test('a bill that was paid is money that is owed like the rest', () => {
    const paid = { ...bill, deductedFen: 122_000, shortfallPaidFen: 72_000 };
    expect(splitShare(paid, 120_000)).toEqual({ shortfallFen: 0, amountFen: 120_000 });
  });

  test('one of two that were lost gives back its share, by what each costs', () => {
    const lines = [
      { lost: 1, priceFen: 90_000 },
      { lost: 1, priceFen: 30_000 },
      { lost: 0, priceFen: 70_000 },
    ];
    expect(shareOfLoss(kept, weigh(lines, 0, 1))).toBe(90_000);
    expect(shareOfLoss(kept, weigh(lines, 1, 1))).toBe(30_000);
    expect(shareOfLoss(kept, weigh(lines, 2, 1))).toBe(0);
    const unpriced = lines.map(({ lost }) => ({ lost, priceFen: 0 }));
    expect(shareOfLoss(kept, weigh(unpriced, 1, 1))).toBe(60_000);
  });

  test('what was reversed or offered before is not given back again', () => {
    const before = { ...kept, reversedFen: 48_000, reversedShortfallFen: 42_000, offeredFen: 30_000 };
    expect(shareOfLoss(before, { found: 1, lost: 1 })).toBe(0);
  });

  test('whatever is found in whichever order, all shares together are what was kept, to the fen', () => {
    const line = fc.record({ lost: fc.nat(9), priceFen: fc.nat(10_000_000) });
    const history = fc.array(fc.record({ line: fc.nat(4), count: fc.integer({ min: 1, max: 5 }) }), {
      maxLength: 20,
    });
    const whole = fc.nat(200_000_000);
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        history,
        whole,
        (lines, finds, amountFen) => {
          const left = lines.map((each) => ({ ...each }));
          let offeredFen = 0;
          const find = (at: number, count: number): void => {
            const found = Math.min(count, left[at]?.lost ?? 0);
            const deposit = { ...kept, deductions: [{ kind: 'loss', amountFen }] as const, offeredFen };
            const share = shareOfLoss(deposit, weigh(left, at, found));
            expect(share).toBeGreaterThanOrEqual(0);
            offeredFen += share;
            const of = left[at];
            if (of) of.lost -= found;
            expect(offeredFen).toBeLessThanOrEqual(amountFen);
          };
          for (const each of finds) find(each.line % left.length, each.count);
          // What costs nothing beside things that cost something has no share.
          for (const [at, each] of left.entries()) if (each.priceFen === 0) find(at, each.lost);
          for (const [at, each] of left.entries()) find(at, each.lost);
          expect(offeredFen).toBe(lines.some(({ lost }) => lost > 0) ? amountFen : 0);
        },
      ),
    );
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
