// When a thing is due, what stands in the way of lending it, and what becomes of it as it comes back.
import { expect, test } from 'vitest';
import { createCalendar } from '../../shared/clock.ts';
import { arrivalOf, barsOf, countsAt, depositAsked, dueOfTypes, stateNow } from './loans.rules.ts';

const calendar = createCalendar('Asia/Shanghai');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOON = Date.UTC(2026, 10, 21, 4);

test('several things are due together, when the one with the shortest loan time is', () => {
  const types = [{ loanHours: 24 }, { loanHours: 4 }];
  expect(dueOfTypes(types, { lentAt: NOON, now: NOON, calendar })).toBe(NOON + 4 * HOUR);
});

test('a loan over midnight and over the end of a month is due by the clock, however early the lobby closes', () => {
  const lentAt = Date.UTC(2026, 10, 30, 15, 30);
  const due = dueOfTypes([{ loanHours: 4 }], { lentAt, now: lentAt, calendar });
  expect(new Date(due).toISOString()).toBe('2026-11-30T19:30:00.000Z');
});

test('entered late and over by now, it is due from now on: nobody was told of another time', () => {
  const now = NOON + 30 * HOUR;
  expect(dueOfTypes([{ loanHours: 24 }], { lentAt: NOON, now, calendar })).toBe(now + 24 * HOUR);
  expect(dueOfTypes([{ loanHours: 48 }], { lentAt: NOON, now, calendar })).toBe(NOON + 48 * HOUR);
});

const umbrella = { depositFen: 0, idAsked: false };
const wheelchair = { depositFen: 50_000, idAsked: true };
const nothing = { most: 5, waivedFen: 0, waiveFen: 5000 };
const known = { hasDocument: true, holds: 0, overdue: 0 };

test('each thing that stands in the way is named, in one order; nothing where nothing does', () => {
  const lines = [{ type: umbrella, count: 1 }];
  expect(barsOf({ ...nothing, lines, borrower: known })).toEqual([]);
  expect(barsOf({ ...nothing, lines, borrower: { ...known, overdue: 1 } })).toEqual(['BORROWER_OVERDUE']);
  expect(barsOf({ ...nothing, lines, borrower: { ...known, holds: 4 } })).toEqual([]);
  expect(barsOf({ ...nothing, lines, borrower: { ...known, holds: 5 } })).toEqual(['TOO_MANY']);
  expect(barsOf({ ...nothing, lines, waivedFen: 5001, borrower: null })).toEqual(['WAIVER_OVER_LIMIT']);
  const all = { hasDocument: false, holds: 5, overdue: 1 };
  expect(
    barsOf({ ...nothing, lines: [{ type: wheelchair, count: 1 }], waivedFen: 50_000, borrower: all }),
  ).toEqual(['BORROWER_OVERDUE', 'TOO_MANY', 'ID_NEEDED', 'WAIVER_OVER_LIMIT']);
});

test('the deposit of several things is theirs together', () => {
  expect(
    depositAsked([
      { type: wheelchair, count: 2 },
      { type: umbrella, count: 3 },
    ]),
  ).toBe(100_000);
});

test('damaged and incomplete things are blocked, wet ones dry, a power bank is charged each time', () => {
  const dries = { restMinutes: 120, restAlways: false };
  expect(arrivalOf(dries, 'ok', NOON)).toEqual({ becomes: 'available', until: null });
  expect(arrivalOf(dries, 'wet', NOON)).toEqual({ becomes: 'resting', until: NOON + 2 * HOUR });
  expect(arrivalOf(dries, 'damaged', NOON).becomes).toBe('out_of_service');
  expect(arrivalOf(dries, 'incomplete', NOON).becomes).toBe('out_of_service');
  expect(arrivalOf({ ...dries, restAlways: true }, 'ok', NOON).becomes).toBe('resting');
  expect(arrivalOf({ restMinutes: 0, restAlways: true }, 'dirty', NOON).becomes).toBe('available');
});

test('a rest is over by itself when its time is; one without a time waits for somebody', () => {
  const resting = { state: 'resting', until: NOON } as const;
  expect(stateNow(resting, false, NOON - 1)).toBe('resting');
  expect(stateNow(resting, false, NOON)).toBe('available');
  expect(stateNow({ ...resting, until: null }, false, NOON)).toBe('resting');
  expect(stateNow(resting, true, NOON)).toBe('out');
});

test('what is at hand is what belongs here without what is out, blocked, lost or resting; never fewer than none', () => {
  const stock = { total: 10, blocked: 1, lost: 2, resting: [{ count: 3, until: NOON }] };
  expect(countsAt([stock], 2, NOON - 1)).toMatchObject({ available: 2, resting: 3 });
  expect(countsAt([stock], 2, NOON)).toMatchObject({ available: 5, resting: 0 });
  expect(countsAt([{ ...stock, total: 1 }], 2, NOON)).toMatchObject({ available: 0 });
});
