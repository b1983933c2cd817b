// Migration 0007: a desk of the version before goes on with its staff, who get badges, lending and approvals.
import { expect, test } from 'vitest';
import { openTestDesk, PIN, STAFF } from '../support/desk.ts';
import { takeBack } from '../support/versions.ts';
import { uuidv7 } from '../support/ids.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('staff of before sign in as they did, and can be given a badge; every table still follows', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await api.visitors.register(walkIn());
  await desk.backend.close();
  takeBack(desk.databasePath, 6);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const supervisor = await desk.signedIn('supervisor');
  const guard = (await supervisor.staff.list()).find(({ number }) => number === STAFF.guard);
  expect(guard).toMatchObject({ hasBadge: false, lent: null, lockedUntil: null, homeDesk: 'L1' });
  await supervisor.staff.setBadge({ commandId: uuidv7(), staff: guard?.id ?? 0, badge: '04A1B2C3' });
  const { api: window } = desk.window();
  expect(await window.people.signInByBadge({ badge: '04:a1:b2:c3' })).toMatchObject({ role: 'guard' });
  expect(await window.people.signIn({ number: STAFF.guard, pin: PIN })).toMatchObject({ role: 'guard' });
  expectWhole(desk);
});
