// Migration 0011: keys of before keep their loans, get an RFID tag, and are counted.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { takeBack } from '../support/versions.ts';
import { expectWhole } from '../support/whole.ts';

test('a key that was out before is out after, and may be bound to an RFID tag and counted', async () => {
  await using desk = await openTestDesk();
  const before = await desk.signedIn();
  const key = putTestKey(desk.backend);
  await before.keys.lend(lending([key]));
  await desk.backend.close();
  takeBack(desk.databasePath, 10);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn('supervisor');
  expect(await api.keys.key({ key })).toMatchObject({ state: 'out' });
  await api.keys.bindTag({ commandId: uuidv7(), key, tag: 'DEADBEEF' });
  expect(await api.keys.keyFile()).toMatchObject([{ rfid: 'DEADBEEF', state: 'out' }]);
  await api.keys.beginStocktake({ commandId: uuidv7(), desk: 'L1', cabinet: null });
  expect(await api.keys.stocktakes()).toMatchObject([{ expected: 0 }]);
  expectWhole(desk);
});
