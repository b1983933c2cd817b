// Hands type days and times in many ways; the desk reads them all as one.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDay, readTime, shiftDay, shiftTime } from './typed-time.ts';

const NEAR = '2026-11-22';

test.each(['2026-11-05', '2026/11/5', '20261105', '2026年11月5日', '11-05', '11.5', '1105', ' 11月5日 '])(
  'the day %s is the fifth of November',
  (typed) => expect(readDay(typed, NEAR)).toBe('2026-11-05'),
);

test.each(['', '2026-02-30', '1332', '11', 'tomorrow', '2026-11'])('%s is no day', (typed) =>
  expect(readDay(typed, NEAR)).toBeNull(),
);

test('the 29th of February is a day in a leap year only', () => {
  expect(readDay('0229', '2028-01-01')).toBe('2028-02-29');
  expect(readDay('0229', NEAR)).toBeNull();
});

test.each([
  ['2130', '21:30'],
  ['21:30', '21:30'],
  ['21：30', '21:30'],
  ['9.05', '09:05'],
  ['905', '09:05'],
  ['9', '09:00'],
  ['0', '00:00'],
])('the time %s is %s', (typed, time) => expect(readTime(typed)).toBe(time));

test.each(['', '24:00', '2360', '9:5', 'noon', '12345'])('%s is no time', (typed) =>
  expect(readTime(typed)).toBeNull(),
);

test('what the desk writes it also reads', () => {
  const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, (at) => {
      const text = at.toISOString();
      expect(readDay(text.slice(0, 10), NEAR)).toBe(text.slice(0, 10));
      expect(readTime(text.slice(11, 16))).toBe(text.slice(11, 16));
    }),
  );
});

test('the arrows go over the ends of months and days', () => {
  expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01');
  expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28');
  expect(shiftTime('09:07', 15)).toBe('09:15');
  expect(shiftTime('09:07', -15)).toBe('09:00');
  expect(shiftTime('23:50', 15)).toBe('00:00');
  expect(shiftTime('00:00', -15)).toBe('23:45');
});
