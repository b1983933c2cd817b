// Time at the desk that lends: midnight, the end of a month, a clock that was moved, a clock that was set back.
import { expect, test } from 'vitest';
import { openCounter, till } from '../support/deposit-counter.ts';
import { HOUR, MINUTE } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { openStand, stateOf } from '../support/loan-stand.ts';
import { lending as lendThings, newPerson } from '../support/loans.ts';
import { expectWhole } from '../support/whole.ts';

const DAY = 24 * HOUR;
/** 23:58 in Shanghai on the last evening of a month. */
const LAST_EVENING = Date.UTC(2026, 10, 30, 15, 58);
const BY_CLOCK = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;

test('over the midnight that ends a month, numbers begin anew with the day, and what is out stays out', async () => {
  await using stand = await openStand();
  const { desk, api, umbrella: type, items } = stand;
  const [first = 0, second = 0] = items;
  desk.clock.set(LAST_EVENING);
  desk.backend.journal.confirmClock(BY_CLOCK);
  const key = putTestKey(desk.backend);
  const before = await api.loans.lend(lendThings([{ type, item: first }]));
  const keyBefore = await api.keys.lend(lending([key]));
  expect([before.number, keyBefore.number]).toEqual(['L-L1-261130-0001', 'K-L1-261130-0001']);
  desk.clock.advance(4 * MINUTE);
  const after = await api.loans.lend(lendThings([{ type, item: second }], { borrower: newPerson(2) }));
  expect(after.number).toBe('L-L1-261201-0001');
  expect(await api.loans.counts()).toMatchObject({ out: 2, overdue: 0 });
  const { dueAt } = await api.loans.get({ loan: before.id });
  expect(dueAt - LAST_EVENING).toBe(DAY);
  await api.loans.return({ commandId: uuidv7(), loan: before.id, way: 'list' });
  await api.keys.return({ commandId: uuidv7(), loan: keyBefore.id });
  expect(await stateOf(stand, first)).toMatchObject({ state: 'available' });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_cabinet' });
  expectWhole(stand.desk);
});

test('a receipt of the last day is paid back in the new month under its own number, and the till runs on', async () => {
  await using counter = await openCounter();
  const { desk, boss, api, lend, giveBack } = counter;
  desk.clock.set(LAST_EVENING);
  desk.backend.journal.confirmClock(BY_CLOCK);
  const { loan, deposit, number } = await lend();
  expect(number).toBe('D-L1-261130-0001');
  expect(await till(boss)).toEqual({ balance: 50_000, held: 50_000 });
  desk.clock.advance(5 * MINUTE);
  await giveBack(loan);
  await api.loans.settle({ commandId: uuidv7(), deposit, deductions: [], proof: { how: 'receipt' } });
  expect(await till(boss)).toEqual({ balance: 0, held: 0 });
  expect((await lend()).number).toBe('D-L1-261201-0001');
});

test('a clock that was moved days ahead makes nothing unclaimed before somebody says that it is right', async () => {
  await using counter = await openCounter();
  const { desk, boss, lend, giveBack } = counter;
  const { loan, deposit } = await lend();
  await giveBack(loan);
  desk.clock.advance(120 * DAY);
  const { registers, journal } = desk.backend;
  expect(registers.loans.markUnclaimed()).toBe(0);
  expect(await boss.loans.deposit({ deposit })).toMatchObject({ state: 'held' });
  journal.confirmClock(BY_CLOCK);
  expect(registers.loans.markUnclaimed()).toBe(1);
});

test('a clock that was set back an hour takes things in and pays money back all the same, in the order of the desk', async () => {
  await using counter = await openCounter();
  const { desk, boss, api, lend, giveBack } = counter;
  const key = putTestKey(desk.backend);
  const { loan, deposit } = await lend();
  const { id: keyLoan } = await api.keys.lend(lending([key]));
  desk.clock.advance(-HOUR);
  await giveBack(loan);
  await api.keys.return({ commandId: uuidv7(), loan: keyLoan });
  await api.loans.settle({ commandId: uuidv7(), deposit, deductions: [], proof: { how: 'receipt' } });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'returned', due: null });
  expect(await api.keys.get({ loan: keyLoan })).toMatchObject({ state: 'returned' });
  expect(await till(boss)).toEqual({ balance: 0, held: 0 });
  await desk.restart();
  const again = await desk.signedIn('supervisor');
  expect(await again.loans.deposit({ deposit })).toMatchObject({ state: 'refunded' });
});
