// A database that is not the one the desk last wrote: its journal ends, a new one goes on from it, and staff are told.
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { composeBackend } from '../../electron/backend/compose.ts';
import { HEAD_FILE } from '../../electron/backend/journal/head-file.ts';
import { findEvent, iterateJournals } from '../../electron/backend/journal/journal.store.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { nextGeneration, ownPlace } from '../../electron/backend/journal/succession.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { decodeWire } from '../../head-office/protocol/wire.ts';
import { joinId } from '../../head-office/protocol/ids.ts';
import { MINUTE, openTestDesk, type TestDesk } from '../support/desk.ts';
import { walkIn } from '../support/visits.ts';

/** What the event that begins the own journal says. */
function opening({ backend }: TestDesk): unknown {
  const stored = findEvent(backend.database.db, joinId(backend.journal.id, 1));
  return stored && decodeWire(stored.wire)?.body;
}

const place = ({ backend }: TestDesk) => ownPlace(backend.database.db);
const register = async (desk: TestDesk) =>
  (await desk.signedIn()).visitors.register(walkIn({ documentType: 'none', documentNumber: null }));

/** Closes the desk, does something to its folder, and opens it again. */
async function reopen(desk: TestDesk, meanwhile: () => void): Promise<void> {
  await desk.backend.close();
  meanwhile();
  await desk.restart();
}

test('a desk that closes and opens goes on with its journal and its numbers', async () => {
  await using desk = await openTestDesk();
  await register(desk);
  const { id } = desk.backend.journal;
  await desk.restart();
  expect(desk.backend.journal.id).toBe(id);
  expect(desk.backend.care.notices()).toEqual([]);
  expect(await register(desk)).toMatchObject({ number: 'V-L1-261121-0002' });
});

test('a database put back by hand begins a new journal that names the old one and what is missing', async () => {
  await using desk = await openTestDesk();
  await register(desk);
  await desk.restart();
  const before = place(desk);
  const kept = join(desk.folder, 'kept.db');
  await reopen(desk, () => copyFileSync(desk.databasePath, kept));
  await register(desk);
  await register(desk);
  const lost = place(desk);
  if (!before || !lost) throw new Error('the desk has no journal');
  await reopen(desk, () => copyFileSync(kept, desk.databasePath));

  expect(opening(desk)).toEqual({ reason: 'behind', predecessor: before, noted: lost });
  const missing = lost.seq - before.seq;
  expect(desk.backend.care.notices()).toMatchObject([{ kind: 'newJournal', reason: 'behind', missing }]);
  expect(await register(desk)).toMatchObject({ number: 'V-L1b-261121-0001' });
  const { database, journal } = desk.backend;
  expect(new Set(iterateJournals(database.db))).toEqual(new Set([before.journal, journal.id]));
  expect(verifyJournals(database.db)).toMatchObject({ ok: true });
  expect(checkViews(desk.databasePath, journal.projection)).toMatchObject({ outcome: 'equal' });
  await desk.restart();
  expect(desk.backend.journal.id).toBe(journal.id);
});

test('a copied folder begins a new journal, a moved one goes on', async () => {
  await using desk = await openTestDesk();
  await register(desk);
  const { id } = desk.backend.journal;
  const aside = join(desk.folder, 'moved.db');
  await reopen(desk, () => {
    renameSync(desk.databasePath, aside);
    renameSync(aside, desk.databasePath);
  });
  expect(desk.backend.journal.id).toBe(id);
  await reopen(desk, () => {
    copyFileSync(desk.databasePath, aside);
    renameSync(aside, desk.databasePath);
  });
  expect(opening(desk)).toMatchObject({ reason: 'copied', predecessor: { journal: id } });
  expect(await register(desk)).toMatchObject({ number: 'V-L1b-261121-0001' });
});

test('a copied folder without its key stays shut, and neither a journal nor a key is begun in it', async () => {
  await using desk = await openTestDesk();
  await register(desk);
  await desk.backend.close();
  const copy = mkdtempSync(join(tmpdir(), 'foyer-copied-'));
  cpSync(desk.folder, copy, { recursive: true });
  const open = (propertyKey: Uint8Array | null) => () =>
    composeBackend({
      config: {
        ...{ dataDir: copy, property: 'desk', seed: 1, language: 'en', reader: null, printer: null },
        appVersion: '0.0.0-test',
      },
      ...{ propertyKey, clock: desk.clock, random: seededRandom(3), log: createSilentLog() },
    });
  expect(open(null)).toThrow('no property key');
  expect(open(Buffer.alloc(32, 9))).toThrow('does not open');
  for (const name of [DATABASE_FILE, HEAD_FILE]) {
    expect(readFileSync(join(copy, name))).toEqual(readFileSync(join(desk.folder, name)));
  }
  rmSync(copy, { recursive: true });
  await desk.restart();
});

test('where the database is gone, the new one goes on behind the noted head', async () => {
  await using desk = await openTestDesk();
  const lost = place(desk);
  await reopen(desk, () => rmSync(desk.databasePath));
  expect(opening(desk)).toEqual({ reason: 'lost', predecessor: lost, noted: lost });
});

test('every further journal gets the next letter, none ever twice', async () => {
  await using desk = await openTestDesk();
  const kept = join(mkdtempSync(join(tmpdir(), 'foyer-kept-')), DATABASE_FILE);
  await reopen(desk, () => copyFileSync(desk.databasePath, kept));
  const numbers: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    numbers.push((await register(desk)).number);
    await reopen(desk, () => copyFileSync(kept, desk.databasePath));
  }
  rmSync(kept);
  expect(numbers).toEqual(['V-L1-261121-0001', 'V-L1b-261121-0001', 'V-L1c-261121-0001']);
  expect(['', 'b', 'y', 'z', 'zz'].map(nextGeneration)).toEqual(['b', 'c', 'z', 'zb', 'zzb']);
});

test('a head file that cannot be read is noted anew and begins nothing', async () => {
  await using desk = await openTestDesk();
  const { id } = desk.backend.journal;
  const file = join(desk.folder, HEAD_FILE);
  await reopen(desk, () => writeFileSync(file, '{"seq":'));
  expect(desk.backend.journal.id).toBe(id);
  desk.clock.advance(MINUTE);
  desk.backend.care.tick();
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ ...place(desk), generation: '' });
});

test('a desk whose folder takes no head file goes on, and says so', async () => {
  await using desk = await openTestDesk();
  const { id } = desk.backend.journal;
  const blocked = join(desk.folder, `${HEAD_FILE}.part`);
  await register(desk);
  await desk.backend.close();
  rmSync(join(desk.folder, HEAD_FILE));
  mkdirSync(blocked);
  await desk.restart();
  expect(desk.backend.journal.id).toBe(id);
  expect(desk.backend.care.notices()).toEqual([{ kind: 'headNotNoted' }]);
  rmSync(blocked, { recursive: true });
  desk.backend.care.tick();
  expect(desk.backend.care.notices()).toEqual([]);
});
