// A key is found by all that the desk says of it: its door, whose spare it is, its hook. In the form and in the box.
import { expect, test } from 'vitest';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { putTestKey } from '../support/keys.ts';
import { indexAll } from '../support/search.ts';

const system = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;
type Api = Awaited<ReturnType<TestDesk['signedIn']>>;

/** Which keys the form and the box find by a text: `[form, box]`. */
async function finds(api: Api, text: string): Promise<[number[], number[]]> {
  const form = await api.keys.find({ text });
  const { open } = await api.search.find({ text });
  return [
    form.map(({ id }) => id),
    open.filter(({ register }) => register === 'keys').map((hit) => hit.record),
  ];
}

/** A spare of the tenant in A-1203, and two keys of the house that hang beside it. */
async function deskWithKeys() {
  const desk = await openTestDesk();
  const { unit, tenant } = desk.places;
  const spare = putTestKey(desk.backend, {
    ...{ code: '7001', name: '备用钥匙', opens: null, kind: 'deposited', units: [unit], tenant },
    ...{ cabinet: 'A', hook: '59' },
  });
  const pump = putTestKey(desk.backend, { code: '7002', name: '水泵房', opens: null, hook: '12' });
  putTestKey(desk.backend, { code: '7003', name: '配电间', opens: null, cabinet: 'B', hook: '12' });
  return { desk, api: await desk.signedIn('admin'), spare, pump };
}

test('by unit, by tenant and by hook: typed in the form and in the box, a key is found', async () => {
  const { desk, api, spare, pump } = await deskWithKeys();
  await using _ = desk;
  for (const text of ['A-1203', 'a1203', '1203', '恒远', 'hengyuan', 'hy', 'A59', 'A 59']) {
    expect([text, await finds(api, text)]).toEqual([text, [[spare], [spare]]]);
  }
  expect(await finds(api, 'A12')).toEqual([
    [spare, pump].toSorted((a) => (a === pump ? -1 : 1)),
    [spare, pump].toSorted((a, b) => b - a),
  ]);
});

test('a unit gets another number, a tenant another name: keys are found by the new one and no more by the old', async () => {
  const { desk, api, spare } = await deskWithKeys();
  await using _ = desk;
  indexAll(desk.backend);
  const unit = (await api.places.units()).find(({ id }) => id === desk.places.unit);
  const tenant = (await api.places.tenants()).find(({ id }) => id === desk.places.tenant);
  if (!unit || !tenant) throw new Error('the property is not furnished');
  const { id, revision, tenantName: __, ...form } = unit;
  await api.places.putUnit({ ...form, code: 'C-2207', commandId: uuidv7(), record: id, revision });
  expect(await finds(api, 'C-2207')).toEqual([[spare], [spare]]);
  expect(await finds(api, 'A-1203')).toEqual([[], []]);
  const { id: record, revision: seen, carried: ___, units: ____, ...names } = tenant;
  await api.places.putTenant({
    ...{ ...names, nameZh: '远航测试有限公司', shortName: '远航', nameEn: null },
    ...{ commandId: uuidv7(), record, revision: seen },
  });
  expect(await finds(api, '远航')).toEqual([[spare], [spare]]);
  expect(await finds(api, '恒远')).toEqual([[], []]);
});

test('a tenant is erased: its spare is found by its code, and its name stands in no index', async () => {
  const { desk, api, spare } = await deskWithKeys();
  await using _ = desk;
  indexAll(desk.backend);
  const { database } = desk.backend;
  await eraseRecords(desk.backend, system, [desk.places.tenant], 'term');
  expect(await finds(api, '恒远')).toEqual([[], []]);
  expect(await finds(api, '7001')).toEqual([[spare], [spare]]);
  indexAll(desk.backend);
  const kept = database.db.connection.serialize();
  expect(kept.includes('恒远')).toBe(false);
});
