// The places file through a year: set right by two people at once, let anew, moved out of.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { TenantForm, TenantRow } from '../../electron/api/places-file.contract.ts';
import { listRecordEvents } from '../../electron/backend/journal/journal.store.ts';
import { readSealed } from '../../electron/backend/journal/open-event.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { decodeWire } from '../../head-office/protocol/wire.ts';
import { HOUR, openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { announced, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const SYSTEM = { actor: 'system', staff: null, approver: null, shift: null, desk: null } as const;

/** A record of a list, or the test ends here. */
function only<T>(rows: readonly T[], which: (row: T) => boolean): T {
  const row = rows.find(which);
  if (row === undefined) throw new Error('the list lacks the record');
  return row;
}

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; data: unknown } | null> {
  const { error } = await safe(work);
  if (error === null) return null;
  if (!('code' in error)) throw error;
  return { code: String(error.code), data: 'data' in error ? error.data : undefined };
}

function formOf({ id, revision, carried: _c, units: _u, nameZh, nameEn, ...rest }: TenantRow) {
  return { ...rest, nameZh: nameZh ?? '', nameEn: nameEn ?? '', record: id, revision };
}

const newcomer: TenantForm = {
  ...{ nameZh: '新到测试行', nameEn: 'Newcome', shortName: '新到', phone: null, status: 'movingIn' },
  emergencyContacts: [
    { name: '测试首呼', phone: '13800000011' },
    { name: '测试次呼', phone: '13800000012' },
  ],
  ...{ instructions: '谢绝推销\n先致电', mailInstructions: '函件放前台', notes: null },
};

const asNew = { record: null, revision: null };

const tenantOf = async (api: ApiClient, id: number): Promise<TenantRow> =>
  only(await api.places.tenants(), (row) => row.id === id);

test('a tenant moves in: unit, tenant and contact are put on file, and the next visitor finds them', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const reception = await desk.signedIn();
  // Asked before, so that an old answer would show.
  expect(await reception.places.find({ text: '向导' })).toEqual([]);
  const { id: tenant } = await admin.places.putTenant({ commandId: uuidv7(), ...asNew, ...newcomer });
  const unit = { code: 'A-1204', building: 'A', floor: 12, room: '04', kind: 'office', tenant } as const;
  await admin.places.putUnit({ commandId: uuidv7(), ...asNew, ...unit });
  const contact = { name: '向导测', phone: '13800000013', unit: null, authorises: [], active: true };
  await admin.places.putContact({ commandId: uuidv7(), ...asNew, ...contact, tenant });
  const [host] = await reception.places.find({ text: '向导' });
  expect(host).toMatchObject({
    ...{ contactName: '向导测', unitCode: 'A-1204', instructions: '谢绝推销\n先致电', caution: 'movingIn' },
  });
  expect(await tenantOf(admin, tenant)).toMatchObject({ ...newcomer, units: ['A-1204'], carried: [] });
  expectWhole(desk);
});

test('who belongs to a unit that is chosen already comes first, or else to its tenant; who moved out stays last', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const reception = await desk.signedIn();
  const { id: tenant } = await admin.places.putTenant({ commandId: uuidv7(), ...asNew, ...newcomer });
  const unit = { code: 'Z-1204', building: 'Z', floor: 12, room: '04', kind: 'office', tenant } as const;
  const { id: chosen } = await admin.places.putUnit({ commandId: uuidv7(), ...asNew, ...unit });
  for (const [name, of] of [
    ['单乙测', null],
    ['甲单测', tenant],
  ] as const) {
    const contact = { name, phone: null, unit: null, authorises: [], active: true };
    await admin.places.putContact({ commandId: uuidv7(), ...asNew, ...contact, tenant: of });
  }
  const named = async (near: number[]) =>
    (await reception.places.find({ text: '单', near })).map(({ contactName }) => contactName);
  expect((await named([]))[0]).not.toBe('甲单测');
  expect((await named([chosen]))[0]).toBe('甲单测');
  expect(await named([chosen])).toHaveLength((await named([])).length);
});

test('the history of a tenant says who put which value in the place of which; of another noun it says nothing', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const { id } = await admin.places.putTenant({ commandId: uuidv7(), ...asNew, ...newcomer });
  const { revision } = await tenantOf(admin, id);
  const changed = { ...newcomer, phone: '021-00000077' };
  await admin.places.putTenant({ commandId: uuidv7(), record: id, revision, ...changed });
  const reception = await desk.signedIn();
  const history = await reception.places.history({ record: id });
  expect(history).toMatchObject([{ type: 'tenant.put', changes: [] }, { type: 'tenant.put' }]);
  expect(history[1]?.changes).toEqual([
    { field: 'phone', before: newcomer.phone ?? null, after: '021-00000077' },
  ]);
  const { id: visit } = await reception.visitors.register(walkIn());
  expect(await reception.places.history({ record: visit })).toEqual([]);
});

test('instructions that a supervisor changes are what the next visitor’s form shows', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const reception = await desk.signedIn();
  const shown = async () => (await reception.places.find({ text: '1203' }))[0]?.instructions;
  expect(await shown()).toBe('请先致电');
  const form = formOf(await tenantOf(supervisor, desk.places.tenant));
  await supervisor.places.putTenant({ commandId: uuidv7(), ...form, instructions: '贵宾直接送上' });
  expect(await shown()).toBe('贵宾直接送上');
});

test('whoever edits what somebody else has changed meanwhile is told which fields, and writes nothing', async () => {
  await using desk = await openTestDesk();
  const [first, second] = [await desk.signedIn('supervisor'), await desk.signedIn('admin')];
  const read = formOf(await tenantOf(first, desk.places.tenant));
  await second.places.putTenant({ commandId: uuidv7(), ...read, phone: '02100000001', notes: '测试' });
  const late = await refusalOf(first.places.putTenant({ commandId: uuidv7(), ...read, shortName: '远' }));
  expect(late).toMatchObject({ code: 'CHANGED_MEANWHILE', data: { changed: ['phone', 'notes'] } });
  const now = await tenantOf(first, desk.places.tenant);
  expect(now).toMatchObject({ shortName: '恒远', phone: '02100000001' });
  await first.places.putTenant({ commandId: uuidv7(), ...formOf(now), shortName: '远' });
  expect(await tenantOf(second, desk.places.tenant)).toMatchObject({ shortName: '远', notes: '测试' });
  expectWhole(desk);
});

test('a unit code is given once, however it is typed, and nobody rents an empty unit', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  const unit = {
    code: 'A-1299',
    building: 'A',
    floor: 12,
    room: null,
    kind: 'vacant',
    tenant: null,
  } as const;
  const put = (changes: object) =>
    refusalOf(api.places.putUnit({ commandId: uuidv7(), ...asNew, ...unit, ...changes }));
  expect(await put({ code: 'ａ-1203' })).toMatchObject({ code: 'CODE_TAKEN', data: { field: 'code' } });
  expect(await put({ tenant: desk.places.tenant })).toMatchObject({ data: { field: 'kind' } });
  expect(await put({ kind: 'shop', tenant: 5 })).toMatchObject({ data: { field: 'tenant' } });
  expect(await put({})).toBeNull();
  const [vacant] = await (await desk.signedIn()).places.find({ text: 'A-1299' });
  expect(vacant).toMatchObject({ unitCode: 'A-1299', caution: 'vacant' });
});

test('a desk’s code is free until a number carries it, and there are ten desks at most', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  const names = { nameZh: '货运台', nameEn: 'Dock', location: 'B1', opens: '08:00', closes: '18:00' };
  const put = (changes: object) =>
    api.places.putDesk({ commandId: uuidv7(), ...asNew, ...names, code: 'D1', ...changes });
  const { id } = await put({});
  expect(await refusalOf(put({}))).toMatchObject({ code: 'CODE_TAKEN' });
  expect(await refusalOf(put({ code: 'D2', closes: '07:00' }))).toMatchObject({ data: { field: 'closes' } });
  const rows = await api.places.desks();
  const dock = only(rows, (row) => row.id === id);
  expect(dock).toMatchObject({ code: 'D1', frozen: false, own: false });
  await put({ record: id, revision: dock.revision, code: 'DOCK' });
  const lobby = only(rows, ({ own }) => own);
  expect(lobby).toMatchObject({ code: 'L1', frozen: true });
  const renamed = put({ record: lobby.id, revision: lobby.revision, code: 'L9' });
  expect(await refusalOf(renamed)).toMatchObject({ code: 'CODE_FROZEN', data: { field: 'code' } });
  for (let at = 3; at <= 10; at += 1) await put({ code: `D${at}` });
  expect(await refusalOf(put({ code: 'D11' }))).toMatchObject({ code: 'TOO_MANY_DESKS' });
  expectWhole(desk);
});

test('the property keeps its code; a zone that no clock knows is refused beside its field', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  const row = await api.places.propertyFile();
  if (!row) throw new Error('the desk has no property');
  const { id: _i, code: _c, ...form } = row;
  const put = (changes: object) =>
    api.places.putProperty({ commandId: uuidv7(), ...form, slipHeaderZh: '欢迎光临', ...changes });
  expect(await refusalOf(put({ timeZone: 'Asia/Nowhere' }))).toMatchObject({ data: { field: 'timeZone' } });
  await put({});
  expect(await api.places.propertyFile()).toMatchObject({ code: 'T', slipHeaderZh: '欢迎光临' });
});

test('who left is no host any more', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const {
    id,
    revision,
    name,
    tenantName: _t,
    unitCode: _u,
    ...rest
  } = only(await api.places.contacts(), (row) => row.id === desk.places.host);
  const form = { ...rest, name: name ?? '', record: id, revision, active: false };
  expect(await api.places.find({ text: '试验' })).toHaveLength(1);
  await api.places.putContact({ commandId: uuidv7(), ...form });
  expect(await api.places.find({ text: '试验' })).toEqual([]);
});

test('a tenant moves out: the expected visit is cancelled, who is inside is carried, the unit stands vacant', async () => {
  await using desk = await openTestDesk();
  const { tenant, unit, host } = desk.places;
  const api = await desk.signedIn('supervisor');
  const now = desk.clock.now();
  const inside = await api.visitors.register(walkIn({ units: [unit], host }));
  const elsewhere = { host: null, hostName: '别家', documentType: 'none', documentNumber: null } as const;
  await api.visitors.expect(announced(now + HOUR, now + 2 * HOUR, { ...elsewhere, name: '他人客' }));
  const expected = await api.visitors.expect(announced(now + HOUR, now + 2 * HOUR, { host }));
  const before = await tenantOf(api, tenant);
  const straight = api.places.putTenant({ commandId: uuidv7(), ...formOf(before), status: 'movedOut' });
  expect(await refusalOf(straight)).toMatchObject({ code: 'MOVE_OUT_NEEDED', data: { field: 'status' } });

  const open = await api.places.openUnder({ tenant });
  expect(open).toMatchObject([
    { record: inside.id, register: 'visitors', state: 'on_site', closable: false },
    { record: expected.id, register: 'visitors', state: 'expected', closable: true },
  ]);
  const leave = (decisions: Parameters<typeof api.places.moveOut>[0]['decisions']) =>
    api.places.moveOut({ commandId: uuidv7(), tenant, revision: before.revision, decisions });
  const close = { how: 'close', record: expected.id } as const;
  expect(await refusalOf(leave([close]))).toMatchObject({ code: 'LIST_CHANGED' });
  expect(await refusalOf(leave([close, { how: 'close', record: inside.id }]))).toMatchObject({
    code: 'LIST_CHANGED',
  });
  expect(await api.visitors.counts()).toMatchObject({ expected: 2 });

  await leave([close, { how: 'carry', record: inside.id, remark: '搬运工，由物业陪同' }]);
  expect(await api.visitors.get({ visit: expected.id })).toMatchObject({ state: 'cancelled' });
  expect(await api.visitors.get({ visit: inside.id })).toMatchObject({ state: 'on_site' });
  expect(await tenantOf(api, tenant)).toMatchObject({
    ...{ status: 'movedOut', units: [] },
    carried: [{ record: inside.id, number: inside.number, remark: '搬运工，由物业陪同' }],
  });
  expect(only(await api.places.units(), ({ id }) => id === unit)).toMatchObject({ kind: 'vacant' });
  expect(await api.places.find({ text: '试验' })).toMatchObject([{ caution: 'movedOut', unit: null }]);
  expectWhole(desk);
});

test('why somebody was carried goes with them when they are erased; that they were carried stays', async () => {
  await using desk = await openTestDesk();
  const { tenant, unit } = desk.places;
  const api = await desk.signedIn('supervisor');
  const { id, number } = await api.visitors.register(walkIn({ units: [unit] }));
  const { revision } = await tenantOf(api, tenant);
  const carry = { how: 'carry', record: id, remark: '欧阳试验稍后来取伞' } as const;
  await api.places.moveOut({ commandId: uuidv7(), tenant, revision, decisions: [carry] });
  await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
  const carried = { record: id, number };
  expect((await tenantOf(api, tenant)).carried).toEqual([{ ...carried, remark: carry.remark }]);
  expect((await api.visitors.history({ visit: id })).map(({ type }) => type)).toContain(
    'record.carried_over',
  );
  expectWhole(desk);
  await eraseRecords(desk.backend, SYSTEM, [id], 'term');
  expect((await tenantOf(api, tenant)).carried).toEqual([{ ...carried, remark: null }]);
  // Neither the tenant's key nor anybody's opens it again.
  const { db, keys } = { db: desk.backend.database.db, keys: desk.backend.journal.projection.keys };
  const readable = listRecordEvents(db, tenant).map(({ wire }) => {
    const event = decodeWire(wire);
    const key = keys.find(db, tenant);
    return event && key ? JSON.stringify(readSealed(event, key)) : '';
  });
  expect(readable.join()).toContain(number);
  expect(readable.join()).not.toContain('欧阳试验');
  expect(keys.find(db, id)).toBeNull();
  expectWhole(desk);
});

test('whoever moves in again begins with nothing carried over', async () => {
  await using desk = await openTestDesk();
  const { tenant, unit } = desk.places;
  const api = await desk.signedIn('supervisor');
  const { id } = await api.visitors.register(walkIn({ units: [unit] }));
  const { revision } = await tenantOf(api, tenant);
  const carry = { how: 'carry', record: id, remark: '稍后离开' } as const;
  await api.places.moveOut({ commandId: uuidv7(), tenant, revision, decisions: [carry] });
  const out = await tenantOf(api, tenant);
  await api.places.putTenant({ commandId: uuidv7(), ...formOf(out), notes: '已退押金' });
  expect((await tenantOf(api, tenant)).carried).toHaveLength(1);
  const again = formOf(await tenantOf(api, tenant));
  await api.places.putTenant({ commandId: uuidv7(), ...again, status: 'inResidence' });
  expect(await tenantOf(api, tenant)).toMatchObject({ status: 'inResidence', carried: [] });
  expectWhole(desk);
});

test('a supervisor keeps tenants and contacts; property, desks and units are the admin’s', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  expect(await api.places.units()).toHaveLength(1);
  const unit = { code: 'A-1', building: 'A', floor: 1, room: null, kind: 'office', tenant: null } as const;
  const put = api.places.putUnit({ commandId: uuidv7(), ...asNew, ...unit });
  expect(await refusalOf(put)).toMatchObject({ code: 'NOT_ALLOWED' });
});
