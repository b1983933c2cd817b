// What may be written late, and what may be taken back.
import { expect, test } from 'vitest';
import { mayEnterLate, mayTakeBack } from './entries.rules.ts';

const NOON = Date.UTC(2026, 10, 21, 4);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

test('a late entry lies behind and within policy', () => {
  const mayEnter = (then: number): boolean => mayEnterLate(then, NOON, 7);
  expect([NOON, NOON - 7 * DAY].map(mayEnter)).toEqual([true, true]);
  expect([NOON + 1, NOON - 7 * DAY - 1].map(mayEnter)).toEqual([false, false]);
});

test('an entry is taken back by who made it, within ten minutes, and not under a clock that was set back', () => {
  const mayUndo = (staff: number | null, now: number): boolean =>
    mayTakeBack({ staff: 1, at: NOON }, { staff, now });
  expect([mayUndo(1, NOON), mayUndo(1, NOON + 10 * MINUTE)]).toEqual([true, true]);
  expect([mayUndo(1, NOON + 10 * MINUTE + 1), mayUndo(1, NOON - 1)]).toEqual([false, false]);
  expect([mayUndo(2, NOON), mayUndo(null, NOON)]).toEqual([false, false]);
});
