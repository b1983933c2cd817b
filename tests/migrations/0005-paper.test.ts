// Migration 0005: visits from before it need no help that anybody wrote down, and came from no paper.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { takeBack } from '../support/versions.ts';
import { OTHER_RESIDENT, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('a desk from before the paper kit keeps its visits, and writes both down from now on', async () => {
  await using desk = await openTestDesk();
  const { id } = await (await desk.signedIn()).visitors.register(walkIn());
  await desk.backend.close();
  takeBack(desk.databasePath, 4);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn();
  expect(await api.visitors.get({ visit: id })).toMatchObject({ needsHelp: false, paperLine: null });
  const form = walkIn({ documentNumber: OTHER_RESIDENT, needsHelp: true, paperLine: '1122-0850-01' });
  const written = await api.visitors.register(form);
  expect(await api.visitors.get({ visit: written.id })).toMatchObject({
    needsHelp: true,
    paperLine: '1122-0850-01',
  });
  expectWhole(desk);
});
