// Stocktakes: what honest counting finds, and what it never accuses.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  findingOf,
  isExpected,
  isInScope,
  isStocktakeDue,
  lastCounted,
  type Count,
  type Placed,
} from './key-stocktakes.rules.ts';

const key: Placed & { homeDesk: string } = {
  ...{ state: 'in_cabinet', desk: 'L1', homeDesk: 'L1', cabinet: 'A', pieces: 3, holders: [] },
};
const DAY = 24 * 3_600_000;

test('what hangs here by the book is expected; what is out, on its way or lost is not', () => {
  expect(isExpected({ desk: 'L1', cabinet: null }, key)).toBe(true);
  expect(isExpected({ desk: 'L2', cabinet: null }, key)).toBe(false);
  expect(isExpected({ desk: 'L1', cabinet: null }, { ...key, holders: [{ pieces: 3 }] })).toBe(false);
  for (const state of ['in_transfer', 'lost', 'found', 'retired'] as const) {
    expect(isExpected({ desk: 'L1', cabinet: null }, { ...key, state })).toBe(false);
  }
});

test('what hangs in another cabinet is not expected in the one that is counted', () => {
  expect(isExpected({ desk: 'L1', cabinet: 'A' }, key)).toBe(true);
  expect(isExpected({ desk: 'L1', cabinet: 'B' }, key)).toBe(false);
});

test('a set of which a part is out still has its hook', () => {
  expect(isExpected({ desk: 'L1', cabinet: null }, { ...key, holders: [{ pieces: 1 }, { pieces: 1 }] })).toBe(
    true,
  );
});

test('one cabinet is counted without its neighbour, and never a key that is out of use', () => {
  expect(isInScope({ desk: 'L1', cabinet: 'A' }, key)).toBe(true);
  expect(isInScope({ desk: 'L1', cabinet: 'B' }, key)).toBe(false);
  expect(isInScope({ desk: 'L1', cabinet: null }, { ...key, desk: 'L2' })).toBe(true);
  expect(isInScope({ desk: 'L1', cabinet: null }, { ...key, state: 'retired' })).toBe(false);
});

/** A key's day: the desk lends, takes in and counts; or somebody takes it off, or back on, its hook unseen. */
const days = fc.array(fc.constantFrom('lend', 'return', 'count', 'taken', 'putBack'), { maxLength: 12 });

function play(steps: readonly string[]) {
  let book = true;
  let hook = true;
  let count: Count | undefined;
  let touched = false;
  for (const step of steps) {
    if (step === 'lend' && book && hook) [book, hook] = [false, false];
    else if (step === 'return' && !book && !hook) [book, hook] = [true, true];
    else if (step === 'count') [count, touched] = [{ key: 1, present: hook, expected: book }, false];
    else if (step === 'taken' && hook) [hook, touched] = [false, true];
    else if (step === 'putBack' && !hook) [hook, touched] = [true, true];
  }
  return { book, hook, count, touched };
}

test('who keeps to the book is never accused, however the desk worked on while it was counted', () => {
  fc.assert(
    fc.property(days, (steps) => {
      const { book, count } = play(steps.filter((step) => step !== 'taken' && step !== 'putBack'));
      const finding = findingOf(count, book);
      expect(finding).toBe(count === undefined && book ? 'missing' : null);
    }),
  );
});

test('a key that was counted last of all and is not as the book says is always found', () => {
  fc.assert(
    fc.property(days, (steps) => {
      const { book, hook, count } = play([...steps, 'count']);
      expect(findingOf(count, book)).toBe(book === hook ? null : book ? 'missing' : 'unexpected');
    }),
  );
});

test('it is time again when the days are over, and at once where nobody ever counted', () => {
  expect(isStocktakeDue(null, 0, 7)).toBe(true);
  expect(isStocktakeDue(0, 7 * DAY - 1, 7)).toBe(false);
  expect(isStocktakeDue(0, 7 * DAY, 7)).toBe(true);
});

test('a desk was counted when the last of its cabinets was; one that never was keeps it due', () => {
  const finished = [
    { cabinet: 'A', at: 10 },
    { cabinet: 'B', at: 20 },
    { cabinet: 'A', at: 30 },
  ];
  expect(lastCounted(['A', 'B'], finished)).toBe(20);
  expect(lastCounted(['A', 'B', 'C'], finished)).toBeNull();
  expect(lastCounted(['A', null], finished)).toBeNull();
  expect(lastCounted(['A', null], [...finished, { cabinet: null, at: 15 }])).toBe(15);
  expect(lastCounted([], finished)).toBeNull();
});
