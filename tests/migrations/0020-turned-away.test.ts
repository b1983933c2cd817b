// Migration 0020: nobody was turned away before; from now on it is written down, and a new try is linked to it.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { takeBack } from '../support/versions.ts';
import { OTHER_RESIDENT, turnedAway, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('a desk from before writes down from now on who is turned away', async () => {
  await using desk = await openTestDesk();
  const { id } = await (await desk.signedIn()).visitors.register(walkIn());
  await desk.backend.close();
  takeBack(desk.databasePath, 19);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn();
  expect(await api.visitors.get({ visit: id })).toMatchObject({ turnedAway: null, previous: null });
  const denied = await api.visitors.deny(turnedAway({ documentNumber: OTHER_RESIDENT }));
  expect(await api.visitors.get({ visit: denied.id })).toMatchObject({ state: 'denied' });
  expectWhole(desk);
});
