// The building comes in a spreadsheet: looked at first, taken in whole, and harmless a second time.
import { safe } from '@orpc/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { csv, csvInGbk, xlsx, type Table } from '../support/spreadsheets.ts';
import { expectWhole } from '../support/whole.ts';

const HEADER = [
  ...['单元编号', '楼栋', '楼层', '房号', '类型', '业户名称', '简称', '业户电话', '状态', '紧急联系人'],
  ...['来访要求', '联系人', '联系人电话', '可授权'],
];
const BUILDING: Table = [
  HEADER,
  [
    ...['B-0101', 'B', '1', '0101', '商铺', '测试咖啡店', '咖啡', '02100000001', '在驻', ''],
    ...['直接送上', '单试行', '13800000021', '钥匙、物品'],
  ],
  ['B-0101', '', '', '', '', '测试咖啡店', '', '', '', '', '', '仇试问', '13800000022', ''],
  [
    ...[
      'B-B101',
      'B',
      'B1',
      '',
      '办公',
      '测试仓储行',
      '',
      '',
      '入驻中',
      '乐试验 13800000031；任试验 13800000032',
    ],
    ...['', '', '', ''],
  ],
  ['B-0102', 'B', '1层', '', '空置', '', '', '', '', '', '', '', '', ''],
];

async function refusalOf(work: Promise<unknown>): Promise<{ code: string; data: unknown } | null> {
  const { error } = await safe(work);
  if (error === null) return null;
  if (!('code' in error)) throw error;
  return { code: String(error.code), data: 'data' in error ? error.data : undefined };
}

async function everything(api: ApiClient) {
  const [units, tenants, contacts] = [
    await api.places.units(),
    await api.places.tenants(),
    await api.places.contacts(),
  ];
  return { units, tenants, contacts };
}

const tally = (added: number, changed = 0, same = 0) => ({ added, changed, same });

test.each([
  ['CSV in UTF-8', csv],
  ['CSV as Excel saves it in China', csvInGbk],
  ['XLSX', xlsx],
])('a building comes in as %s, and the same file again changes nothing', async (_name, write) => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  const content = write(BUILDING);
  const preview = await api.places.previewImport({ content });
  expect(preview).toMatchObject({ rows: 4, faults: [], unknownColumns: [] });
  expect(preview).toMatchObject({ units: tally(3), tenants: tally(2), contacts: tally(2) });
  expect(await api.places.units()).toHaveLength(1);
  await api.places.runImport({ commandId: uuidv7(), content });
  const { units, tenants, contacts } = await everything(api);
  expect(units.map(({ code, floor, kind, tenantName }) => [code, floor, kind, tenantName])).toEqual([
    ['A-1203', 12, 'office', '恒远'],
    ['B-0101', 1, 'shop', '咖啡'],
    ['B-0102', 1, 'vacant', null],
    ['B-B101', -1, 'office', '测试仓储行'],
  ]);
  expect(tenants.at(-1)).toMatchObject({
    status: 'movingIn',
    emergencyContacts: [
      { name: '乐试验', phone: '13800000031' },
      { name: '任试验', phone: '13800000032' },
    ],
  });
  expect(contacts.slice(1)).toMatchObject([
    { name: '单试行', phone: '13800000021', unitCode: 'B-0101', authorises: ['keys', 'goods'] },
    { name: '仇试问', phone: '13800000022', tenantName: '咖啡', authorises: [] },
  ]);
  const again = await api.places.runImport({ commandId: uuidv7(), content });
  expect(again).toEqual({ units: tally(0, 0, 3), tenants: tally(0, 0, 2), contacts: tally(0, 0, 2) });
  expect(await everything(api)).toEqual({ units, tenants, contacts });
  const [host] = await api.places.find({ text: 'ssx' });
  expect(host).toMatchObject({ contactName: '单试行', instructions: '直接送上' });
  expectWhole(desk);
});

test('what a later spreadsheet leaves blank stays as it is; what it says is changed', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  await api.places.runImport({ commandId: uuidv7(), content: csv(BUILDING) });
  const english: Table = [
    ['Unit', 'Tenant', 'Tenant phone', 'Contact', 'May authorise', 'Rent'],
    ['b-0101', '测试咖啡店', '02100000009', '仇试问', 'goods', '120'],
    ['B-0102', '测试咖啡店', '', '', '', ''],
  ];
  const content = csv(english);
  expect(await api.places.previewImport({ content })).toMatchObject({
    ...{ units: tally(0, 1, 1), tenants: tally(0, 1), contacts: tally(0, 1), unknownColumns: ['Rent'] },
  });
  await api.places.runImport({ commandId: uuidv7(), content });
  const { units, tenants, contacts } = await everything(api);
  expect(tenants.find(({ shortName }) => shortName === '咖啡')).toMatchObject({
    ...{ phone: '02100000009', instructions: '直接送上', units: ['B-0101', 'B-0102'] },
  });
  expect(units.find(({ code }) => code === 'B-0102')).toMatchObject({ kind: 'office', floor: 1 });
  expect(contacts.at(-1)).toMatchObject({ phone: '13800000022', authorises: ['goods'] });
});

test('every wrong cell is named with its row, and not one row is taken in', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  const row = (cells: Readonly<Record<string, string>>) => HEADER.map((name) => cells[name] ?? '');
  const good = { 单元编号: 'C-1', 楼层: '3', 业户名称: '测试甲行' };
  const content = csv([
    HEADER,
    row(good),
    row({ ...good, 单元编号: 'C-2', 楼层: '地面' }),
    row({ ...good, 单元编号: 'C-1', 楼层: '4' }),
    row({ 单元编号: 'C-3', 楼层: '3', 类型: '仓库' }),
    row({ 单元编号: 'C-4', 楼层: '3', 类型: '空置', 业户名称: '测试乙行' }),
    row({ 楼层: '5' }),
    row({ 单元编号: 'C-5' }),
    row({ 单元编号: 'C-6', 楼层: '3', 联系人电话: '13800000041' }),
    row({ 业户名称: '恒远测试科技', 状态: '退租' }),
    row({ 业户名称: '测试丙行', 紧急联系人: '没有电话' }),
    row({ 单元编号: 'C-7', 楼层: '3', 业户名称: '长'.repeat(101) }),
    row({ 单元编号: 'C-1', 业户名称: '测试丁行' }),
  ]);
  const { faults, faultCount } = await api.places.previewImport({ content });
  expect(faults.map(({ row: at, column, reason, other }) => [at, column, reason, other])).toEqual([
    [3, 'floor', 'notFloor', null],
    [3, 'floor', 'needed', null],
    [4, 'floor', 'differs', 2],
    [5, 'kind', 'notKnown', null],
    [6, 'kind', 'vacantLet', null],
    [7, 'code', 'needed', null],
    [8, 'floor', 'needed', null],
    [9, 'contact', 'needed', null],
    [10, 'status', 'moveOut', null],
    [11, 'emergencyContacts', 'notCallees', null],
    [12, 'tenant', 'tooLong', null],
    [13, 'tenant', 'differs', 2],
  ]);
  const before = await everything(api);
  const run = api.places.runImport({ commandId: uuidv7(), content });
  expect(await refusalOf(run)).toMatchObject({ code: 'ROWS_WRONG', data: { count: faultCount } });
  expect(await everything(api)).toEqual(before);
});

test('a file that is no table of ours is refused with the reason', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  const reason = async (content: string) => {
    const refusal = await refusalOf(api.places.previewImport({ content }));
    return refusal?.data;
  };
  const rows = Array.from({ length: 5001 }, (_, at) => [`D-${at}`]);
  expect(await reason(csv([['姓名'], ['测试']]))).toEqual({ reason: 'columnMissing', column: 'code' });
  expect(
    await reason(
      csv([
        ['单元编号', 'Unit'],
        ['1', '2'],
      ]),
    ),
  ).toEqual({ reason: 'columnTwice', column: 'code' });
  expect(await reason(csv([HEADER]))).toEqual({ reason: 'noRows', column: null });
  expect(await reason(csv([HEADER, ...rows]))).toEqual({ reason: 'tooManyRows', column: null });
  expect(await reason('')).toEqual({ reason: 'noRows', column: null });
  const bytes = Buffer.from(xlsx(BUILDING), 'base64');
  expect(await reason(bytes.subarray(0, 300).toString('base64'))).toEqual({
    reason: 'notTable',
    column: null,
  });
  const bomb = Buffer.from(bytes);
  bomb.writeUInt32LE(0xffff_fff0, bomb.indexOf('PK\u0001\u0002') + 24);
  expect(await reason(bomb.toString('base64'))).toEqual({ reason: 'tooLarge', column: null });
});

test('any garbage for a file is refused whole, and the desk goes on', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  const before = await everything(api);
  const bytes = Buffer.from(xlsx(BUILDING), 'base64');
  /** A real file with a stretch of it overwritten, or cut short. */
  const torn = fc
    .tuple(fc.nat(bytes.length - 1), fc.uint8Array({ maxLength: 60 }), fc.nat(bytes.length))
    .map(([at, noise, end]) => {
      const copy = Buffer.from(bytes);
      copy.set(noise.subarray(0, copy.length - at), at);
      return copy.subarray(0, end);
    });
  const headed = fc
    .array(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 16 }), { maxLength: 5 })
    .map((rows) => Buffer.from(csv([HEADER, ...rows]), 'base64'));
  const files = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.uint8Array({ maxLength: 400 }).map((noise) => Buffer.concat([Buffer.from('PK\u0003\u0004'), noise])),
    torn,
    headed,
  );
  await fc.assert(
    fc.asyncProperty(files, async (file) => {
      const content = Buffer.from(file).toString('base64');
      const seen = await safe(api.places.previewImport({ content }));
      const run = await refusalOf(api.places.runImport({ commandId: uuidv7(), content }));
      if (run === null) {
        // It was a table after all: then the preview said so, and there is nothing half about it.
        expect(seen.data?.faultCount).toBe(0);
      } else {
        expect(['FILE_UNREADABLE', 'ROWS_WRONG']).toContain(run.code);
        expect(seen.data?.faultCount ?? 1).toBeGreaterThan(0);
      }
    }),
    { numRuns: 150, seed: 20_261_121 },
  );
  const now = await everything(api);
  expect(now.units.filter(({ id }) => before.units.some((unit) => unit.id === id))).toEqual(before.units);
  expectWhole(desk);
});

test('the template is a file that comes in without a fault', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  const { text } = await api.places.importTemplate();
  const preview = await api.places.previewImport({ content: Buffer.from(text).toString('base64') });
  expect(preview).toMatchObject({ faults: [], unknownColumns: [], units: tally(1), contacts: tally(1) });
});
