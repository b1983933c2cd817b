// Migration 0012: a desk that lent without deposits keeps its loans, takes deposits from now on, and has a till.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { paid, stockUp, stranger } from '../support/deposits.ts';
import { uuidv7 } from '../support/ids.ts';
import { takeBack } from '../support/versions.ts';
import { expectWhole } from '../support/whole.ts';

test('loans of before have no deposit; the next one has, and its money is in the till', async () => {
  await using desk = await openTestDesk();
  const before = await desk.signedIn('supervisor');
  const { umbrellas } = await stockUp(before);
  const form = { lines: [{ type: umbrellas, count: 1 }], remarks: null, printSlip: false };
  const free = { ...form, borrower: stranger(1), deposit: { how: 'waived', reason: '老业户' } } as const;
  const { id } = await before.loans.lend({ ...free, commandId: uuidv7() });
  await desk.backend.close();
  takeBack(desk.databasePath, 11);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn('supervisor');
  expect(await api.loans.get({ loan: id })).toMatchObject({ state: 'open', deposits: [] });
  const next = { ...form, borrower: stranger(2), deposit: paid(5000) };
  const { deposit } = await api.loans.lend({ ...next, commandId: uuidv7() });
  expect(await api.loans.deposits({ view: 'held' })).toMatchObject([{ id: deposit?.id, amountFen: 5000 }]);
  expect(await api.loans.cash()).toMatchObject([
    { desk: 'L1', method: 'cash', balanceFen: 5000, heldFen: 5000 },
  ]);
  expectWhole(desk);
});
