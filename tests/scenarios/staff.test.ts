// The supervisor's one screen: somebody new starts today, somebody forgot their PIN, somebody left.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { SAMPLE_PIN } from '../../electron/backend/people/pin.ts';
import type { ApiClient } from '../../electron/api/contract.ts';
import { putDesk } from '../../electron/backend/places/places.service.ts';
import { HOUR, MINUTE, MORNING, openTestDesk, PIN, STAFF, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { expectWhole } from '../support/whole.ts';

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
  expectWhole(desk);
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

test('a badge has one holder: somebody else’s is refused by name, and one that was taken away is free', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const idOf = await staffIds(supervisor);
  const give = (number: string, badge: string | null) =>
    supervisor.staff.setBadge({ commandId: uuidv7(), staff: idOf(number), badge });
  await give(STAFF.guard, '0012345678');
  const taken = await safe(give(STAFF.butler, '0012345678'));
  expect(taken.error).toMatchObject({ code: 'BADGE_TAKEN', data: { field: 'badge', number: STAFF.guard } });
  // Given again to its holder it is no other badge.
  await give(STAFF.guard, '0012345678');
  await give(STAFF.guard, null);
  await give(STAFF.butler, '0012345678');
  const rows = await supervisor.staff.list();
  expect(rows.filter(({ hasBadge }) => hasBadge).map(({ number }) => number)).toEqual([STAFF.butler]);
  const admins = await safe(give(STAFF.admin, '99887766'));
  expect(admins.error).toMatchObject({ code: 'ROLE_NOT_YOURS' });
  expectWhole(desk);
});

test('who is let go hands the badge in: whoever gets it next signs in with it, also when the first one is back', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const rows = await admin.staff.list();
  const badge = '04A1B2C3';
  const put = (number: string, active: boolean) => {
    const row = rows.find((each) => each.number === number);
    if (!row) throw new Error(`${number} is not on file`);
    const { id: staff, name, role, language } = row;
    const form = { commandId: uuidv7(), staff, number, name: name ?? '', role, language, active };
    return admin.staff.update(form);
  };
  const give = (number: string) => {
    const staff = rows.find((each) => each.number === number)?.id ?? 0;
    return admin.staff.setBadge({ commandId: uuidv7(), staff, badge });
  };
  await give(STAFF.receptionist);
  await put(STAFF.receptionist, false);
  expect((await safe(give(STAFF.receptionist))).error).toMatchObject({ code: 'NOT_FOUND' });
  await give(STAFF.guard);
  await put(STAFF.receptionist, true);
  const { api } = desk.window();
  expect((await api.people.signInByBadge({ badge })).number).toBe(STAFF.guard);
  expectWhole(desk);
});

test('who stands in without being lent is let in, told, and entered once a shift to be countersigned', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const guard = (await staffIds(supervisor))(STAFF.guard);
  putSecondDesk(desk);
  const form = { number: STAFF.guard, name: '测试保安', role: 'guard', language: 'zh-CN' } as const;
  const move = { ...form, commandId: uuidv7(), staff: guard, active: true, homeDesk: 'L2' };
  await supervisor.staff.update(move);
  const { api } = desk.window();
  const signIn = () => api.people.signIn({ number: STAFF.guard, pin: PIN });
  expect(await signIn()).toMatchObject({
    standsIn: { homeDesk: 'L2' },
    shift: { number: 'H-L1-261121-0001' },
  });
  await signIn();
  const due = await supervisor.approvals.due();
  expect(due).toMatchObject([
    {
      ...{ way: 'emergency', right: 'desk.standIn', dueAt: MORNING + 24 * HOUR, mine: true },
      ...{ subject: { number: STAFF.guard, title: '测试保安' }, requester: '3003 测试保安' },
    },
  ]);
  await supervisor.approvals.countersign({ commandId: uuidv7(), approval: due[0]?.id ?? 0, pin: PIN });

  // Lent until noon they belong here, and from noon on no more.
  const lend = (place: string, until: number) =>
    supervisor.staff.lend({ commandId: uuidv7(), staff: guard, lent: { desk: place, until } });
  expect((await safe(lend('L9', MORNING + HOUR))).error).toMatchObject({
    ...{ code: 'UNKNOWN_DESK', data: { field: 'desk' } },
  });
  expect((await safe(lend('L1', MORNING))).error).toMatchObject({ code: 'LEND_TIME' });
  await lend('L1', MORNING + HOUR);
  desk.clock.advance(24 * HOUR - MINUTE);
  await lend('L1', desk.clock.now() + HOUR);
  expect((await signIn()).standsIn).toBeNull();
  const row = async () => (await supervisor.staff.list()).find(({ id }) => id === guard);
  expect((await row())?.lent).toMatchObject({ desk: 'L1' });
  desk.clock.advance(HOUR);
  expect((await row())?.lent).toBeNull();
  expect((await signIn()).standsIn).toEqual({ homeDesk: 'L2' });
  await lend('L1', desk.clock.now() + HOUR);
  await supervisor.staff.lend({ commandId: uuidv7(), staff: guard, lent: null });
  expect((await row())?.lent).toBeNull();
  expectWhole(desk);
});

function putSecondDesk({ backend }: TestDesk): void {
  const author = { actor: 'import', staff: null, approver: null, shift: null, desk: 'L1' } as const;
  backend.journal.system(author, (command) => {
    putDesk(command, {
      code: 'L2',
      nameZh: '客服中心',
      nameEn: 'Service centre',
      location: null,
      opens: null,
      closes: null,
    });
    return null;
  });
}

async function staffIds(api: ApiClient): Promise<(number: string) => number> {
  const rows = await api.staff.list();
  return (number) => rows.find((row) => row.number === number)?.id ?? 0;
}
