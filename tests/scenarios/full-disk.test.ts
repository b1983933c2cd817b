// A disk that is full, for real: nothing is half written, everybody hears it by name, and the desk goes on by itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FromBackend } from '../../electron/api/boot.ts';
import { openTestDesk, TEST_KEY } from '../support/desk.ts';
import { forkWithPorts, type ForkOptions } from '../support/forked-process.ts';
import { register } from '../support/mending.ts';
import { canMount, onReadOnlyDisk, onSmallDisk } from '../support/small-disk.ts';
import { expectWhole } from '../support/whole.ts';

const CHILD = join(import.meta.dirname, 'full-disk-child.ts');
const RESERVE_CHILD = join(import.meta.dirname, 'disk-reserve-child.ts');
const BACKEND = join(import.meta.dirname, '..', '..', 'electron', 'backend', 'index.ts');
const mounts = canMount();
const WHY = 'this machine lets nobody mount a disk';

/** Starts the backend as main does, and answers what it says of the folder. */
async function startOn(dataDir: string, through: NonNullable<ForkOptions['through']>): Promise<FromBackend> {
  const backend = forkWithPorts(BACKEND, { through });
  const { promise, resolve, reject } = Promise.withResolvers<FromBackend>();
  backend.on('message', (message) => resolve(message as FromBackend));
  backend.on('exit', (code) => reject(new Error(`it ended with ${code} and said nothing`)));
  const config = {
    ...{ dataDir, property: 'desk', seed: 1, language: 'zh-CN', reader: null, printer: null },
    appVersion: '0.0.0-test',
  };
  backend.postMessage({ type: 'start', propertyKey: TEST_KEY, config });
  try {
    return await promise;
  } finally {
    backend.kill('SIGKILL');
    await backend.gone;
  }
}

/** What a process of its own, whose temporary folder is a disk of `size`, has to say. */
function factsFrom(child: string, size: string): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-disk-'));
  const [command, ...words] = onSmallDisk(folder, size);
  const { stderr, stdout } = spawnSync(command, [...words, process.execPath, child], {
    ...{ env: { ...process.env, TMPDIR: folder }, encoding: 'utf8', timeout: 100_000 },
  });
  rmSync(folder, { recursive: true });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

test('a disk that fills up at any moment of a day costs nothing but the slips that wait for room', (context) => {
  context.skip(!mounts, WHY);
  const DONE = { register: 'done', again: 'done', import: 'done', backup: 'done' };
  const FULL = 'DISK_FULL';
  expect(factsFrom(CHILD, '24m')).toEqual({
    half: [],
    refused: {
      ...{ register: FULL, leave: FULL, reprint: FULL, policy: FULL, signIn: 'done', import: FULL },
      backup: 'BACKUP_FAILED',
    },
    // Who is inside can be read meanwhile, also by whoever is not signed in.
    shown: true,
    storm: 0,
    notices: ['diskLow', 'backupFailed', 'headNotNoted'],
    ...{ after: DONE, left: ['diskLow'], onSite: true, printed: true, views: 'equal', chain: true },
    ...{ lostLines: true, torn: 0 },
  });
});

test('a desk that held room back records on while the disk is full, and lets people in when that is used up', (context) => {
  context.skip(!mounts, WHY);
  expect(factsFrom(RESERVE_CHILD, '160m')).toEqual({
    heard: { scanned: 'returned', first: 'done', low: [{ kind: 'diskLow', records: true }], held: 0 },
    ...{ noted: true, more: 300, imported: 'done' },
    lastRoom: {
      wrong: ['SIGN_IN_REFUSED', 'SIGN_IN_REFUSED', 'SIGN_IN_WAIT'],
      ...{ shift: 'H-L1-261121-0001', register: 'DISK_FULL', found: true },
      low: [{ kind: 'diskLow', records: false }],
    },
    // Whoever came meanwhile is written down as soon as there is room, and who went cannot go on.
    ...{ dutyMeanwhile: false, resumed: null, written: true },
    nextDay: { first: 'done', low: [{ kind: 'diskLow', records: true }] },
    ...{ roomy: [], onSite: 302, views: 'equal' },
  });
});

test('a first start on a full disk, or on one that cannot be written, is refused by name', async (context) => {
  context.skip(!mounts, WHY);
  const folder = mkdtempSync(join(tmpdir(), 'foyer-disk-'));
  const refused = { type: 'refused', code: 'DISK' };
  expect(await startOn(folder, onSmallDisk(folder, '64k'))).toMatchObject(refused);
  expect(await startOn(folder, onReadOnlyDisk(folder))).toMatchObject({ ...refused, reference: 'no-log' });
  rmSync(folder, { recursive: true });
});

test('a desk whose folder can only be read is refused by name, and is whole when that is mended', async (context) => {
  context.skip(!mounts, WHY);
  await using desk = await openTestDesk();
  await register(desk);
  await desk.backend.close();
  expect(await startOn(desk.folder, onReadOnlyDisk(desk.folder))).toMatchObject({
    type: 'refused',
    code: 'DISK',
  });
  await desk.restart();
  expectWhole(desk);
});
