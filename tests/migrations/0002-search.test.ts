// Migration 0002: a desk of the version before gets its index, and what was written before is found.
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { takeBack } from '../support/versions.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('a desk from before the index is copied, migrated, and finds its old visits; its tables still follow', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn({ name: '吕旧客' }));
  await api.visitors.leave({ commandId: walkIn().commandId, visit: id, way: 'list' });
  await desk.backend.close();
  takeBack(desk.databasePath, 1);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const found = await (await desk.signedIn()).search.find({ text: '旧客' });
  expect(found.history.map(({ record }) => record)).toEqual([id]);
  expectWhole(desk);
});
