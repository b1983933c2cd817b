// The property's days, where clocks are moved and where they are not.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCalendar } from './clock.ts';

test('a day in Shanghai begins at 16:00 UTC', () => {
  const shanghai = createCalendar('Asia/Shanghai');
  expect(shanghai.dayOf(Date.UTC(2026, 10, 20, 15, 59, 59, 999))).toBe('2026-11-20');
  expect(shanghai.dayOf(Date.UTC(2026, 10, 20, 16))).toBe('2026-11-21');
  expect(shanghai.timeOf(Date.UTC(2026, 10, 20, 16, 5))).toBe('00:05');
});

test('a time that a clock change skips is the first one after it', () => {
  const berlin = createCalendar('Europe/Berlin');
  expect(berlin.timeOf(berlin.at('2026-03-29', '02:30'))).toBe('03:30');
});

test('every moment lies inside its own day, whatever was asked before', () => {
  const calendar = createCalendar('America/New_York');
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.UTC(2040, 0) }), (ms) => {
      const day = calendar.dayOf(ms);
      expect(ms).toBeGreaterThanOrEqual(calendar.at(day, '00:00'));
      expect(ms).toBeLessThanOrEqual(calendar.endOf(day));
    }),
    { numRuns: 200 },
  );
});
