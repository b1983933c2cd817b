// Migration 0008: a desk of the version before goes on with its visits, and can put borrowers on file.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { takeBack } from '../support/versions.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('a desk of before finds its contacts as borrowers at once; every table still follows', async () => {
  await using desk = await openTestDesk();
  const { id: visit } = await (await desk.signedIn()).visitors.register(walkIn());
  await desk.backend.close();
  takeBack(desk.databasePath, 7);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn();
  expect(await api.borrowers.find({ text: 'ssy' })).toMatchObject([{ kind: 'contact', holds: 0 }]);
  expect(await api.borrowers.heldByVisit({ visit })).toEqual([]);
  expectWhole(desk);
});
