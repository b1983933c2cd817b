// The supervisor's one screen: somebody new starts today, somebody forgot their PIN, somebody left.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { SAMPLE_PIN } from '../../electron/backend/people/pin.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { openTestDesk, STAFF } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';

const NEW_PIN = '864209';
const newcomer = { number: '7001', name: '测试新人', role: 'receptionist', language: 'zh-CN' } as const;

test('a newcomer is added by the supervisor and signs in at once', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const { id } = await supervisor.staff.add({ ...newcomer, commandId: uuidv7(), pin: NEW_PIN });
  const { api } = desk.window();
  expect(await api.people.signIn({ number: '7001', pin: NEW_PIN })).toMatchObject({
    id,
    role: 'receptionist',
  });
  const { databasePath, backend } = desk;
  expect(checkViews(databasePath, backend.journal.projection)).toMatchObject({ outcome: 'equal' });
});

test('what is refused: a number twice, an easy PIN, the sample’s PIN, a role above one’s own', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const add = async (changes: object): Promise<unknown> => {
    const { error } = await safe(
      api.staff.add({ ...newcomer, commandId: uuidv7(), pin: NEW_PIN, ...changes }),
    );
    return error !== null && 'code' in error ? error.code : null;
  };
  expect(await add({ number: STAFF.guard })).toBe('NUMBER_TAKEN');
  expect(await add({ pin: '111111' })).toBe('PIN_WEAK');
  expect(await add({ pin: SAMPLE_PIN })).toBe('PIN_WEAK');
  expect(await add({ role: 'admin' })).toBe('ROLE_NOT_YOURS');
  expect((await api.staff.list()).map(({ number }) => number)).not.toContain('7001');
});

test('whoever is locked out is released, and a forgotten PIN is replaced', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const { api } = desk.window();
  for (let tries = 0; tries < 3; tries += 1) {
    await safe(api.people.signIn({ number: STAFF.guard, pin: '000000' }));
  }
  const locked = (await supervisor.staff.list()).find(({ number }) => number === STAFF.guard);
  expect(locked?.lockedUntil).toBeGreaterThan(desk.clock.now());
  await supervisor.staff.release({ staff: locked?.id ?? 0 });
  await supervisor.staff.resetPin({ commandId: uuidv7(), staff: locked?.id ?? 0, pin: NEW_PIN });
  expect(await api.people.signIn({ number: STAFF.guard, pin: NEW_PIN })).toMatchObject({ role: 'guard' });
});

test('a new PIN ends the sessions that the old one opened', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const guard = await desk.signedIn('guard');
  const row = (await supervisor.staff.list()).find(({ number }) => number === STAFF.guard);
  await supervisor.staff.resetPin({ commandId: uuidv7(), staff: row?.id ?? 0, pin: NEW_PIN });
  const { error } = await safe(guard.visitors.counts());
  expect(error).toMatchObject({ code: 'SIGN_IN_NEEDED' });
  const admin = await desk.signedIn('admin');
  const own = (await admin.staff.list()).find(({ number }) => number === STAFF.admin);
  await admin.staff.resetPin({ commandId: uuidv7(), staff: own?.id ?? 0, pin: NEW_PIN });
  expect(await admin.visitors.counts()).toMatchObject({ onSite: 0 });
});

test('who leaves signs in no more, and the last admin cannot leave', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const rows = await admin.staff.list();
  const leave = (number: string): Promise<unknown> => {
    const row = rows.find((each) => each.number === number);
    if (!row) throw new Error('nobody has this number');
    const { role, language, id } = row;
    const form = { number, name: row.name ?? '', role, language };
    return admin.staff.update({ ...form, commandId: uuidv7(), staff: id, active: false });
  };
  await leave(STAFF.clerk);
  const { api } = desk.window();
  const gone = await safe(api.people.signIn({ number: STAFF.clerk, pin: NEW_PIN }));
  expect(gone.error).toMatchObject({ code: 'SIGN_IN_REFUSED' });
  const last = await safe(leave(STAFF.admin));
  expect(last.error).toMatchObject({ code: 'LAST_ADMIN' });
});
