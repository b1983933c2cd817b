// Migration 0009: a desk without keys keeps what it has, puts its first key on file and lends it.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { takeBack } from '../support/versions.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('a desk of before gets keys, and its visits stay', async () => {
  await using desk = await openTestDesk();
  const before = await desk.signedIn();
  const visit = await before.visitors.register(walkIn({ name: '吕旧客' }));
  await desk.backend.close();
  takeBack(desk.databasePath, 8);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn();
  expect(await api.keys.cabinet({})).toEqual([]);
  const key = putTestKey(desk.backend);
  const { number } = await api.keys.lend(lending([key]));
  expect(number).toBe('K-L1-261121-0001');
  expect(await api.visitors.get({ visit: visit.id })).toMatchObject({ name: '吕旧客' });
  expectWhole(desk);
});
