// Times on the screen are the property's, not the PC's.
import { expect, test } from 'vitest';
import { createTimes } from './times.ts';

const AT = Date.UTC(2026, 10, 21, 16, 30);

test('a time is shown in the zone of the property', () => {
  expect(createTimes('Asia/Shanghai').full(AT)).toBe('2026-11-22 00:30');
  expect(createTimes('Europe/London').full(AT)).toBe('2026-11-21 16:30');
});

test('today shows the time alone, another day its date too', () => {
  const times = createTimes('Asia/Shanghai', () => AT);
  expect(times.short(AT)).toBe('00:30');
  expect(times.short(AT - 3_600_000)).toBe('11-21 23:30');
});

test('what is typed is read in the zone of the property', () => {
  expect(createTimes('Asia/Shanghai').instant('2026-11-22', '00:30')).toBe(AT);
  expect(createTimes('America/New_York').instant('2026-07-01', '09:00')).toBe(Date.UTC(2026, 6, 1, 13));
  expect(createTimes('America/New_York').instant('2026-12-01', '09:00')).toBe(Date.UTC(2026, 11, 1, 14));
});

test('a nonsense date is not a number, so that a form can refuse it', () => {
  expect(createTimes('Asia/Shanghai').instant('', '')).toBeNaN();
});
