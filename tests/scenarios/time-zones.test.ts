// Properties where clocks are moved twice a year: days, numbers, passes, loans and the nightly round over both changes.
import { expect, test } from 'vitest';
import { HOUR, MINUTE, openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const BY_CLOCK = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;

/** An admin says where the property stands. */
async function moveTo(desk: TestDesk, timeZone: string): Promise<void> {
  const admin = await desk.signedIn('admin');
  const file = await admin.places.propertyFile();
  if (!file) throw new Error('no property');
  await admin.places.putProperty({ ...file, commandId: uuidv7(), timeZone });
}

/** A desk in this zone at this moment, its clock known to be right. */
async function deskIn(timeZone: string, at: string): Promise<TestDesk> {
  const desk = await openTestDesk();
  await moveTo(desk, timeZone);
  desk.clock.set(Date.parse(at));
  desk.backend.journal.confirmClock(BY_CLOCK);
  return desk;
}

const somebody = () => walkIn({ documentType: 'none', documentNumber: null });

interface Change {
  readonly zone: string;
  /** Ten minutes before the midnight that begins the day of the change, with its offset. */
  readonly eve: string;
  readonly days: readonly [before: string, on: string, after: string];
  readonly hours: number;
  /** When the desk closes at 20:00 on that day. */
  readonly closes: string;
}

// From the rules of the EU (2000/84/EC) and of the US (15 U.S.C. 260a), not from a library: hours are the day's length.
const CHANGES: readonly Change[] = [
  {
    ...{ zone: 'Europe/Berlin', eve: '2027-03-27T23:50+01:00', hours: 23 },
    ...{ days: ['270327', '270328', '270329'], closes: '2027-03-28T20:00+02:00' },
  },
  {
    ...{ zone: 'Europe/Berlin', eve: '2027-10-30T23:50+02:00', hours: 25 },
    ...{ days: ['271030', '271031', '271101'], closes: '2027-10-31T20:00+01:00' },
  },
  {
    ...{ zone: 'America/New_York', eve: '2027-03-13T23:50-05:00', hours: 23 },
    ...{ days: ['270313', '270314', '270315'], closes: '2027-03-14T20:00-04:00' },
  },
  {
    ...{ zone: 'America/New_York', eve: '2027-11-06T23:50-04:00', hours: 25 },
    ...{ days: ['271106', '271107', '271108'], closes: '2027-11-07T20:00-05:00' },
  },
];

test.each(CHANGES)('a day of $hours hours in $zone', async ({ zone, eve, days, hours, closes }) => {
  await using desk = await deskIn(zone, eve);
  const midnight = Date.parse(eve) + 10 * MINUTE;
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend, { loanHours: 6 });
  const numbers = [(await api.visitors.register(somebody())).number];

  desk.clock.set(midnight);
  numbers.push((await api.visitors.register(somebody())).number);
  const { id: keyLoan } = await api.keys.lend(lending([key]));
  expect((await api.keys.get({ loan: keyLoan })).dueAt).toBe(midnight + 6 * HOUR);

  // Somebody every hour: on the day of the change there are so many hours, and not one more.
  for (let hour = 1; hour < hours; hour += 1) {
    desk.clock.set(midnight + hour * HOUR);
    numbers.push((await api.visitors.register(somebody())).number);
  }
  const before = midnight + hours * HOUR - 1;
  desk.clock.set(before);
  const late = await api.visitors.register(somebody());
  desk.clock.set(before + 1);
  const next = await api.visitors.register(somebody());
  const [eveDay, day, after] = days;
  const expected = Array.from({ length: hours }, (_, at) => `V-L1-${day}-${String(at + 1).padStart(4, '0')}`);
  expect(numbers).toEqual([`V-L1-${eveDay}-0001`, ...expected]);
  expect(late.number).toBe(`V-L1-${day}-${String(hours + 1).padStart(4, '0')}`);
  expect(next.number).toBe(`V-L1-${after}-0001`);

  const { rows } = await api.visitors.list({ view: 'all', limit: 100 });
  const arrived = rows.map(({ arrivedAt }) => arrivedAt ?? 0);
  expect(arrived).toEqual(arrived.toSorted((a, b) => b - a));
  const morning = rows.find(({ number }) => number === `V-L1-${day}-0009`);
  expect(morning?.validUntil).toBe(Date.parse(closes));
  await api.keys.return({ commandId: uuidv7(), loan: keyLoan });
  expectWhole(desk);
});

test.each([
  ['skipped, it goes at the first time after it', '2027-03-27T12:00+01:00', '2027-03-28T03:30+02:00'],
  ['there twice, it goes at the first of them', '2027-10-30T12:00+02:00', '2027-10-31T02:30+02:00'],
])('the nightly round at half past two goes once: where that is %s', async (_what, noon, round) => {
  await using desk = await deskIn('Europe/Berlin', noon);
  const admin = await desk.signedIn('admin');
  await admin.policies.put({ commandId: uuidv7(), key: 'closing.round', value: '02:30' });
  const { id } = await admin.visitors.register(somebody());
  const { visitors } = desk.backend.registers;
  desk.clock.set(Date.parse(noon) + 8 * HOUR);
  expect(await admin.visitors.counts()).toMatchObject({ onSite: 1, overstay: 0 });
  desk.clock.advance(1);
  expect(await admin.visitors.counts()).toMatchObject({ onSite: 1, overstay: 1 });
  desk.clock.set(Date.parse(round) - 1);
  expect(visitors.closeForgotten()).toBe(0);
  desk.clock.advance(1);
  expect(visitors.closeForgotten()).toBe(1);
  desk.clock.advance(HOUR);
  expect(visitors.closeForgotten()).toBe(0);
  expect(await admin.visitors.get({ visit: id })).toMatchObject({ state: 'closed', leftAt: null });
  expectWhole(desk);
});

test('where the clock is moved at midnight itself, a day without a midnight has its numbers too', async () => {
  await using desk = await deskIn('Africa/Cairo', '2027-04-29T23:59+02:00');
  const api = await desk.signedIn();
  const { number } = await api.visitors.register(somebody());
  desk.clock.advance(MINUTE);
  const after = await api.visitors.register(somebody());
  expect([number, after.number]).toEqual(['V-L1-270429-0001', 'V-L1-270430-0001']);
  expectWhole(desk);
});

test('a property that says only later where it stands goes on with its numbers, and no number is given twice', async () => {
  await using desk = await openTestDesk({ startAt: Date.parse('2026-11-22T00:30+08:00') });
  const api = await desk.signedIn();
  const numbers = [(await api.visitors.register(somebody())).number];
  await moveTo(desk, 'Europe/Berlin');
  for (const wait of [0, 7 * HOUR, HOUR]) {
    desk.clock.advance(wait);
    numbers.push((await api.visitors.register(somebody())).number);
  }
  expect(new Set(numbers).size).toBe(4);
  expectWhole(desk);
});
