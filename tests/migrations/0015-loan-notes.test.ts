// Migration 0015: keys that were lent before are out as they were; from now on a loan says who brought them back.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { takeBack } from '../support/versions.ts';
import { expectWhole } from '../support/whole.ts';

test('a key that was out before is out after, and comes back with whoever brings it', async () => {
  await using desk = await openTestDesk();
  const before = await desk.signedIn();
  const { id: loan } = await before.keys.lend(lending([putTestKey(desk.backend)]));
  await desk.backend.close();
  takeBack(desk.databasePath, 14);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn();
  const written = { state: 'open', broughtBy: null, bars: [], overrideReason: null };
  expect(await api.keys.get({ loan })).toMatchObject(written);
  await api.keys.return({ commandId: uuidv7(), loan, broughtBy: '测试代还' });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'returned', broughtBy: '测试代还' });
  expectWhole(desk);
});
