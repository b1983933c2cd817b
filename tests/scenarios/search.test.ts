// The one box: what a typed text or a scanned code finds, in memory and in the index, after crashes and erasures.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { VisitorForm } from '../../electron/api/visitors.contract.ts';
import { rebuildViews } from '../../electron/backend/journal/rebuild.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { createSearch } from '../../electron/backend/search/search.service.ts';
import { createPlaceFinder } from '../../electron/backend/places/place-finder.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { playStep, steps, type Step } from '../support/histories.ts';
import { uuidv7 } from '../support/ids.ts';
import { exchange, openInstallation } from '../support/installations.ts';
import { bruteForce, indexAll, recordsOf } from '../support/search.ts';
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
  ...{ phone: '14211119999', company: null },
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

test('what another desk wrote is found as soon as it has come', async () => {
  using here = openInstallation(1, 0, null);
  using there = openInstallation(2, 0, here.backend.database);
  const step: Step = { kind: 'register', who: 4, wait: 0 };
  playStep(there, step);
  const search = searchOver(here.backend);
  expect((await search.find('测试人4', 20)).open).toEqual([]);
  exchange([here, there]);
  expect((await search.find('测试人4', 20)).open).toHaveLength(1);
});

test('after a rebuild the index is made anew, and says so while it is not whole', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const id = await arrive(desk, api, LV);
  await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
  for (let n = 0; n < 1100; n += 1) {
    desk.backend.journal.system(system, (command) => command.erase(command.newRecord(), 'term'));
  }
  indexAll(desk.backend);
  rebuildViews(desk.backend.database, desk.backend.journal.projection);
  await desk.restart();
  const again = await desk.signedIn();
  await expect.poll(async () => (await again.search.find({ text: '吕' })).catchingUp).toBe(false);
  expect(recordsOf(await again.search.find({ text: '吕' }))).toEqual([id]);
  rebuildViews(desk.backend.database, desk.backend.journal.projection);
  const early = await searchOver(desk.backend).find('吕', 20);
  expect(early).toMatchObject({ catchingUp: true, history: [] });
});

test('a search that takes long lets the desk do other things, and still finds everything', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const id = await arrive(desk, api, LV);
  await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
  indexAll(desk.backend);
  // As if a million others had come since.
  desk.backend.database.write((tx) => tx.connection.exec('INSERT INTO search_doc VALUES (1000000, -1, 0)'));
  let [now, turns] = [0, 0];
  const slow = { now: () => (now += 6) };
  const search = searchOver(desk.backend, slow, async () => void (turns += 1));
  expect(recordsOf(await search.find('吕', 20))).toEqual([id]);
  expect(turns).toBeGreaterThan(1);
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
  // Contacts and units are few and kept in memory; there is one property, read for its zone; the mark has a row a journal; FTS5's own lookup is called a scan.
  const few = /^SCAN (contact|unit|tenant|property|search_mark|search_index VIRTUAL TABLE)/;
  const scans = plans.filter(
    (detail) =>
      detail.startsWith('SCAN') && !few.test(detail) && !/INDEX visit_open|PRIMARY KEY/.test(detail),
  );
  expect(scans).toEqual([]);
});

describe('whatever was done, the box finds what looking at every visit finds', () => {
  const typed = [
    '测',
    '人',
    '试人1',
    '测试人1',
    'ceshi',
    'csr',
    'sr',
    'ren',
    'r',
    '2',
    '139',
    '测试来访',
    '来',
    '0002',
    'zz',
  ];

  async function expectEqual(backend: TestDesk['backend']): Promise<void> {
    const search = searchOver(backend);
    for (const text of typed) {
      expect([text, recordsOf(await search.find(text, 50))]).toEqual([text, bruteForce(backend, text)]);
    }
  }

  test('at any time, with batches of any size, also when one fails half-way', async () => {
    const play = fc.asyncProperty(
      steps,
      fc.integer({ min: 1, max: 9 }),
      fc.nat(20),
      async (history, batch, at) => {
        using desk = openInstallation(1, 0, null);
        for (const [n, step] of history.entries()) {
          playStep(desk, step);
          if (n % 5 === 4) failHalfWay(desk.backend, at);
          if (n % 7 === 6) indexAll(desk.backend, batch);
        }
        await expectEqual(desk.backend);
        indexAll(desk.backend);
        await expectEqual(desk.backend);
      },
    );
    await fc.assert(play, { numRuns: 15 });
  });

  test('also after the process was killed in the middle of a batch', async () => {
    await using desk = await openTestDesk();
    for (let n = 0; n < 90; n += 1)
      playStep(desk, { kind: n % 3 === 2 ? 'leave' : 'register', who: n % 12, wait: 1 });
    await desk.backend.close();
    const victim = join(import.meta.dirname, '../support/search-victim.ts');
    for (const written of [20, 15, 3]) {
      const { signal, stderr } = spawnSync(process.execPath, [victim, desk.folder, String(written)]);
      expect([signal, stderr.toString()]).toEqual(['SIGKILL', '']);
    }
    desk.backend = { ...desk.backend, close: async () => {} };
    await desk.restart();
    const { connection } = desk.backend.database.db;
    const indexed = connection.prepare('SELECT count(*) FROM search_doc').pluck().get();
    expect(indexed).toBeGreaterThan(0);
    await expectEqual(desk.backend);
    indexAll(desk.backend);
    await expectEqual(desk.backend);
  });
});

/** A batch whose `at`-th record cannot be read: nothing of it may stay. */
function failHalfWay({ database, registers }: TestDesk['backend'], at: number): void {
  const broken = registers.searched.map((register) => ({
    ...register,
    searchCard(...[db, record]: Parameters<typeof register.searchCard>) {
      if (db.connection.inTransaction && record % 21 === at) throw new RangeError('planted');
      return register.searchCard(db, record);
    },
  }));
  try {
    indexAll({ database, registers: { searched: broken } }, 3);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

function searchOver(
  { database, registers }: TestDesk['backend'],
  clock = { now: () => 0 },
  nextTurn = async () => {},
) {
  const finder = createPlaceFinder(database.db);
  return createSearch({
    database,
    registers: registers.searched,
    finder,
    clock,
    nextTurn,
    log: createSilentLog(),
  });
}
