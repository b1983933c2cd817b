// A disk that rots: single bits, cut and empty files, a log that is gone. It is told, and what can be read is there.
import { cpSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { composeBackend } from '../../electron/backend/compose.ts';
import { DatabaseError } from '../../electron/backend/database/database-error.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { readSucceeded } from '../../electron/backend/journal/succession.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { comeToRescue } from '../../electron/backend/rescue.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { systemRandom } from '../../electron/backend/shared/random.ts';
import { flipBit, pagesOf } from '../support/damage.ts';
import { MINUTE, MORNING, openTestDesk, TEST_KEY, type TestDesk } from '../support/desk.ts';
import { backUp } from '../support/backups.ts';
import { walkIn } from '../support/visits.ts';

const BACKED_UP = 60;
const LATER = 30;
let desk: TestDesk;
/** The folder as a power cut leaves it, with its log, and as a clean end leaves it. */
let cut: string;

beforeAll(async () => {
  desk = await openTestDesk();
  const { visitors } = await desk.signedIn();
  const come = (name: string) =>
    visitors.register(
      walkIn({ name, documentType: 'none', documentNumber: null, remarks: '试'.repeat(200) }),
    );
  for (let visitor = 0; visitor < BACKED_UP; visitor += 1) await come(`测试${visitor}`);
  await backUp(desk);
  for (let visitor = 0; visitor < LATER; visitor += 1) await come(`后来${visitor}`);
  desk.clock.advance(MINUTE);
  desk.backend.care.tick();
  cut = mkdtempSync(join(tmpdir(), 'foyer-cut-'));
  cpSync(desk.folder, cut, { recursive: true });
  await desk.backend.close();
});
afterAll(() => {
  for (const folder of [desk.folder, cut]) rmSync(folder, { recursive: true });
});

function surroundings(folder: string) {
  const config = {
    ...{ dataDir: folder, seed: 1, reader: null, printer: null, appVersion: '0.0.0-test' },
    ...({ property: 'desk', language: 'en' } as const),
  };
  const clock = { now: () => MORNING + 2 * MINUTE };
  return { config, propertyKey: TEST_KEY, clock, random: systemRandom, log: createSilentLog() };
}

interface Found {
  readonly refused: string | null;
  readonly reason: string | null;
  readonly missing: number;
  readonly named: number;
  readonly lost: number;
  /** Chains and tables hold together. */
  readonly whole: boolean;
}

/** The next start; where it is refused, the mending that its window offers, and the start after it. */
async function start(folder: string): Promise<Found> {
  const parts = surroundings(folder);
  let refused: string | null = null;
  let lost = 0;
  try {
    await composeBackend(parts).close();
  } catch (error) {
    refused = error instanceof DatabaseError ? error.problem : String(error);
    expect(comeToRescue(parts, { act: 'examine' })).toMatchObject({ outcome: 'examined' });
    const mended = comeToRescue(parts, { act: 'mend' });
    if (mended.outcome !== 'mended') throw new Error('not mended', { cause: error });
    lost = mended.lost;
  }
  const backend = composeBackend(parts);
  backend.start();
  const { db } = backend.database;
  const named = Number(db.connection.prepare('SELECT count(name) FROM visit').pluck().get());
  const succeeded = readSucceeded(db);
  const chains = verifyJournals(db);
  const views = checkViews(join(folder, DATABASE_FILE), backend.journal.projection).outcome;
  await backend.close();
  const whole = chains.ok && views === 'equal';
  return { refused, reason: succeeded?.reason ?? null, missing: succeeded?.missing ?? 0, named, lost, whole };
}

async function damaged(from: string, harm: (path: string) => void): Promise<Found> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-rot-'));
  cpSync(from, folder, { recursive: true });
  try {
    harm(join(folder, DATABASE_FILE));
    return await start(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const page = (table: string, nth: number, offset: number) => (path: string) =>
  flipBit(path, pagesOf(path, table).at(nth) ?? 0, offset);
const cutTo =
  (share: number, suffix = '') =>
  (path: string) =>
    truncateSync(path + suffix, Math.floor(statSync(path + suffix).size * share));
const gone =
  (suffix = '') =>
  (path: string) =>
    rmSync(path + suffix);
const flipInLog = (path: string) => flipBit(`${path}-wal`, 1, Math.floor(statSync(`${path}-wal`).size * 0.8));
const all = BACKED_UP + LATER;

test.each([
  ['a bit of an event near the end is another', page('event', -2, 3000), all - 1],
  ['a bit in the head of a page of events is another', page('event', -3, 3), all - 2],
  ['the mark that it is a database is gone', (path: string) => flipBit(path, 1, 5), BACKED_UP],
  ['half of the file is gone', cutTo(0.5), BACKED_UP],
  ['the file is empty', cutTo(0), BACKED_UP],
  ['the file is gone', gone(), BACKED_UP],
])('%s: the desk says so, and opens with its last backup and what can be read', async (_what, harm, left) => {
  const found = await damaged(desk.folder, harm);
  expect(found).toMatchObject({ refused: 'DATABASE_DAMAGED', reason: 'repaired', whole: true });
  expect(found.named).toBeGreaterThanOrEqual(left);
  // Whoever came is one event.
  expect(found.named + found.lost).toBe(all);
});

test.each([
  ['is gone', gone('-wal')],
  ['is empty', cutTo(0, '-wal')],
])(
  'the log of a desk that was cut off %s, and all it had with it: the last backup opens',
  async (_what, harm) => {
    const found = await damaged(cut, harm);
    expect(found).toMatchObject({ refused: 'DATABASE_DAMAGED', reason: 'repaired', whole: true });
    expect(found.named).toBe(BACKED_UP);
  },
);

test.each([
  ['has another bit', flipInLog],
  ['is cut short', cutTo(0.6, '-wal')],
])(
  'the log of a desk that was cut off %s: what lies before is there, the rest is counted',
  async (_what, harm) => {
    const found = await damaged(cut, harm);
    expect(found).toMatchObject({ refused: null, reason: 'behind', whole: true });
    expect(found.named).toBeGreaterThan(0);
    expect(found.named + found.missing).toBe(all);
  },
);
