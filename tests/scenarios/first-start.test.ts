// The machine dies while a desk is begun: the next start begins it cleanly or goes on, under one key and one journal.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { composeBackend, type Backend } from '../../electron/backend/compose.ts';
import { openDatabase } from '../../electron/backend/database/database.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { goOnWithoutKey } from '../../electron/backend/privacy/go-on-without-key.ts';
import { PROJECTORS } from '../../electron/backend/registers/index.ts';
import { putContact } from '../../electron/backend/places/places.service.ts';
import { systemRandom } from '../../electron/backend/shared/random.ts';
import { openPropertyKey, replacePropertyKey } from '../../electron/main/property-key.ts';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { MORNING } from '../support/desk.ts';

const CHILD = join(import.meta.dirname, 'first-start-child.ts');
/** Some thirty starts, each with its own process or its own folder: minutes on a busy machine. */
const LONG = 600_000;
const SYSTEM = { actor: 'system', staff: null, approver: null, shift: null, desk: null } as const;
let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'foyer-first-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const dataDir = (): string => join(folder, 'desk');
const keyFile = (): string => join(folder, 'profile', 'keys', 'desk.key');
const database = (): string => join(dataDir(), DATABASE_FILE);

function clear(): void {
  rmSync(dataDir(), { recursive: true });
  rmSync(dirname(dirname(keyFile())), { recursive: true });
}

/** Starts the desk and ends at the given step. Answers whether it came so far as to be ready. */
function startFor(steps: number): boolean {
  const child = spawnSync(process.execPath, [CHILD, dataDir(), keyFile(), String(steps)], {
    encoding: 'utf8',
  });
  expect(child.stderr).toBe('');
  return child.stdout === 'begun';
}

/** Gives the key of the data folder, as main does. */
async function propertyKey(): Promise<Uint8Array | null> {
  const { key } = await openPropertyKey({
    ...{ file: keyFile(), vault: null, databaseExists: existsSync(database()) },
    random: (bytes) => new Uint8Array(systemRandom.bytes(bytes)),
  });
  return key;
}

/** Starts the desk as main and backend do. Throws where it is refused. */
async function start(): Promise<Backend> {
  mkdirSync(dataDir(), { recursive: true });
  const backend = composeBackend({
    config: {
      ...{ dataDir: dataDir(), seed: 1, reader: null, printer: null, appVersion: '0.0.0-test' },
      ...({ property: 'desk', language: 'en' } as const),
    },
    ...{ propertyKey: await propertyKey(), clock: { now: () => MORNING }, random: systemRandom },
    log: createSilentLog(),
  });
  backend.start();
  return backend;
}

/** The desk is set up, closed and opened again: one journal, one key, and what that sealed can be read. */
async function expectGoesOn(): Promise<void> {
  const first = await start();
  const person = { name: '单试验', pinyin: null, phone: '13800000001' };
  const contact = { tenant: null, unit: null, authorises: [], active: true };
  first.journal.system(SYSTEM, (command) => putContact(command, contact, person));
  await first.close();
  const again = await start();
  expect(verifyJournals(again.database.db)).toMatchObject({
    ok: true,
    heads: [{ journal: again.journal.id }],
  });
  expect(checkViews(database(), again.journal.projection).outcome).toBe('equal');
  expect(again.care.notices()).toEqual([]);
  await again.close();
  clear();
}

test(
  'killed between any two steps of the first start, the desk begins at the next one',
  { timeout: LONG },
  async () => {
    let steps = 0;
    while (!startFor(steps)) {
      await expectGoesOn();
      steps += 1;
    }
    // The key, each secret with its seal, and the journal at the least.
    expect(steps).toBeGreaterThan(8);
    await expectGoesOn();
  },
);

test('half a key that was never given its name is no key: the next start makes a whole one', async () => {
  mkdirSync(dirname(keyFile()), { recursive: true });
  writeFileSync(`${keyFile()}.part`, '{"store":"fi');
  await expectGoesOn();
});

test('a database that has got its file and nothing in it is filled at the next start', async () => {
  await propertyKey();
  mkdirSync(dataDir());
  writeFileSync(database(), '');
  await expectGoesOn();
});

test(
  'a database that came half the way to this version goes the rest of it at the next start',
  { timeout: LONG },
  async () => {
    for (const { version } of MIGRATIONS) {
      await propertyKey();
      mkdirSync(dataDir());
      openDatabase(database(), { backupDir: null, migrations: MIGRATIONS.slice(0, version) }).close();
      await expectGoesOn();
    }
  },
);

test('where the key is gone before the desk had begun anything, it goes on under a new one', async () => {
  mkdirSync(dataDir());
  openDatabase(database(), { backupDir: null }).close();
  await expect(start()).rejects.toThrow('no property key');
  const random = systemRandom;
  goOnWithoutKey({
    ...{ dataDir: dataDir(), propertyKey: new Uint8Array(32), clock: { now: () => MORNING }, random },
    projectors: PROJECTORS,
  });
  await replacePropertyKey({ file: keyFile(), key: new Uint8Array(32), vault: null });
  await expectGoesOn();
});
