// Who acts at the desk: PINs, waits, sessions and how they end.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { SAMPLE_PIN } from '../../electron/backend/people/pin.ts';
import { openTestDesk, PIN, STAFF, type TestDesk } from '../support/desk.ts';
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

test('a number that nobody has waits like one that somebody has', async () => {
  await using desk = await openTestDesk();
  const { api } = desk.window();
  const tell = async (number: string): Promise<unknown[]> => {
    const told: unknown[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const { error } = await safe(api.people.signIn({ number, pin: '000000' }));
      told.push(error !== null && 'code' in error ? [error.code, error.data] : null);
    }
    return told;
  };
  expect(await tell('7777')).toEqual(await tell(STAFF.receptionist));
});

test('a badge switches staff at once, also by a reader that writes it another way', async () => {
  await using desk = await openTestDesk();
  await giveBadge(desk, 'guard', '04A1B2C3');
  const api = await desk.signedIn();
  expect(await api.people.signInByBadge({ badge: '04:a1:b2:c3' })).toMatchObject({
    ...{ number: STAFF.guard, standsIn: null, shift: { number: 'H-L1-261121-0001' } },
  });
  await api.visitors.register(walkIn());
  const unknown = await safe(api.people.signInByBadge({ badge: '0000000000' }));
  expect(unknown.error).toMatchObject({ code: 'BADGE_UNKNOWN', defined: true });
  // Whoever was there stays.
  expect(await api.people.acting()).toMatchObject({ number: STAFF.guard });
});

test('unknown badges make wait, and a badge does not get round a lock-out; a PIN is heard all the same', async () => {
  await using desk = await openTestDesk();
  await giveBadge(desk, 'guard', '04A1B2C3');
  const { api } = desk.window();
  const told: unknown[] = [];
  for (let at = 0; at < 4; at += 1) {
    const { error } = await safe(api.people.signInByBadge({ badge: `9999000${at}` }));
    told.push(error !== null && 'code' in error ? error.code : null);
  }
  expect(told).toEqual(['BADGE_UNKNOWN', 'BADGE_UNKNOWN', 'BADGE_UNKNOWN', 'BADGE_WAIT']);
  desk.clock.advance(31_000);
  for (let tries = 0; tries < 3; tries += 1) {
    await safe(api.people.signIn({ number: STAFF.guard, pin: '000000' }));
  }
  const locked = await safe(api.people.signInByBadge({ badge: '04A1B2C3' }));
  expect(locked.error).toMatchObject({ code: 'BADGE_WAIT' });
  expect(await api.people.signIn({ number: STAFF.butler, pin: PIN })).toMatchObject({ role: 'butler' });
});

test('a badge is kept as a keyed hash, approves nothing, and ends with its holder’s employment', async () => {
  await using desk = await openTestDesk();
  const { supervisor, id } = await giveBadge(desk, 'guard', '04A1B2C3D4E5F6');
  const tables = ['staff', 'command', 'failed_try'].map((table) =>
    desk.backend.database.db.connection.prepare(`SELECT * FROM ${table}`).all(),
  );
  expect(JSON.stringify(tables)).not.toContain('04A1B2C3D4E5F6');
  const approve = { right: 'visits.void', record: 1, commandId: uuidv7(), reason: '登记错误' } as const;
  const asPin = { way: 'spot', approver: STAFF.guard, pin: '04A1B2C3D4E5F6' } as const;
  expect((await safe(supervisor.approvals.grant({ ...approve, proof: asPin }))).error).toMatchObject({
    code: 'BAD_REQUEST',
  });
  const form = { number: STAFF.guard, name: '已离职', role: 'guard', language: 'zh-CN' } as const;
  await supervisor.staff.update({ ...form, commandId: uuidv7(), staff: id, active: false });
  const { api } = desk.window();
  const gone = await safe(api.people.signInByBadge({ badge: '04A1B2C3D4E5F6' }));
  expect(gone.error).toMatchObject({ code: 'BADGE_UNKNOWN' });
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

/** A supervisor gives somebody of this role a badge. */
async function giveBadge(desk: TestDesk, role: 'guard', badge: string) {
  const supervisor = await desk.signedIn('supervisor');
  const id = (await supervisor.staff.list()).find(({ number }) => number === STAFF[role])?.id ?? 0;
  await supervisor.staff.setBadge({ commandId: uuidv7(), staff: id, badge });
  return { supervisor, id };
}
