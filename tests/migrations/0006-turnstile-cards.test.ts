// Migration 0006: a desk that had no turnstile cards keeps its visits, is asked about people of one name, gets cards.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { takeBack } from '../support/versions.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('visits of before have no card and may get one; whoever is inside is found by name', async () => {
  await using desk = await openTestDesk();
  const before = await desk.signedIn();
  const { id } = await before.visitors.register(walkIn({ name: '吕旧客' }));
  await desk.backend.close();
  takeBack(desk.databasePath, 5);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn('supervisor');
  expect(await api.visitors.get({ visit: id })).toMatchObject({ state: 'on_site', card: null, cards: [] });
  const again = walkIn({ name: '吕旧客', documentType: 'none', documentNumber: null, anotherPerson: false });
  expect((await safe(api.visitors.register(again))).error).toMatchObject({ code: 'SAME_PERSON' });
  await api.visitors.putCards({ commandId: uuidv7(), first: '001', last: '005' });
  await api.visitors.giveCard({ commandId: uuidv7(), visit: id, card: '1' });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ card: { number: '001', state: 'out' } });
  expectWhole(desk);
});
