// Migration 0003: a desk of the version before gets policies, and its visits say that nobody was asked.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { takeBack } from '../support/versions.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('a desk from before the policies works by the shipped ones, and its tables still follow from the journal', async () => {
  await using desk = await openTestDesk();
  const { id } = await (await desk.signedIn()).visitors.register(walkIn());
  await desk.backend.close();
  takeBack(desk.databasePath, 2);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const admin = await desk.signedIn('admin');
  expect(await admin.visitors.get({ visit: id })).toMatchObject({ hostConfirmation: 'none' });
  expect((await admin.policies.list()).every(({ isDefault }) => isDefault)).toBe(true);
  await admin.policies.put({ commandId: uuidv7(), key: 'idleLock.minutes', value: 5 });
  expect((await admin.policies.values())['idleLock.minutes']).toBe(5);
  expectWhole(desk);
});
