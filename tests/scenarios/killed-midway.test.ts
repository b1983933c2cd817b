// The machine dies in the middle of something long: what was there is there, or what was to come is there whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { composeBackend } from '../../electron/backend/compose.ts';
import { repair } from '../../electron/backend/backup/repair.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { systemRandom } from '../../electron/backend/shared/random.ts';
import { ruinPages } from '../support/damage.ts';
import { MORNING, openTestDesk, TEST_KEY, type TestDesk } from '../support/desk.ts';
import { backUp } from '../support/backups.ts';
import { mendParts } from '../support/mending.ts';
import { takeBack } from '../support/versions.ts';
import { walkIn } from '../support/visits.ts';

const CHILD = join(import.meta.dirname, 'midway-child.ts');
const EARLIER = 20;
const LATER = 5;
let desk: TestDesk;
let backup = '';
const ids: number[] = [];

beforeAll(async () => {
  desk = await openTestDesk();
  const { visitors } = await desk.signedIn();
  // With a document each: why there is none is more than an older program's file can hold.
  let shown = 1000;
  const come = () =>
    visitors.register(walkIn({ documentType: 'workCard', documentNumber: `W${(shown += 1)}` }));
  for (let visitor = 0; visitor < EARLIER; visitor += 1) ids.push((await come()).id);
  backup = basename(await backUp(desk));
  for (let visitor = 0; visitor < LATER; visitor += 1) await come();
  await desk.backend.close();
});
afterAll(() => rmSync(desk.folder, { recursive: true }));

/** Runs the act, and kills it after so long. Answers how long it ran from when it had begun. */
async function run(words: readonly string[], killAfter?: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  const began = performance.now();
  if (killAfter !== undefined) {
    await sleep(killAfter);
    child.kill('SIGKILL');
  }
  const [code] = (await ended) as [number | null];
  if (killAfter === undefined) expect(code).toBe(0);
  return performance.now() - began;
}

interface Found {
  readonly visits: number;
  readonly named: number;
}

/** Opens the folder as the next start does, and answers how many visits are there, and with their names. */
async function open(folder: string): Promise<Found> {
  const config = {
    ...{ dataDir: folder, seed: 1, reader: null, printer: null, appVersion: '0.0.0-test' },
    ...({ property: 'desk', language: 'en' } as const),
  };
  const outside = { clock: { now: () => MORNING }, random: systemRandom, log: createSilentLog() };
  const backend = composeBackend({ config, propertyKey: TEST_KEY, ...outside });
  backend.start();
  const { db } = backend.database;
  const count = (column: string): number =>
    Number(db.connection.prepare(`SELECT count(${column}) FROM visit`).pluck().get());
  expect(verifyJournals(db)).toMatchObject({ ok: true });
  expect(checkViews(join(folder, DATABASE_FILE), backend.journal.projection).outcome).toBe('equal');
  const found = { visits: count('*'), named: count('name') };
  await backend.close();
  return found;
}

/** Kills the act at several places of a copy of the folder each, and answers what the next start found, each once. */
async function killed(
  act: (folder: string) => readonly string[],
  find: (folder: string) => Promise<Found>,
): Promise<{ readonly whole: Found; readonly found: readonly string[] }> {
  const within = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
    const folder = mkdtempSync(join(tmpdir(), 'foyer-killed-'));
    cpSync(desk.folder, folder, { recursive: true });
    try {
      return await work(folder);
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
  const { whole, took } = await within(async (folder) => {
    const ran = await run(act(folder));
    return { took: ran, whole: await find(folder) };
  });
  const found = new Set<string>();
  for (const part of [0.2, 0.5, 0.8]) {
    await within(async (folder) => {
      await run(act(folder), took * part);
      found.add(JSON.stringify(await find(folder)));
      const left = readdirSync(folder).filter((name) => name.includes('.part') || name === 'mend.new');
      expect(left).toEqual([]);
    });
  }
  return { whole, found: [...found] };
}

const all = EARLIER + LATER;
const BEFORE = JSON.stringify({ visits: all, named: all });

test('killed while a backup is put back, the desk has what it had, or what the backup had', async () => {
  const { whole, found } = await killed(
    (folder) => ['restore', folder, join(folder, 'backups', backup)],
    open,
  );
  expect(whole).toEqual({ visits: EARLIER, named: EARLIER });
  for (const each of found) expect([BEFORE, JSON.stringify(whole)]).toContain(each);
});

test('killed while a newer program brings its file up to date, the desk has everything', async () => {
  const takenBack = (folder: string) => {
    takeBack(join(folder, DATABASE_FILE), 13);
    return ['start', folder];
  };
  expect((await killed(takenBack, open)).found).toEqual([BEFORE]);
});

test('killed while people are erased, all of them are or none is, and everybody else is there', async () => {
  const erased = ids.slice(0, 10);
  const { whole, found } = await killed((folder) => ['erase', folder, ...erased.map(String)], open);
  expect(whole).toEqual({ visits: all, named: all - erased.length });
  for (const each of found) expect([BEFORE, JSON.stringify(whole)]).toContain(each);
});

test('killed while a damaged file is mended, it is mended at the next try with nothing less', async () => {
  const ruined = (folder: string) => {
    ruinPages(join(folder, DATABASE_FILE), 'visit');
    return ['repair', folder];
  };
  const { whole, found } = await killed(ruined, async (folder) => {
    repair({ ...mendParts(desk), dataDir: folder });
    return open(folder);
  });
  expect(JSON.stringify(whole)).toBe(BEFORE);
  expect(found).toEqual([BEFORE]);
});

test('killed while the sample is made, a half one is never opened', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-killed-'));
  await run(['sample', folder], 400);
  expect(readdirSync(folder)).not.toContain(DATABASE_FILE);
  await run(['sample', folder]);
  expect(readdirSync(folder)).toEqual([DATABASE_FILE]);
  expect(statSync(join(folder, DATABASE_FILE)).size).toBeGreaterThan(1_000_000);
  const sample = new BetterSqlite(join(folder, DATABASE_FILE), { readonly: true });
  expect(sample.pragma('quick_check', { simple: true })).toBe('ok');
  sample.close();
  rmSync(folder, { recursive: true });
});
