// Migration 0017: whoever was inside before is told by document, by name and by phone after, as before.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { takeBack } from '../support/versions.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('who is inside is asked about by document, name and phone, and leaves as ever', async () => {
  await using desk = await openTestDesk();
  const before = await desk.signedIn();
  const first = walkIn({ name: '吕旧客', phone: '13900000017', anotherPerson: false });
  const { id } = await before.visitors.register(first);
  await desk.backend.close();
  takeBack(desk.databasePath, 16);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const api = await desk.signedIn();
  const errorOf = async (changes: Parameters<typeof walkIn>[0]) =>
    (await safe(api.visitors.register(walkIn({ ...changes, anotherPerson: false })))).error;
  const nobody = { documentType: 'none', documentNumber: null } as const;
  expect(await errorOf({ ...nobody, name: '别名', phone: '13900000017' })).toMatchObject({
    code: 'SAME_PERSON',
  });
  expect(await errorOf({ ...nobody, name: '吕旧客', phone: null })).toMatchObject({ code: 'SAME_PERSON' });
  expect(await errorOf({ name: '别名', phone: null })).toMatchObject({ code: 'ALREADY_ON_SITE' });
  expect(await errorOf({ ...nobody, name: '别名', phone: null })).toBeNull();
  await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
  expect(await errorOf({ name: '吕旧客', phone: '13900000017' })).toBeNull();
  expectWhole(desk);
});
