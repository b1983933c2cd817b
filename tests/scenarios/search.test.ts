// The one box: what a typed text or a scanned code finds, in memory and in the index, and after an erasure no more.
import { expect, test } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { VisitorForm } from '../../electron/api/visit-forms.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { openStand } from '../support/loan-stand.ts';
import { lending } from '../support/loans.ts';
import { indexAll, recordsOf, searchOver } from '../support/search.ts';
import { amendment, OTHER_RESIDENT, walkIn } from '../support/visits.ts';

const system = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;
const LV: Partial<VisitorForm> = {
  name: '吕试验',
  documentNumber: OTHER_RESIDENT,
  phone: '142 0000 5678',
  company: '恒远测试科技有限公司',
  plate: '京A12345',
};
/** What finds 吕试验: by name, pinyin, company, unit, plate, phone and document. */
const TYPED = [
  ...[
    '吕',
    '试验',
    '吕试验',
    'lvshiyan',
    'lushi',
    'lsy',
    'shiy',
    'sy',
    '恒远',
    '恒远测试科技有限',
    'hengyuan',
  ],
  ...['A-1203', '1203', '京A123', '1420000', '14200005678', '5678', '002X', OTHER_RESIDENT],
];

/** Somebody to compare with, whom none of the texts finds. */
const OTHER: Partial<VisitorForm> = {
  ...{ name: '钱某', documentType: 'none', documentNumber: null, verifiedBy: 'hostVouched' },
  ...{ phone: '14211119999', company: null, hostName: '赵某' },
};

async function arrive(desk: TestDesk, api: ApiClient, form: Partial<VisitorForm>): Promise<number> {
  const { id } = await api.visitors.register(walkIn({ units: [desk.places.unit], ...form }));
  return id;
}

/** Which of the texts find exactly this record in a group of the answer. */
async function finding(api: ApiClient, group: 'open' | 'history', id: number): Promise<string[]> {
  const found: string[] = [];
  for (const text of TYPED) {
    const answer = await api.search.find({ text });
    const other = group === 'open' ? answer.history : answer.open;
    if (answer[group].length === 1 && answer[group][0]?.record === id && other.length === 0) found.push(text);
  }
  return found;
}

test('a visit is found by all that the desk knows of it: on site, just left, and long in the index', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await arrive(desk, api, { ...OTHER, units: [] });
  const id = await arrive(desk, api, LV);
  expect(await finding(api, 'open', id)).toEqual(TYPED);
  await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
  expect(await finding(api, 'history', id)).toEqual(TYPED);
  indexAll(desk.backend);
  expect(await finding(api, 'history', id)).toEqual(TYPED);
  expect((await api.search.find({ text: '吕' })).history).toMatchObject([
    { register: 'visitors', state: 'left', open: false, title: '吕试验', place: 'A-1203 恒远' },
  ]);
});

test('open records come first, history newest first, contacts and units beside them, each up to the limit', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const ids: number[] = [];
  for (let n = 0; n < 6; n += 1) {
    desk.clock.advance(60_000);
    ids.push(await arrive(desk, api, { ...OTHER, name: `单试${n}` }));
  }
  for (const visit of ids.slice(0, 4)) {
    await api.visitors.leave({ commandId: uuidv7(), visit, way: 'list' });
  }
  const whole = await api.search.find({ text: 'shan' });
  expect(whole.open.map(({ record }) => record)).toEqual([ids[5], ids[4]]);
  expect(whole.history.map(({ record }) => record)).toEqual([ids[3], ids[2], ids[1], ids[0]]);
  expect(whole.places).toMatchObject([{ contactName: '单试验', unitCode: 'A-1203' }]);
  expect(whole.more).toEqual({ open: false, history: false });
  indexAll(desk.backend);
  const first = await api.search.find({ text: 'shan', limit: 1 });
  expect([first.open, first.history].map(([hit]) => hit?.record)).toEqual([ids[5], ids[3]]);
  expect(first.more).toEqual({ open: true, history: true });
});

test('who is called so comes before whose company is, however late that one is expected', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const named = await arrive(desk, api, { ...OTHER, name: '王测' });
  desk.clock.advance(1000);
  const visitor = await arrive(desk, api, {
    ...OTHER,
    name: '钱某',
    phone: '14211118888',
    company: '望舒测试',
  });
  for (const text of ['wang', '测']) {
    const { open } = await api.search.find({ text });
    expect(open.map(({ record }) => record)).toEqual([named, visitor]);
  }
});

test('a pass is known by its code, typed or scanned; a code of nobody says why', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id, passCode, number } = await api.visitors.register(walkIn(OTHER));
  const typed = passCode.replaceAll(/(.{4})/g, '$1 ');
  expect((await api.search.find({ text: typed })).open).toMatchObject([{ record: id, number }]);
  expect((await api.search.find({ text: number })).open).toMatchObject([{ record: id }]);
  expect(await api.search.code({ code: passCode })).toMatchObject({
    known: true,
    kind: 'visitPass',
    hit: { number },
  });
  const wrong = `${passCode.slice(0, -1)}${(Number(passCode.at(-1)) + 1) % 10}`;
  expect(await api.search.code({ code: wrong })).toEqual({ known: false, reason: 'CHECK_DIGIT' });
  expect(await api.search.code({ code: '6901234567892' })).toEqual({ known: false, reason: 'SHAPE' });
  expect(await api.search.code({ code: '1000000000000005' })).toMatchObject({ known: false });
});

test('who is erased is found no more, and no word of theirs is left in the index', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const id = await arrive(desk, api, LV);
  await arrive(desk, api, { ...OTHER, units: [] });
  indexAll(desk.backend);
  const { database } = desk.backend;
  const { connection } = database.db;
  connection.exec("CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'search_index', 'row')");
  const words = connection.prepare('SELECT term FROM temp.words').pluck();
  expect(words.all()).toEqual(expect.arrayContaining(['吕试', 'lvshiyan', '1420000', '002x', '钱某']));
  await eraseRecords(desk.backend, system, [id], 'term');
  expect(words.all()).toContain('钱某');
  for (const word of ['吕', '吕试', 'lvshiyan', '1420000', '002x']) expect(words.all()).not.toContain(word);
  for (const text of TYPED) expect(recordsOf(await api.search.find({ text }))).toEqual([]);
});

test('an amended name is found at once, the old one no more, before and after the index took it in', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const id = await arrive(desk, api, { ...OTHER, name: '吕试验' });
  indexAll(desk.backend);
  await api.visitors.amend({ ...amendment({ name: '何试验' }), visit: id });
  for (const index of [() => {}, () => indexAll(desk.backend)]) {
    index();
    expect(recordsOf(await api.search.find({ text: '吕' }))).toEqual([]);
    expect(recordsOf(await api.search.find({ text: '何' }))).toEqual([id]);
    expect(recordsOf(await api.search.find({ text: 'hsy' }))).toEqual([id]);
  }
});

test('a thing says who has it for as long as they have it, and never who was erased', async () => {
  await using stand = await openStand();
  const { desk, api, umbrella: type, items } = stand;
  const [item = 0] = items;
  const found = async () =>
    (await api.search.find({ text: 'YS-001' })).open.find(({ record }) => record === item);
  expect(await found()).toMatchObject({ state: 'available', company: null, phone: null });
  const { id: loan } = await api.loans.lend(lending([{ type, item }]));
  expect(await found()).toMatchObject({ state: 'out', company: '测试借用人1' });
  await eraseRecords(desk.backend, system, [loan], 'term');
  expect(await found()).toMatchObject({ state: 'out', company: null, phone: null });
  await api.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  expect(await found()).toMatchObject({ company: null, at: null });
});

test('a search that takes long lets the desk do other things, and still finds everything', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const id = await arrive(desk, api, LV);
  await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
  const namesake = await arrive(desk, api, { ...OTHER, name: '吕某' });
  await api.visitors.leave({ commandId: uuidv7(), visit: namesake, way: 'list' });
  indexAll(desk.backend);
  // As if a million others had come since.
  desk.backend.database.write((tx) => tx.connection.exec('INSERT INTO search_doc VALUES (1000000, -1, 0)'));
  let [now, turns] = [0, 0];
  const slow = { now: () => (now += 6) };
  const { database } = desk.backend;
  // What has its turn meanwhile may write.
  const search = searchOver(desk.backend, slow, async () => database.write(() => void (turns += 1)));
  expect(recordsOf(await search.find('吕', 20))).toEqual([id, namesake]);
  expect(turns).toBeGreaterThan(3);
});

test('no statement of the box reads a whole table', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const id = await arrive(desk, api, LV);
  await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
  indexAll(desk.backend);
  const { db } = desk.backend.database;
  db.prepared.clear();
  for (const text of TYPED) await searchOver(desk.backend).find(text, 20);
  const sources = [...db.prepared.values()].map(({ source }) => source);
  expect(sources.some((source) => source.includes('MATCH'))).toBe(true);
  const plans = sources.flatMap((source) => {
    const parameters = Array.from(source.matchAll(/\?/g), () => 0);
    const plan = db.connection.prepare(`EXPLAIN QUERY PLAN ${source}`).all(...parameters) as {
      detail: string;
    }[];
    return plan.map(({ detail }) => detail);
  });
  // Contacts, units, keys and things to lend are few and kept in memory, and lines have only what is out; there is one
  // property, read for its zone; the mark has a row a journal; FTS5's own lookup is called a scan.
  const few =
    /^SCAN (contact|unit|tenant|property|search_mark|key|loan_item|loan_line|search_index VIRTUAL TABLE)\b/;
  const scans = plans.filter(
    (detail) =>
      detail.startsWith('SCAN') && !few.test(detail) && !/INDEX visit_open|PRIMARY KEY/.test(detail),
  );
  expect(scans).toEqual([]);
});

test('who is inside or announced is found by their host, behind whoever is called so; once they have left no more', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const host = { hostName: '欧阳被访', units: [] };
  const here = await arrive(desk, api, { ...OTHER, ...host, plate: '京A54321' });
  const called = await arrive(desk, api, { ...OTHER, name: '欧阳被访', phone: '14211118888' });
  for (const text of ['欧阳被访', '被访', 'oybf', 'ouyang', 'ouyangbf']) {
    const { open } = await api.search.find({ text });
    expect(open.map(({ record }) => record)).toEqual([called, here]);
    expect(open[1]?.visit).toEqual({ host: '欧阳被访', plate: '京A54321' });
  }
  await api.visitors.leave({ commandId: uuidv7(), visit: here, way: 'list', card: null });
  for (const index of [() => {}, () => indexAll(desk.backend)]) {
    index();
    const { open, history } = await api.search.find({ text: '欧阳被访' });
    expect([open, history].map((group) => group.map(({ record }) => record))).toEqual([[called], []]);
  }
  await api.visitors.reopen({ commandId: uuidv7(), visit: here });
  expect(recordsOf(await api.search.find({ text: 'oybf' }))).toEqual([here, called]);
  await eraseRecords(desk.backend, system, [here], 'term');
  expect(recordsOf(await api.search.find({ text: 'oybf' }))).toEqual([called]);
});
