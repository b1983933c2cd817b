// Time alone changes what the desk shows: each change is told once, and nothing else is.
import { expect, test } from 'vitest';
import { createCalendar } from '../shared/clock.ts';
import { firstAfter } from '../shared/moments.ts';
import { createPassingTime } from './desk.passing-time.ts';

const MORNING = Date.UTC(2026, 10, 21, 1, 0);
const MINUTE_MS = 60_000;

function desk(...due: number[]) {
  let now = MORNING;
  const turned = createPassingTime({
    clock: { now: () => now },
    calendar: () => createCalendar('Asia/Shanghai'),
    shown: [
      { noun: 'key_loan', turnsAt: (after) => firstAfter(after, due) },
      { noun: 'loan', turnsAt: () => null },
    ],
  });
  return (minutes: number): string[] => {
    now += minutes * MINUTE_MS;
    return turned();
  };
}

test('what becomes due is told once, when it does', () => {
  const after = desk(MORNING + 2 * MINUTE_MS, MORNING + 5 * MINUTE_MS);
  expect([1, 1, 1, 1, 1, 1].map(after)).toEqual([[], ['key_loan'], [], [], ['key_loan'], []]);
});

test('several that became due between two looks are one thing told', () => {
  const after = desk(MORNING + MINUTE_MS, MORNING + 2 * MINUTE_MS);
  expect([10, 10].map(after)).toEqual([['key_loan'], []]);
});

test('on another day, and when the clock was set back, everything is looked at anew', () => {
  const after = desk();
  expect(after(24 * 60)).toEqual(['key_loan', 'loan']);
  expect(after(0)).toEqual([]);
  expect(after(-5)).toEqual(['key_loan', 'loan']);
});
