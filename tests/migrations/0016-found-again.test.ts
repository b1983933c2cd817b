// Migration 0016: a deposit that was kept before may be offered back after, and a loan put down to somebody else.
import { expect, test } from 'vitest';
import { openCounter } from '../support/deposit-counter.ts';
import { uuidv7 } from '../support/ids.ts';
import { takeBack } from '../support/versions.ts';
import { expectWhole } from '../support/whole.ts';

test('a wheelchair that was lost and paid for before turns up after, and the money is offered back', async () => {
  await using counter = await openCounter();
  const { desk, boss, lend, things } = counter;
  const { loan, deposit } = await lend();
  await boss.loans.lose({ commandId: uuidv7(), loan, line: 0, count: 1, note: null });
  const deductions = [{ kind: 'loss' as const, what: '轮椅', amountFen: 50_000 }];
  await boss.loans.settle({ commandId: uuidv7(), deposit, deductions, proof: { how: 'receipt' } });
  await desk.backend.close();
  takeBack(desk.databasePath, 15);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn('supervisor');
  expect(await api.loans.deposit({ deposit })).toMatchObject({ state: 'forfeited', offeredFen: 0 });
  await api.loans.turnedUp({ commandId: uuidv7(), item: things.wheelchair });
  expect(await api.loans.reverse({ commandId: uuidv7(), deposit })).toMatchObject({ amountFen: 50_000 });
  expectWhole(desk);
});
