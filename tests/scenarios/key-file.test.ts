// The key file: put on file and changed, tags, out of use and back, and a whole list from a spreadsheet.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { keyForm, lending, putTestKey } from '../support/keys.ts';
import { csv, csvInGbk, xlsx, type Table } from '../support/spreadsheets.ts';
import { expectWhole } from '../support/whole.ts';

const id = uuidv7;

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  const { error } = await safe(work);
  if (error === null || !('code' in error)) throw error ?? new Error('it went through');
  return { code: String(error.code), data: 'data' in error ? error.data : undefined };
}

test('a supervisor puts a key on file and changes it; two who change one field are told', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const { id: key } = await api.keys.putKey(keyForm({ code: 'K-001', units: [desk.places.unit] }));
  const [row] = await api.keys.keyFile();
  expect(row).toMatchObject({ id: key, code: 'K-001', unitText: 'A-1203', state: 'in_cabinet' });
  expect(row?.tag).toMatch(/^20\d{14}$/);
  const edit = keyForm({ code: 'K-001', record: key, revision: row?.revision ?? null, name: '屋面门' });
  await api.keys.putKey(edit);
  const late = keyForm({ ...edit, commandId: id(), name: '另一个名字' });
  expect(await refusalOf(api.keys.putKey(late))).toMatchObject({
    ...{ code: 'CHANGED_MEANWHILE', data: { changed: ['name', 'units'] } },
  });
  const [now] = await api.keys.keyFile();
  expect(now).toMatchObject({ name: '屋面门', units: [], tag: row?.tag });
  const [first, second] = await api.keys.history({ record: key });
  expect(first?.changes).toEqual([]);
  expect(second?.changes).toEqual([
    { field: 'name', before: row?.name, after: '屋面门' },
    { field: 'units', before: 'A-1203', after: null },
  ]);
  expectWhole(desk);
});

test('codes, hooks, units and spares that cannot be are told beside their fields', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const { id: key } = await api.keys.putKey(keyForm({ code: 'K-001' }));
  const refused = (changes: Parameters<typeof keyForm>[0]) =>
    refusalOf(api.keys.putKey(keyForm({ code: 'K-002', hook: '2', ...changes })));
  const taken = { key, code: 'K-001' };
  expect(await refused({ code: 'ｋ 001' })).toMatchObject({
    code: 'KEY_TAKEN',
    data: { field: 'code', ...taken },
  });
  expect(await refused({ hook: '1' })).toMatchObject({
    code: 'KEY_TAKEN',
    data: { field: 'hook', ...taken },
  });
  expect(await refused({ homeDesk: 'L9' })).toMatchObject({ data: { field: 'homeDesk' } });
  expect(await refused({ units: [12_345] })).toMatchObject({ data: { field: 'units' } });
  expect(await refused({ code: 'A1203-1', units: [desk.places.unit] })).toMatchObject({
    ...{ code: 'CODE_TELLS', data: { unit: 'A-1203' } },
  });
  expect(await refused({ kind: 'deposited' })).toMatchObject({ data: { field: 'tenant' } });
  expect(await refused({ seal: 'F-1' })).toMatchObject({ data: { field: 'seal' } });
  expect(await refused({ tag: '4711' })).toMatchObject({ data: { field: 'tag' } });
  expect(await api.keys.keyFile()).toHaveLength(1);
});

test('a receptionist neither reads nor keeps the key file', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  expect(await refusalOf(api.keys.keyFile())).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await refusalOf(api.keys.putKey(keyForm()))).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('an unknown tag is put on file with its key; an RFID tag beside it works wherever the printed one does', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const spare = putTestKey(desk.backend, { code: 'K-009', hook: '9' });
  const { tag } = await api.keys.key({ key: spare });
  expect(await refusalOf(api.keys.bindTag({ commandId: id(), key: spare, tag: 'DE:AD:BE' }))).toMatchObject({
    data: { field: 'tag' },
  });
  await api.keys.bindTag({ commandId: id(), key: spare, tag: 'de:ad:be:ef' });
  const { id: other } = await api.keys.putKey(keyForm({ tag: '0063E9AE' }));
  expect(await refusalOf(api.keys.bindTag({ commandId: id(), key: other, tag: 'DEADBEEF' }))).toMatchObject({
    ...{ code: 'KEY_TAKEN', data: { field: 'tag', key: spare } },
  });
  await api.keys.lend(lending([spare, other]));
  expect(await api.keys.scan({ commandId: id(), code: 'DEADBEEF' })).toMatchObject({
    did: 'returned',
    keys: [spare],
  });
  expect(await api.keys.scan({ commandId: id(), code: '0063e9ae' })).toMatchObject({ keys: [other] });
  desk.clock.advance(5000);
  expect(await api.keys.scan({ commandId: id(), code: tag })).toMatchObject({ did: 'nothing', key: spare });
  expectWhole(desk);
});

test('a key is taken out of use once it is in, its hook is free, and it comes back without it', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend, { code: 'K-001' });
  const { tag } = await api.keys.key({ key });
  await api.keys.lend(lending([key]));
  const retire = { key, why: 'worn', note: '磨损' } as const;
  expect(await refusalOf(api.keys.retireKey({ ...retire, commandId: id() }))).toMatchObject({
    ...{ code: 'KEY_AWAY', data: { state: 'out' } },
  });
  await api.keys.scan({ commandId: id(), code: tag });
  await api.keys.retireKey({ ...retire, commandId: id() });
  expect(await api.keys.cabinet()).toEqual([]);
  await api.keys.putKey(keyForm({ code: 'K-002', hook: '1' }));
  await api.keys.reinstateKey({ commandId: id(), key, reason: '新配了一把' });
  const cabinet = await api.keys.cabinet();
  expect(cabinet.map(({ code, hook }) => [code, hook])).toEqual([
    ['K-002', '1'],
    ['K-001', null],
  ]);
  expectWhole(desk);
});

test('a label for the tag is printed with its code and nothing of the door', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend, { code: 'K-001' });
  await api.keys.printTag({ commandId: id(), key });
  const order = { record: key, kind: 'keyTag', language: 'zh-CN', reprint: 0 } as const;
  const label = JSON.stringify(desk.backend.registers.slip(desk.backend.database.db, order));
  expect(label).toContain('K-001');
  expect(label).toContain((await api.keys.key({ key })).tag);
  expect(label).not.toMatch(/屋面|40 层|测试大厦|A-1203/);
});

const HEADER = [
  '编号',
  '名称',
  '所开门',
  '类别',
  '把数',
  '备用',
  '服务台',
  '柜',
  '钩',
  '借用时长',
  '可借人',
  '说明',
  '封条号',
  '单元',
  '寄存业户',
];
const LIST: Table = [
  HEADER,
  [
    'K-001',
    '屋面门',
    '40 层屋面',
    '公共区域',
    '2',
    '1',
    '大堂',
    'A',
    '1',
    '4',
    '员工、维保',
    '先致电',
    '',
    '',
    '',
  ],
  ['K-002', '1203 备用', '', '业户寄存', '1', '', 'L1', 'A', '2', '', '', '', 'F-001', 'A-1203', '恒远'],
  ['', '', '', '', '', '', '', '', '', '', '', '', '', '', ''],
  ['K-003', '发电机房', '', '机房', '', '', '', 'B', '1', '', '按制度', '', '', '', ''],
];

test.each([
  ['CSV in UTF-8', csv],
  ['CSV as Excel saves it in China', csvInGbk],
  ['XLSX', xlsx],
])('an existing key list comes in as %s, and the same file again changes nothing', async (_name, write) => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const content = write(LIST);
  const preview = await api.keys.previewImport({ content });
  expect(preview).toMatchObject({ rows: 3, faults: [], keys: { added: 3, changed: 0, same: 0 } });
  expect(await api.keys.keyFile()).toEqual([]);
  await api.keys.runImport({ commandId: id(), content });
  const rows = await api.keys.keyFile();
  expect(rows).toMatchObject([
    {
      ...{ code: 'K-001', kind: 'common', pieces: 2, copies: 1, loanHours: 4, homeDesk: 'L1', cabinet: 'A' },
      ...{ hook: '1', mayBorrow: ['staff', 'contractor'], instruction: '先致电' },
    },
    {
      code: 'K-002',
      kind: 'deposited',
      seal: 'F-001',
      units: [desk.places.unit],
      tenant: desk.places.tenant,
    },
    { code: 'K-003', kind: 'plant', pieces: 1, mayBorrow: null, homeDesk: 'L1' },
  ]);
  const again = await api.keys.runImport({ commandId: id(), content });
  expect(again).toEqual({ keys: { added: 0, changed: 0, same: 3 } });
  expect(await api.keys.keyFile()).toEqual(rows);
  expectWhole(desk);
});

test('every wrong cell of a key list is named with its row, and not one key is taken in', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  putTestKey(desk.backend, { code: 'K-900', hook: '90' });
  await api.keys.putKey(
    keyForm({ code: 'K-901', hook: '91', kind: 'deposited', tenant: desk.places.tenant, seal: 'F-901' }),
  );
  const row = (cells: Readonly<Record<string, string>>) => HEADER.map((name) => cells[name] ?? '');
  const good = { 编号: 'K-001', 名称: '测试门' };
  const content = csv([
    HEADER,
    row(good),
    row({ ...good, 编号: 'k 001' }),
    row({ 编号: 'K-002' }),
    row({ 名称: '没有编号' }),
    row({ ...good, 编号: 'K-003', 把数: '两把', 类别: '车钥匙', 可借人: '老王' }),
    row({ ...good, 编号: 'K-004', 服务台: '二号楼', 单元: 'Z-1', 类别: '业户寄存' }),
    row({ ...good, 编号: 'A1203', 单元: 'A-1203' }),
    row({ ...good, 编号: 'K-005', 封条号: 'F-5' }),
    row({ ...good, 编号: 'K-006', 柜: 'A', 钩: '90' }),
    row({ ...good, 编号: 'K-007', 柜: 'A', 钩: '7' }),
    row({ ...good, 编号: 'K-008', 柜: 'a', 钩: '7' }),
    row({ 编号: 'K-901', 封条号: 'F-902' }),
    row({ ...good, 编号: 'K-009', 寄存业户: '没有这家', 类别: '寄存' }),
  ]);
  const { faults, faultCount } = await api.keys.previewImport({ content });
  expect(faults.map(({ row: at, column, reason, other }) => [at, column, reason, other])).toEqual(
    [
      [3, 'code', 'twice', 2],
      [4, 'name', 'needed', null],
      [5, 'code', 'needed', null],
      [6, 'kind', 'notKnown', null],
      [6, 'pieces', 'notNumber', null],
      [6, 'mayBorrow', 'notKnown', null],
      [7, 'homeDesk', 'unknownDesk', null],
      [7, 'units', 'unknownUnit', null],
      [7, 'tenant', 'tenantNeeded', null],
      [8, 'code', 'tellsDoor', null],
      [9, 'seal', 'notDeposited', null],
      [10, 'hook', 'taken', null],
      [12, 'hook', 'twice', 11],
      [13, 'seal', 'unsealFirst', null],
      [14, 'tenant', 'unknownTenant', null],
    ].toSorted((a, b) => Number(a[0]) - Number(b[0])),
  );
  const before = await api.keys.keyFile();
  const run = api.keys.runImport({ commandId: id(), content });
  expect(await refusalOf(run)).toMatchObject({ code: 'ROWS_WRONG', data: { count: faultCount } });
  expect(await api.keys.keyFile()).toEqual(before);
});

test('the template of the key list is a file that comes in without a fault', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const { text } = await api.keys.importTemplate();
  const preview = await api.keys.previewImport({ content: Buffer.from(text).toString('base64') });
  expect(preview).toMatchObject({ faults: [], unknownColumns: [], keys: { added: 1 } });
});

test('the RFID tag of a key out of use hangs on another one; back in use, the old key gets its own tag first', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const [old = 0, other = 0] = ['1', '2'].map((hook) =>
    putTestKey(desk.backend, { hook, code: `K-${hook}` }),
  );
  const bind = (key: number, tag: string) => api.keys.bindTag({ commandId: id(), key, tag });
  await bind(old, 'DEADBEEF');
  const taken = { code: 'KEY_TAKEN', data: { field: 'tag', key: old } };
  expect(await refusalOf(bind(other, 'DEADBEEF'))).toMatchObject(taken);
  await api.keys.retireKey({ commandId: id(), key: old, why: 'worn', note: null });
  await bind(other, 'DEADBEEF');
  const reinstate = () => api.keys.reinstateKey({ commandId: id(), key: old, reason: '修好了' });
  expect(await refusalOf(reinstate())).toMatchObject({
    ...{ code: 'KEY_TAKEN', data: { field: 'tag', key: other, code: 'K-2' } },
  });
  await bind(old, '00A1B2C3');
  await reinstate();
  expect(await api.keys.scan({ commandId: id(), code: 'DEADBEEF' })).toMatchObject({ key: other });
  expectWhole(desk);
});

test('a key that another desk puts in use again is on its way home, not on its hook there', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend, { homeDesk: 'L2' });
  await api.keys.retireKey({ commandId: id(), key, why: 'worn', note: null });
  await api.keys.reinstateKey({ commandId: id(), key, reason: '修好了' });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_transfer', desk: 'L1', transferTo: 'L2' });
  expectWhole(desk);
});
