// Migration 0019: of visits from before nobody knows why there was no document; from now on it is asked.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { takeBack } from '../support/versions.ts';
import { unproven, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('a desk from before asks why there is no document from now on', async () => {
  await using desk = await openTestDesk();
  const { id } = await (await desk.signedIn()).visitors.register(walkIn());
  await desk.backend.close();
  takeBack(desk.databasePath, 18);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn();
  expect(await api.visitors.get({ visit: id })).toMatchObject({ noDocument: null });
  const { id: without } = await api.visitors.register(unproven({ noDocument: 'hasNone' }));
  expect(await api.visitors.get({ visit: without })).toMatchObject({ noDocument: 'hasNone', escorted: true });
  expectWhole(desk);
});
