// Who acts at the desk: PINs, waits, sessions and how they end.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { SAMPLE_PIN } from '../../electron/backend/people/pin.ts';
import { openTestDesk, PIN, STAFF } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { walkIn } from '../support/visits.ts';

test('a wrong PIN counts, three make wait, and the right one is heard again after the wait', async () => {
  await using desk = await openTestDesk();
  const { api } = desk.window();
  const codes: unknown[] = [];
  for (let tries = 0; tries < 4; tries += 1) {
    const { error } = await safe(api.people.signIn({ number: STAFF.receptionist, pin: '000000' }));
    codes.push((error as { code?: string } | null)?.code);
  }
  expect(codes).toEqual(['SIGN_IN_REFUSED', 'SIGN_IN_REFUSED', 'SIGN_IN_WAIT', 'SIGN_IN_WAIT']);
  const tooSoon = await safe(api.people.signIn({ number: STAFF.receptionist, pin: PIN }));
  expect(tooSoon.error).toMatchObject({ code: 'SIGN_IN_WAIT' });
  desk.clock.advance(31_000);
  expect(await api.people.signIn({ number: STAFF.receptionist, pin: PIN })).toMatchObject({
    role: 'receptionist',
    shift: { number: 'H-L1-261121-0001' },
  });
});

test('the sample’s PIN opens the sample only, and who was let go acts no more', async () => {
  await using desk = await openTestDesk();
  const { api } = desk.window();
  const sample = await safe(api.people.signIn({ number: STAFF.receptionist, pin: SAMPLE_PIN }));
  expect(sample.error).toMatchObject({ code: 'SAMPLE_PIN' });
  const guard = await desk.signedIn('guard');
  const admin = await desk.signedIn('admin');
  const row = (await admin.staff.list()).find(({ number }) => number === STAFF.guard);
  const form = { number: STAFF.guard, name: '已离职', role: 'guard', language: 'zh-CN' } as const;
  await admin.staff.update({ ...form, commandId: uuidv7(), staff: row?.id ?? 0, active: false });
  const gone = await safe(guard.visitors.register(walkIn()));
  expect(gone.error).toMatchObject({ code: 'SIGN_IN_NEEDED' });
});

test('a sign-in goes on after the backend was gone, until somebody signs out', async () => {
  await using desk = await openTestDesk();
  const { api } = desk.window();
  const { resumeToken } = await api.people.signIn({ number: STAFF.receptionist, pin: PIN });
  await desk.restart();
  const { api: after } = desk.window();
  expect(await after.people.acting()).toBeNull();
  const forged = `${resumeToken.slice(0, -1)}${resumeToken.endsWith('A') ? 'B' : 'A'}`;
  expect(await after.people.resume({ token: forged })).toBeNull();
  expect(await after.people.resume({ token: resumeToken })).toMatchObject({ number: STAFF.receptionist });
  await after.people.signOut();
  expect(await after.people.resume({ token: resumeToken })).toBeNull();
});

test('two windows are two sessions: what one signs in to, the other does not get', async () => {
  await using desk = await openTestDesk();
  await desk.signedIn('supervisor');
  const { api } = desk.window();
  expect(await api.people.acting()).toBeNull();
  const { error } = await safe(api.visitors.list({ view: 'onSite' }));
  expect(error).toMatchObject({ code: 'SIGN_IN_NEEDED', defined: true });
});
