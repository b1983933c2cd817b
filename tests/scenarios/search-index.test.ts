// The box's index: it says what looking at every visit says, after any history, a rebuild, another desk's work and kills.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../electron/backend/database/database.ts';
import type { Tx } from '../../electron/backend/database/handle.ts';
import { rebuildViews } from '../../electron/backend/journal/rebuild.ts';
import { createSearchIndex } from '../../electron/backend/search/search.index.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { playStep, steps, type Step } from '../support/histories.ts';
import { uuidv7 } from '../support/ids.ts';
import { exchange, openInstallation } from '../support/installations.ts';
import { bruteForce, indexAll, recordsOf, searchOver } from '../support/search.ts';
import { unproven, walkIn } from '../support/visits.ts';

const system = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;

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

test('memory fills bit by bit after the start, and a key typed meanwhile finds everybody', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  for (let n = 0; n < 40; n += 1) await api.visitors.register(unproven({ name: '测试来宾' }));
  const { database, registers } = desk.backend;
  indexAll(desk.backend);
  const index = createSearchIndex(database, registers.searched);
  expect(index.remember()).toBe(true);
  expect(index.fresh.size).toBe(32);
  await api.visitors.register(unproven({ name: '测试来宾' }));
  index.follow();
  expect(index.fresh.size).toBe(41);
  expect(index.remember()).toBe(false);
});

test('a batch that a full disk threw back is taken in whole once there is room', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const left: number[] = [];
  for (let n = 0; n < 6; n += 1) {
    const { id } = await api.visitors.register(
      walkIn({ name: '吕试验', documentNumber: null, documentType: 'none' }),
    );
    await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
    left.push(id);
  }
  const { database } = desk.backend;
  let thrownBack = 0;
  const again: Database = {
    ...database,
    write(work) {
      const full = new Error('thrown back');
      const once = (tx: Tx): never => {
        work(tx);
        thrownBack += 1;
        throw full;
      };
      expect(() => database.write(once)).toThrow(full);
      return database.write(work);
    },
  };
  indexAll({ database: again, registers: desk.backend.registers }, 4);
  expect(thrownBack).toBeGreaterThan(1);
  expect(recordsOf(await searchOver(desk.backend).find('吕', 20))).toEqual(left);
});

test('after a rebuild the index is made anew, and says so while it is not whole', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn({ name: '吕试验' }));
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
describe('whatever was done, the box finds what looking at every visit finds', () => {
  const typed = [
    '测',
    '人',
    '试人1',
    '测试人1',
    'ceshi',
    'csr',
    'cesr',
    'ceshir',
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
