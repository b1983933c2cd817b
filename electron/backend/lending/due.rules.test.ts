// When keys and umbrellas are due: through the day, at closing, over midnight and the end of the month, entered late.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar } from '../shared/clock.ts';
import { dueFor, dueStateOf, mayBeDue, type Lending } from './due.rules.ts';

const calendar = createCalendar('Asia/Shanghai');
const HOUR = 3_600_000;
const at = (day: string, time: string): number => calendar.at(day, time);
const shown = (ms: number): string => `${calendar.dayOf(ms)} ${calendar.timeOf(ms)}`;

/** Lent at a local time, now, from a desk that closes at 20:00. */
function lent(day: string, time: string, changes: Partial<Lending> = {}): Lending {
  const lentAt = at(day, time);
  return { lentAt, now: lentAt, hours: 4, untilClosing: true, closes: '20:00', calendar, ...changes };
}

describe('a key is due', () => {
  test.each([
    ['after its hours in the morning', lent('2026-11-21', '09:30'), '2026-11-21 13:30'],
    ['when the desk closes in the afternoon', lent('2026-11-21', '17:00'), '2026-11-21 20:00'],
    ['after its hours when the desk is about to close', lent('2026-11-21', '19:45'), '2026-11-21 23:45'],
    ['after its hours at night, over midnight', lent('2026-11-21', '22:00'), '2026-11-22 02:00'],
    ['after its hours behind midnight', lent('2026-11-21', '00:30'), '2026-11-21 04:30'],
    [
      'after its hours in a lobby that never closes',
      lent('2026-11-21', '17:00', { closes: null }),
      '2026-11-21 21:00',
    ],
    [
      'after its hours where closing is not asked',
      lent('2026-11-21', '17:00', { untilClosing: false }),
      '2026-11-21 21:00',
    ],
    ['at the end of the month as on any day', lent('2026-11-30', '22:30'), '2026-12-01 02:30'],
    ['at the end of the year as well', lent('2026-12-31', '23:00', { hours: 48 }), '2027-01-02 20:00'],
    [
      'on the evening of the last day, lent for days',
      lent('2026-11-21', '21:00', { hours: 24 }),
      '2026-11-22 20:00',
    ],
    ['within the last day, lent for days', lent('2026-11-21', '10:00', { hours: 48 }), '2026-11-23 10:00'],
  ])('%s', (_, lending, due) => {
    expect(shown(dueFor(lending))).toBe(due);
  });

  test('from now where it is entered so late that its time would be over', () => {
    const late = lent('2026-11-20', '09:00', { now: at('2026-11-21', '09:00') });
    expect(shown(dueFor(late))).toBe('2026-11-21 13:00');
    const hourAgo = lent('2026-11-21', '08:00', { now: at('2026-11-21', '09:00') });
    expect(shown(dueFor(hourAgo))).toBe('2026-11-21 12:00');
  });

  test('over a change to summer time after as many hours as were lent', () => {
    const vienna = createCalendar('Europe/Vienna');
    const lentAt = vienna.at('2027-03-28', '01:00');
    const due = dueFor({ ...lent('2026-11-21', '09:00'), lentAt, now: lentAt, calendar: vienna });
    expect(due - lentAt).toBe(4 * HOUR);
  });
});

test('whatever is lent whenever: due behind the loan and behind now, and never longer than its hours', () => {
  const moment = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2029, 0) });
  const clockTime = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom('00', '30'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  fc.assert(
    fc.property(
      moment,
      fc.integer({ min: 0, max: 40 * 24 }),
      fc.integer({ min: 1, max: 24 * 31 }),
      fc.boolean(),
      fc.option(clockTime),
      (now, hoursAgo, hours, untilClosing, closes) => {
        const lentAt = now - hoursAgo * HOUR;
        const due = dueFor({ lentAt, now, hours, untilClosing, closes, calendar });
        expect(due).toBeGreaterThan(now);
        expect(due).toBeLessThanOrEqual(now + hours * HOUR);
        expect(mayBeDue(due, { lentAt, now })).toBe(true);
      },
    ),
  );
});

test('a time that is chosen lies behind the loan and behind now', () => {
  const now = at('2026-11-21', '09:00');
  expect(mayBeDue(now + 1, { lentAt: now, now })).toBe(true);
  expect(mayBeDue(now, { lentAt: now, now })).toBe(false);
  expect(mayBeDue(now - HOUR, { lentAt: now - 2 * HOUR, now })).toBe(false);
  expect(mayBeDue(now + 400 * 24 * HOUR, { lentAt: now, now })).toBe(false);
});

test('soon is so many minutes before, overdue from the next millisecond on', () => {
  const dueAt = at('2026-11-21', '12:00');
  const stateAt = (now: number) => dueStateOf({ state: 'open', dueAt }, { now, soonMinutes: 60 });
  expect([dueAt - HOUR - 1, dueAt - HOUR, dueAt, dueAt + 1].map(stateAt)).toEqual([
    ...['later', 'soon', 'soon', 'overdue'],
  ]);
});

test('a loan that is over or issued is never overdue', () => {
  const stateAt = (dueAt: number | null, state = 'open') =>
    dueStateOf({ state, dueAt }, { now: 100_000, soonMinutes: 1 });
  expect([stateAt(99_999), stateAt(100_000), stateAt(160_001)]).toEqual(['overdue', 'soon', 'later']);
  expect([stateAt(null), stateAt(1, 'returned')]).toEqual([null, null]);
});
