// Scans of keys in a hurry: what a hand that trembles says twice, and whose history a register tells.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';

test('two keys scanned in turns come back once each: neither is shown for lending by the second reading', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const keys = ['1', '2'].map((hook) => putTestKey(desk.backend, { hook }));
  await api.keys.lend(lending(keys));
  const tags = await Promise.all(keys.map(async (key) => (await api.keys.key({ key })).tag));
  const did: string[] = [];
  for (const code of [...tags, ...tags]) {
    did.push((await api.keys.scan({ commandId: uuidv7(), code })).did);
    desk.clock.advance(700);
  }
  expect(did).toEqual(['returned', 'returned', 'ignored', 'ignored']);
  desk.clock.advance(3000);
  expect(await api.keys.scan({ commandId: uuidv7(), code: tags[0] ?? '' })).toMatchObject({ did: 'nothing' });
});

test('who reads the keys or the loans reads no history of people by their ids', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('butler');
  const key = putTestKey(desk.backend);
  expect(await api.keys.history({ record: key })).toMatchObject([{ type: 'key.put' }]);
  for (const record of [desk.places.host, desk.places.tenant]) {
    expect((await safe(api.keys.history({ record }))).data).toEqual([]);
    expect((await safe(api.loans.history({ record }))).data).toEqual([]);
  }
});
