// Migration 0013: things that were lent before may wear an RFID tag, and are out as they were.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putItem, putType } from '../support/loans.ts';
import { takeBack } from '../support/versions.ts';
import { expectWhole } from '../support/whole.ts';

test('an umbrella that was out before is out after, and comes back by the tag that it gets', async () => {
  await using desk = await openTestDesk();
  const before = await desk.signedIn('supervisor');
  const type = await putType(before);
  const item = await putItem(before, type, 'YS-001');
  const { id: loan } = await before.loans.lend(lending([{ type, item }]));
  await desk.backend.close();
  takeBack(desk.databasePath, 12);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn('supervisor');
  expect(await api.loans.items({})).toMatchObject([{ id: item, state: 'out', loan, rfid: null }]);
  await api.loans.bindTag({ commandId: uuidv7(), item, tag: '0063E9AE' });
  expect(await api.loans.scan({ commandId: uuidv7(), code: '0063e9ae' })).toMatchObject({
    ...{ did: 'returned', loan },
  });
  expectWhole(desk);
});
