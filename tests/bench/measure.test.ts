// The arithmetic of the bench: a wrong quantile or a target that cannot be missed would make every figure a lie.
import { expect, test } from 'vitest';
import { median, quantile, reached, side, takeTurns, type Row } from './measure.ts';

const row: Row = { measure: 'm', value: 4, unit: 'ms', peer: 'p', peerValue: 2, ratio: 0.5, target: null };

test('the middle and the tail are values that were measured', () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([median(hundred), quantile(hundred, 0.99), quantile(hundred, 1)]).toEqual([50, 99, 100]);
  expect(() => median([])).toThrow(RangeError);
});

test('a target is missed on either side of its bound, and by a ratio that is not there', () => {
  expect(reached(row)).toBeNull();
  expect(reached({ ...row, target: { of: 'value', atMost: 4 } })).toBe(true);
  expect(reached({ ...row, target: { of: 'value', atMost: 3.9 } })).toBe(false);
  expect(reached({ ...row, target: { of: 'ratio', atLeast: 0.6 } })).toBe(false);
  expect(reached({ ...row, ratio: null, target: { of: 'ratio', atLeast: 0 } })).toBe(false);
});

test('peers take turns, each with what was prepared for it, and the warm-up is not counted', () => {
  const order: string[] = [];
  const taken = takeTurns(
    {
      ours: side(
        () => 'prepared',
        (what) => order.push(`ours ${what}`),
      ),
      theirs: { work: () => order.push('theirs') },
    },
    20,
    1,
  );
  const rounds = Array.from({ length: 21 }, (_, at) => order.slice(2 * at, 2 * at + 2));
  expect(new Set(rounds.map((round) => round.toSorted().join()))).toEqual(new Set(['ours prepared,theirs']));
  expect(new Set(rounds.map(([first]) => first))).toEqual(new Set(['ours prepared', 'theirs']));
  expect([taken.ours.length, taken.theirs.length]).toEqual([20, 20]);
});
