// Which shift a moment belongs to.
import { expect, test } from 'vitest';
import { createCalendar } from '../../shared/clock.ts';
import { isOfPeriod, nextShiftEnds, periodAt } from './shifts.rules.ts';

const shanghai = createCalendar('Asia/Shanghai');

test.each([
  ['07:59', 'night'],
  ['08:00', 'morning'],
  ['15:59', 'morning'],
  ['16:00', 'afternoon'],
  ['23:59', 'afternoon'],
  ['00:00', 'night'],
])('%s is %s', (time, name) => {
  expect(periodAt(shanghai.at('2026-11-21', time), shanghai)).toEqual({ day: '2026-11-21', name });
});

test('yesterday’s morning shift is not today’s', () => {
  const today = { day: '2026-11-21', name: 'morning' } as const;
  expect(isOfPeriod(today, today)).toBe(true);
  expect(isOfPeriod({ ...today, day: '2026-11-20' }, today)).toBe(false);
  expect(isOfPeriod({ ...today, name: 'night' }, today)).toBe(false);
});

test.each([
  ['09:30', '2026-11-22', '00:00'],
  ['16:00', '2026-11-22', '08:00'],
  ['07:59', '2026-11-21', '16:00'],
])('what happens at %s is seen by the next shift, which ends on %s at %s', (time, day, end) => {
  expect(nextShiftEnds(shanghai.at('2026-11-21', time), shanghai)).toBe(shanghai.at(day, end));
});
