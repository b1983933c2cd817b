// The sample property: what a trainee finds on opening it, and that the same seed is the same property.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VIEWS } from '../../db/views.ts';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { KEY_KINDS } from '../../electron/api/key-states.ts';
import type { ApiClient } from '../../electron/api/contract.ts';
import { composeBackend, type Backend, type Surroundings } from '../../electron/backend/compose.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { ensureSample } from '../../electron/backend/sample/ensure-sample.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { createTestClock, HOUR, MORNING, openWindow } from '../support/desk.ts';

const PIN = '246810';
const folders: string[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-sample-'));
  folders.push(folder);
  return folder;
}

function surroundingsOf(dataDir: string, seed: number, now = MORNING): Surroundings {
  const config = {
    dataDir,
    property: 'sample',
    seed,
    language: 'zh-CN',
    reader: null,
    printer: null,
  } as const;
  return {
    config: { ...config, appVersion: '0.0.0-test' },
    propertyKey: Buffer.alloc(32, 7),
    clock: createTestClock(now),
    random: seededRandom('test'),
    log: createSilentLog(),
  };
}

async function makeSample(seed: number, now?: number): Promise<Surroundings> {
  const surroundings = surroundingsOf(newFolder(), seed, now);
  await ensureSample(surroundings);
  return surroundings;
}

type Row = Readonly<Record<string, unknown>>;

/** All rows of a table, as the file holds them. */
function rowsOf({ config }: Surroundings, table: string): Row[] {
  const file = new BetterSqlite(join(config.dataDir, DATABASE_FILE), { readonly: true });
  try {
    return file.prepare<[], Row>(`SELECT * FROM ${table} ORDER BY 1`).all();
  } finally {
    file.close();
  }
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the sample property of a morning', () => {
  let surroundings: Surroundings;
  let backend: Backend;
  let api: ApiClient;
  let close: () => void;

  beforeAll(async () => {
    surroundings = await makeSample(7);
    backend = composeBackend(surroundings);
    ({ api, close } = openWindow(backend));
    await api.people.signIn({ number: '1001', pin: PIN });
  });
  afterAll(async () => {
    close();
    await backend.close();
  });

  test.each([
    ['1001', 'receptionist'],
    ['2001', 'supervisor'],
    ['9001', 'admin'],
  ])('%s signs in as %s with the sample PIN', async (number, role) => {
    const window = openWindow(backend);
    await expect(window.api.people.signIn({ number, pin: PIN })).resolves.toMatchObject({ role });
    window.close();
  });

  test('the building has its desks, forty floors and 160 tenants', () => {
    expect(rowsOf(surroundings, 'desk').map(({ code }) => code)).toEqual(['L1', 'L2', 'L33']);
    expect(new Set(rowsOf(surroundings, 'unit').map(({ floor }) => floor)).size).toBe(40);
    expect(rowsOf(surroundings, 'tenant')).toHaveLength(160);
    expect(rowsOf(surroundings, 'contact').length).toBeGreaterThan(320);
  });

  test('people are inside, some of them too long, and twelve are expected today', async () => {
    expect(await api.visitors.counts()).toEqual({ onSite: 25, overstay: 4, expected: 12, cards: 0 });
  });

  test('names come in every shape', async () => {
    const { rows } = await api.visitors.list({ view: 'onSite' });
    const { rows: expected } = await api.visitors.list({ view: 'expected' });
    const names = [...rows, ...expected].map((row) => row.name ?? '');
    expect(names).toContainEqual(expect.stringContaining('·'));
    expect(names).toContainEqual(expect.stringContaining('𬱖'));
    expect(names).toContainEqual(expect.stringMatching(/^[\p{Script=Latin} ’-]{40,}$/u));
  });

  test('hosts are found by the initials of their names, instructions beside them', async () => {
    const matches = await api.places.find({ text: 'wx', limit: 50 });
    expect(matches.filter((match) => match.contact !== null).length).toBeGreaterThan(0);
    const instructions = rowsOf(surroundings, 'tenant').map((tenant) => tenant['instructions']);
    expect(instructions).toContainEqual(expect.stringContaining('No salesmen'));
  });

  test('visits are numbered without a gap within each day', () => {
    const numbers = rowsOf(surroundings, 'visit').map(({ number }) => String(number));
    const byDay = Map.groupBy(numbers, (number) => number.slice(0, -5));
    expect(byDay.size).toBeGreaterThanOrEqual(28);
    for (const [day, ofDay] of byDay) {
      const wanted = ofDay.map((_, at) => `${day}-${String(at + 1).padStart(4, '0')}`);
      expect(ofDay.toSorted()).toEqual(wanted);
    }
  });

  test('turnstile cards are on file, and four of them with people inside', async () => {
    const { onFile, inDrawer, away } = await api.visitors.cardStock();
    expect([onFile, inDrawer]).toEqual([40, 36]);
    expect(away.map(({ number, state }) => [number, state])).toEqual(
      ['801', '802', '803', '804'].map((number) => [number, 'out']),
    );
  });

  test('a colleague of the sky lobby is lent to this desk, and one void by phone waits for the supervisor', async () => {
    const window = openWindow(backend);
    await window.api.people.signIn({ number: '2001', pin: PIN });
    const lent = (await window.api.staff.list()).filter((staff) => staff.lent !== null);
    expect(lent).toMatchObject([{ number: '5002', homeDesk: 'L33', lent: { desk: 'L1' } }]);
    expect(await window.api.approvals.due()).toMatchObject([
      { way: 'phone', right: 'visits.void', approver: expect.stringContaining('2001') as string, mine: true },
    ]);
    window.close();
  });

  test('six hundred keys hang on hooks of their own at three desks, by tags that tell nothing of the door', async () => {
    const keys = await api.keys.cabinet();
    expect(keys).toHaveLength(600);
    expect(new Set(keys.map(({ homeDesk, cabinet, hook }) => `${homeDesk} ${cabinet} ${hook}`)).size).toBe(
      600,
    );
    expect(new Set(keys.map(({ homeDesk }) => homeDesk))).toEqual(new Set(['L1', 'L2', 'L33']));
    expect(new Set(keys.map(({ kind }) => kind))).toEqual(new Set(KEY_KINDS));
    expect(keys.filter(({ code }) => !/^\d{4}$/.test(code))).toEqual([]);
    expect(keys.filter(({ kind, seal }) => seal !== null && kind !== 'deposited')).toEqual([]);
    expect(keys.filter(({ seal }) => seal !== null)).toHaveLength(120);
  });

  test('keys are out, some of them too long, one set is incomplete, two are on their way', async () => {
    expect(await api.keys.counts()).toEqual({ out: 16, overdue: 4, dueSoon: 2, inTransfer: 2, lost: 0 });
    const states = (await api.keys.cabinet()).map(({ state }) => state);
    expect(states.filter((state) => state === 'incomplete')).toHaveLength(1);
    expect((await api.keys.list({ view: 'issued' })).rows).toHaveLength(5);
    const { rows } = await api.keys.list({ view: 'all', limit: 500 });
    expect(rows.length).toBeGreaterThan(120);
    expect(
      new Set(rows.filter(({ state }) => state === 'returned').map(({ borrower }) => borrower)).size,
    ).toBeGreaterThan(12);
  });

  test('120 items lie over the desks; some are out, overdue, soon due, lost and blocked', async () => {
    const items = await api.loans.items({});
    expect(items).toHaveLength(120);
    expect(new Set(items.map(({ desk }) => desk))).toEqual(new Set(['L1', 'L2', 'L33']));
    expect(items.filter(({ state }) => state === 'out_of_service')).toHaveLength(2);
    expect(await api.loans.counts()).toEqual({ out: 14, overdue: 4, dueSoon: 2, lost: 1, low: 0 });
    const over = (await api.loans.list({ view: 'all', limit: 500 })).rows.filter(
      ({ state }) => state !== 'open',
    );
    expect(over.length).toBeGreaterThan(80);
  });

  test('deposits were taken and refunded; two are held, one waits for finance, and the till has what it should', async () => {
    const held = await api.loans.deposits({ view: 'held' });
    expect(held.map(({ state, amountFen }) => [state, amountFen])).toEqual([
      ['held', 50_000],
      ['held', 50_000],
    ]);
    expect(await api.loans.deposits({ view: 'pending' })).toMatchObject([
      { state: 'refund_pending', method: 'wechat', amountFen: 30_000 },
    ]);
    const all = await api.loans.deposits({ view: 'all' });
    expect(all.filter(({ state }) => state === 'refunded').length).toBeGreaterThan(5);
    const till = (await api.loans.cash()).find(({ method }) => method === 'cash');
    expect(till).toMatchObject({ desk: 'L1', floatFen: 200_000, heldFen: 100_000, balanceFen: 300_000 });
  });

  test('no old pass waits for the printer', async () => {
    expect((await api.desk.status()).jobs).toEqual([]);
  });

  test('its journal verifies, and a rebuild gives the same tables', () => {
    expect(verifyJournals(backend.database.db)).toMatchObject({ ok: true });
    const path = join(surroundings.config.dataDir, DATABASE_FILE);
    expect(checkViews(path, backend.journal.projection)).toMatchObject({ outcome: 'equal' });
    expect(rowsOf(surroundings, 'record_issue')).toEqual([]);
  });
});

test('the same seed at the same time is the same property, to the byte of the journal; another seed is another', async () => {
  const [first, second, other] = [await makeSample(3), await makeSample(3), await makeSample(4)];
  for (const table of [...VIEWS, 'event', 'command', 'counter', 'print_job', 'secret', 'record_key']) {
    expect(rowsOf(second, table)).toEqual(rowsOf(first, table));
  }
  expect(rowsOf(other, 'visit')).not.toEqual(rowsOf(first, 'visit'));
  expect(rowsOf(other, 'tenant')).not.toEqual(rowsOf(first, 'tenant'));
});

test.each([
  ['at night', MORNING - 9 * HOUR],
  ['late in the evening', MORNING + 13 * HOUR],
])('opened %s it has as many people inside', async (_when, now) => {
  const surroundings = await makeSample(1, now);
  const backend = composeBackend(surroundings);
  const { api, close } = openWindow(backend);
  await api.people.signIn({ number: '2001', pin: PIN });
  expect(await api.visitors.counts()).toEqual({ onSite: 25, overstay: 4, expected: 12, cards: 0 });
  expect(await api.keys.counts()).toMatchObject({ out: 16, overdue: 4, dueSoon: 2, inTransfer: 2 });
  close();
  await backend.close();
});

test('a folder with a database stays as it is', async () => {
  const surroundings = surroundingsOf(newFolder(), 1);
  const path = join(surroundings.config.dataDir, DATABASE_FILE);
  new BetterSqlite(path).close();
  await ensureSample(surroundings);
  expect(readdirSync(surroundings.config.dataDir)).toEqual([DATABASE_FILE]);
});

test('what a crash left half made is thrown away and made anew', async () => {
  const surroundings = surroundingsOf(newFolder(), 1);
  const { dataDir } = surroundings.config;
  await expect(ensureSample({ ...surroundings, propertyKey: null })).rejects.toThrow('property key');
  expect(existsSync(join(dataDir, DATABASE_FILE))).toBe(false);
  writeFileSync(join(dataDir, 'sample.new'), 'half of something');
  await ensureSample(surroundings);
  expect(readdirSync(dataDir)).toEqual([DATABASE_FILE]);
});
