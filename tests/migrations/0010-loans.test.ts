// Migration 0010: a desk that lent nothing keeps its visits, gets something to lend, and lends it.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { lending, putItem, putType } from '../support/loans.ts';
import { takeBack } from '../support/versions.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('a desk of before lends an umbrella, and every table still follows', async () => {
  await using desk = await openTestDesk();
  const { id: visit } = await (await desk.signedIn()).visitors.register(walkIn());
  await desk.backend.close();
  takeBack(desk.databasePath, 9);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn('supervisor');
  expect(await api.visitors.get({ visit })).toMatchObject({ state: 'on_site' });
  expect(await api.loans.types()).toEqual([]);
  const type = await putType(api);
  const item = await putItem(api, type, 'YS-001');
  await api.loans.lend(lending([{ type, item }]));
  expect(await api.loans.items({ type })).toMatchObject([{ asset: 'YS-001', state: 'out' }]);
  expectWhole(desk);
});
