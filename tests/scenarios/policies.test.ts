// What the admin decides acts at the counter at once, is kept with who and when, and can be put back.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import { POLICIES, SHIPPED_POLICIES, type PolicyKey } from '../../electron/api/policies.ts';
import type { PolicyValue } from '../../electron/api/policies.contract.ts';
import { HOUR, MINUTE, MORNING, openTestDesk, STAFF } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { amendment, announced, OTHER_RESIDENT, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const DAY = 24 * HOUR;
/** 20:00 of the same day, when the desk closes. */
const CLOSING = MORNING + 10.5 * HOUR;

const put = (api: ApiClient, key: PolicyKey, value: PolicyValue) =>
  api.policies.put({ commandId: uuidv7(), key, value });
const refusalOf = async (sent: Promise<unknown>): Promise<unknown> => (await safe(sent)).error;
const undocumented = { documentType: 'none', documentNumber: null, verifiedBy: 'hostVouched' } as const;

test('a new desk works by the shipped values, and says so', async () => {
  await using desk = await openTestDesk();
  const { api } = desk.window();
  expect(await api.policies.values()).toEqual(SHIPPED_POLICIES);
  const rows = await (await desk.signedIn('admin')).policies.list();
  expect(rows.map(({ key }) => key).toSorted()).toEqual(Object.keys(POLICIES).toSorted());
  for (const row of rows) {
    expect(row).toMatchObject({ isDefault: true, changed: null, revision: 1 });
    expect(row.value).toEqual(row.default);
  }
});

test('a change acts at once, is kept with who and when, outlasts a restart, and is put back', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const key = 'idleLock.minutes';
  expect(await put(admin, key, 10)).toEqual({ key, revision: 2 });
  expect((await desk.window().api.policies.values())[key]).toBe(10);
  desk.clock.advance(HOUR);
  await desk.restart();
  const again = await desk.signedIn('admin');
  const row = (await again.policies.list()).find((each) => each.key === key);
  expect(row).toMatchObject({ value: 10, default: 3, isDefault: false, revision: 2 });
  expect(row?.changed).toEqual({ at: MORNING, staffNumber: STAFF.admin, staffName: '测试admin' });

  expect(await again.policies.reset({ commandId: uuidv7(), key })).toEqual({ key, revision: 3 });
  expect((await again.policies.values())[key]).toBe(3);
  expect(await again.policies.history({ key })).toMatchObject([
    { revision: 3, value: null, at: MORNING + HOUR, staffNumber: STAFF.admin },
    { revision: 2, value: 10, at: MORNING },
  ]);
  expectWhole(desk);
});

test('the same command sent again, and a value that is there already, change nothing twice', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const command = { commandId: uuidv7(), key: 'lateEntry.days', value: 3 } as const;
  const first = await admin.policies.put(command);
  expect(await admin.policies.put(command)).toEqual(first);
  expect(await put(admin, 'lateEntry.days', 3)).toEqual(first);
  expect(await admin.policies.history({ key: 'lateEntry.days' })).toHaveLength(1);
  const never = { commandId: uuidv7(), key: 'pass.printed' } as const;
  expect(await admin.policies.reset(never)).toEqual({ key: 'pass.printed', revision: 1 });
});

test('what is no value of the policy is refused with field and reason, and nothing is written', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const { seq } = (await admin.desk.status()).journal;
  const hours = { ...SHIPPED_POLICIES['validity.hours'], tour: 25 };
  expect(await refusalOf(put(admin, 'validity.hours', hours))).toMatchObject({
    code: 'POLICY_REFUSED',
    data: { key: 'validity.hours', field: 'tour', reason: 'BOUNDS' },
  });
  const oneLanguage = { zh: '告知', en: '' };
  expect(await refusalOf(put(admin, 'privacy.notice', oneLanguage))).toMatchObject({
    data: { field: 'en', reason: 'EMPTY' },
  });
  expect((await admin.desk.status()).journal.seq).toBe(seq);
  const supervisor = await desk.signedIn('supervisor');
  expect(await refusalOf(put(supervisor, 'idleLock.minutes', 5))).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('a pass holds as the policies say, contractors several days, and until the time that the desk typed', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const api = await desk.signedIn();
  const holds = async (changes: Parameters<typeof walkIn>[0]): Promise<number | null> => {
    const { id } = await api.visitors.register(walkIn({ ...undocumented, ...changes }));
    return (await api.visitors.get({ visit: id })).validUntil;
  };
  expect(await holds({ purpose: 'works' })).toBe(CLOSING + 2 * DAY);
  await put(admin, 'validity.days', { works: 5, repair: 1 });
  await put(admin, 'validity.hours', { ...SHIPPED_POLICIES['validity.hours'], delivery: 1 });
  expect(await holds({ purpose: 'works' })).toBe(CLOSING + 4 * DAY);
  expect(await holds({ purpose: 'repair' })).toBe(CLOSING);
  expect(await holds({ purpose: 'delivery' })).toBe(MORNING + HOUR);
  const asked = await api.visitors.validity({ purpose: 'works' });
  expect(asked).toEqual({ validUntil: CLOSING + 4 * DAY, latest: MORNING + 31 * DAY });

  expect(await holds({ purpose: 'visit', validUntil: MORNING + 3 * DAY })).toBe(MORNING + 3 * DAY);
  await put(admin, 'validity.longestDays', 2);
  expect(await holds({ purpose: 'works' })).toBe(MORNING + 2 * DAY);
  for (const validUntil of [MORNING, MORNING + 2 * DAY + 1]) {
    expect(await refusalOf(holds({ validUntil }))).toMatchObject({
      ...{ code: 'FIELD_NEEDED', data: { field: 'validUntil' } },
    });
  }
  const long = announced(MORNING, MORNING + 3 * DAY);
  expect(await refusalOf(api.visitors.expect(long))).toMatchObject({ data: { field: 'expectedUntil' } });
  expectWhole(desk);
});

test('a contractor comes back on the next day by the same pass, and the evening before stays in the book', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id, passCode } = await api.visitors.register(walkIn({ purpose: 'works' }));
  desk.clock.advance(8 * HOUR);
  await api.visitors.scan({ commandId: uuidv7(), code: passCode });
  desk.clock.advance(15 * HOUR);
  const next = await desk.signedIn();
  const shown = await next.visitors.scan({ commandId: uuidv7(), code: passCode });
  expect(shown).toMatchObject({ did: 'nothing', visit: id, state: 'left' });
  await next.visitors.reopen({ commandId: uuidv7(), visit: id });
  const { state, stays, arrivedAt } = await next.visitors.get({ visit: id });
  expect({ state, arrivedAt }).toEqual({ state: 'on_site', arrivedAt: MORNING });
  expect(stays).toMatchObject([
    { in: MORNING, out: MORNING + 8 * HOUR },
    { in: MORNING + 23 * HOUR, out: null },
  ]);
  expect((await next.visitors.history({ visit: id })).at(-1)).toMatchObject({ type: 'visit.came_back' });
  // The same evening a wrong scan is still only a mistake.
  await next.visitors.scan({ commandId: uuidv7(), code: passCode });
  await next.visitors.reopen({ commandId: uuidv7(), visit: id });
  expect((await next.visitors.get({ visit: id })).stays).toHaveLength(2);
  expectWhole(desk);
});

test('a contractor who left unseen comes back the next day, and no leaving time is made up for the day before', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id, passCode } = await api.visitors.register(walkIn({ purpose: 'works' }));
  desk.clock.advance(10 * HOUR);
  await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'timeUnknown' });
  desk.clock.advance(13 * HOUR);
  const next = await desk.signedIn();
  await next.visitors.reopen({ commandId: uuidv7(), visit: id });
  desk.clock.advance(HOUR);
  await next.visitors.scan({ commandId: uuidv7(), code: passCode });
  expect((await next.visitors.get({ visit: id })).stays).toMatchObject([
    { in: MORNING, out: null },
    { in: MORNING + 23 * HOUR, out: MORNING + 24 * HOUR },
  ]);
  expectWhole(desk);
});

test('a contractor stays out of the overstay list and is not closed until the last day is over', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn({ ...undocumented, purpose: 'repair' }));
  desk.clock.advance(20 * HOUR);
  expect(desk.backend.registers.visitors.closeForgotten()).toBe(0);
  expect(await api.visitors.counts()).toMatchObject({ onSite: 1, overstay: 0 });
  desk.clock.set(MORNING + 3 * DAY);
  const guard = await desk.signedIn('admin');
  await guard.desk.confirmClock();
  expect(desk.backend.registers.visitors.closeForgotten()).toBe(1);
  expect(await guard.visitors.get({ visit: id })).toMatchObject({ state: 'closed', leftAt: null });
});

test('the round that closes what nobody answered for comes when policy says', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await put(await desk.signedIn('admin'), 'closing.round', '06:30');
  await api.visitors.register(walkIn());
  desk.clock.advance(20 * HOUR + 59 * MINUTE);
  expect(desk.backend.registers.visitors.closeForgotten()).toBe(0);
  desk.clock.advance(MINUTE);
  expect(desk.backend.registers.visitors.closeForgotten()).toBe(1);
});

test('where policy requires it nobody comes in without the host, and how they confirmed is kept', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const asked = { ...SHIPPED_POLICIES['hostConfirmation.asked'], meeting: 'required', tour: 'optional' };
  await put(await desk.signedIn('admin'), 'hostConfirmation.asked', asked);
  expect(await refusalOf(api.visitors.register(walkIn()))).toMatchObject({
    ...{ code: 'FIELD_NEEDED', data: { field: 'hostConfirmation' } },
  });
  expect(await api.visitors.counts()).toMatchObject({ onSite: 0 });
  await api.visitors.register(walkIn({ ...undocumented, purpose: 'tour' }));
  const { id } = await api.visitors.register(walkIn({ hostConfirmation: 'phone' }));
  expect(await api.visitors.get({ visit: id })).toMatchObject({ hostConfirmation: 'phone' });
  expect(await api.visitors.history({ visit: id })).toMatchObject([{ hostConfirmation: 'phone' }]);

  const { id: expected } = await api.visitors.expect(announced(MORNING, MORNING + HOUR));
  const arrival = { ...walkIn({ ...undocumented }), visit: expected };
  expect(await refusalOf(api.visitors.arrive(arrival))).toMatchObject({
    data: { field: 'hostConfirmation' },
  });
  await api.visitors.arrive({ ...arrival, commandId: uuidv7(), hostConfirmation: 'expected' });
  expectWhole(desk);
});

test('where policy asks for a document no host can vouch instead, now or by an amendment', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const asked = { ...SHIPPED_POLICIES['document.asked'], works: 'required' };
  await put(await desk.signedIn('admin'), 'document.asked', asked);
  const works = { purpose: 'works' } as const;
  expect(await refusalOf(api.visitors.register(walkIn({ ...undocumented, ...works })))).toMatchObject({
    ...{ code: 'DOCUMENT_REQUIRED', data: { field: 'documentNumber' } },
  });
  await api.visitors.register(walkIn({ ...undocumented, purpose: 'meeting' }));
  const { id } = await api.visitors.register(walkIn({ ...works, documentNumber: OTHER_RESIDENT }));
  const document = { type: 'none', number: null, end: null, verifiedBy: 'hostVouched' } as const;
  const amended = api.visitors.amend({ ...amendment({ ...works, document }), visit: id });
  expect(await refusalOf(amended)).toMatchObject({ code: 'DOCUMENT_REQUIRED' });
  await api.visitors.amend({ ...amendment({ ...works, company: '另一测试单位' }), visit: id });
});

test('an arrival is entered late as far back as policy allows', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await put(await desk.signedIn('admin'), 'lateEntry.days', 1);
  expect(await refusalOf(api.visitors.register(walkIn({ arrivedAt: MORNING - 2 * DAY })))).toMatchObject({
    data: { field: 'arrivedAt' },
  });
  await api.visitors.register(walkIn({ arrivedAt: MORNING - DAY }));
});

test('the privacy notice names the property, and a visit keeps the version that hung there when it began', async () => {
  await using desk = await openTestDesk();
  const { api: anyone } = desk.window();
  const shipped = await anyone.policies.notice();
  expect(shipped).toMatchObject({ version: 1 });
  expect(shipped.zh).toContain('测试大厦物业服务中心（测试路1号）');
  expect(shipped.en).toContain('Test Tower (测试路1号)');
  expect(`${shipped.zh}${shipped.en}`).not.toMatch(/[{}]/);

  const api = await desk.signedIn();
  const versionOf = async (changes: Parameters<typeof walkIn>[0]): Promise<number | null> => {
    const { id } = await api.visitors.register(walkIn({ ...undocumented, ...changes }));
    return (await api.visitors.get({ visit: id })).noticeVersion;
  };
  expect(await versionOf({})).toBe(1);
  desk.clock.advance(HOUR);
  const admin = await desk.signedIn('admin');
  await put(admin, 'privacy.notice', { zh: '{property}的新告知', en: 'New notice of {property}' });
  expect(await anyone.policies.notice()).toEqual({
    ...{ version: 2, zh: '测试大厦的新告知', en: 'New notice of Test Tower' },
  });
  expect(await versionOf({})).toBe(2);
  // Written down now, but shown the notice of then.
  expect(await versionOf({ arrivedAt: MORNING + 30 * MINUTE })).toBe(1);
  desk.clock.advance(HOUR);
  await admin.policies.reset({ commandId: uuidv7(), key: 'privacy.notice' });
  expect(await anyone.policies.notice()).toEqual({ ...shipped, version: 3 });
  expect(await versionOf({ arrivedAt: MORNING + 90 * MINUTE })).toBe(2);
  expectWhole(desk);
});
