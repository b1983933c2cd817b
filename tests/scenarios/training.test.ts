// Training beside a real desk: the newcomer's first morning, and not one byte of the real desk's folder is touched.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { DeskMessage } from '../../electron/api/desk.contract.ts';
import type { Backend } from '../../electron/backend/compose.ts';
import { ensureSample } from '../../electron/backend/sample/ensure-sample.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { systemRandom } from '../../electron/backend/shared/random.ts';
import { openTraining } from '../../electron/backend/training/open-training.ts';
import { openTestDesk, openWindow } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { amendment, walkIn } from '../support/visits.ts';

const SAMPLE_PIN = '246810';
const WAIT = { timeout: 20_000, interval: 20 };

interface Classroom extends AsyncDisposable {
  readonly folder: string;
  readonly backend: Backend;
  readonly api: ApiClient;
  /** Closes it, as the program does at its end. */
  close(): Promise<void>;
}

/** Opens training mode in a folder, on devices and a clock as the program has them. */
async function openClassroom(folder = mkdtempSync(join(tmpdir(), 'foyer-training-'))): Promise<Classroom> {
  const surroundings = {
    config: {
      ...({ dataDir: folder, property: 'training', seed: 3, language: 'zh-CN' } as const),
      ...{ reader: null, printer: null, appVersion: '0.0.0-test' },
    },
    propertyKey: Buffer.alloc(32, 9),
    clock: { now: () => Date.now() },
    random: systemRandom,
    log: createSilentLog(),
    clockJumpLimit: Infinity,
  };
  await ensureSample(surroundings);
  const backend = await openTraining(surroundings);
  backend.start();
  const { api, close } = openWindow(backend);
  await api.people.signIn({ number: '1001', pin: SAMPLE_PIN });
  let open = true;
  const end = async (): Promise<void> => {
    if (!open) return;
    open = false;
    close();
    await backend.care.settle();
    await backend.close();
  };
  return {
    ...{ folder, backend, api, close: end },
    async [Symbol.asyncDispose]() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Every file below a folder, and what is in it. */
function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile())
      .toSorted()
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      ]),
  );
}

/** Whose card the desk tells of next. */
async function nextCard(messages: AsyncIterator<DeskMessage, unknown>): Promise<string> {
  for (;;) {
    const next = await messages.next();
    if (next.done) throw new Error('the desk tells nothing any more');
    if (next.value.kind === 'card') return next.value.card.name;
  }
}

const done = async (api: ApiClient): Promise<readonly string[]> => (await api.training.stage())?.done ?? [];

test('a newcomer works through the list, it ticks itself off, and the real folder stays as it is to the byte', async () => {
  const beside = mkdtempSync(join(tmpdir(), 'foyer-beside-'));
  try {
    const real = join(beside, 'desk');
    await using desk = await openTestDesk();
    const counter = await desk.signedIn();
    await counter.visitors.register(walkIn());
    await desk.backend.close();
    cpSync(desk.folder, real, { recursive: true });
    await desk.restart();
    const before = bytesOf(real);
    expect(Object.keys(before)).toContain('foyer.db');

    await using classroom = await openClassroom(join(beside, 'desk-training'));
    const { api } = classroom;
    expect(await done(api)).toEqual([]);

    const { id } = await api.visitors.register(walkIn({ hostName: '林小姐' }));
    expect(await done(api)).toContain('register');
    await vi.waitFor(async () => expect(await done(api)).toEqual(['register', 'print']), WAIT);

    await api.visitors.amend({ ...amendment({ company: '改正后的单位' }), commandId: uuidv7(), visit: id });
    await api.visitors.leave({ commandId: uuidv7(), visit: id, way: 'list' });
    await api.training.notice({ task: 'evacuation' });
    expect(await done(api)).toEqual(['register', 'print', 'checkOut', 'correct', 'evacuation']);

    await classroom.close();
    expect(bytesOf(real)).toEqual(before);
    expect(existsSync(join(classroom.folder, 'backups'))).toBe(false);
    const again = await openClassroom(classroom.folder);
    expect(await done(again.api)).toEqual(['register', 'print', 'checkOut', 'correct', 'evacuation']);
    await again.close();
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
});

test('the practice reader reads the card that is presented, again and again, and the practice printer runs out of paper', async () => {
  await using classroom = await openClassroom();
  const { api } = classroom;
  await vi.waitFor(
    async () => expect(await api.desk.status()).toMatchObject({ reader: 'ready', printer: 'ready' }),
    WAIT,
  );
  const stage = await api.training.stage();
  expect(stage?.cards.map(({ layout }) => layout)).toContain('hmtResidence');

  const messages = await api.desk.watch();
  for (const [nth, { name }] of (stage?.cards ?? []).entries()) {
    await api.training.presentCard({ card: nth });
    expect(await nextCard(messages)).toBe(name);
  }
  await messages.return?.();

  await api.training.setPrinter({ printer: 'paperOut' });
  await api.visitors.register(walkIn());
  await vi.waitFor(async () => {
    const { jobs } = await api.desk.status();
    expect(jobs.map(({ problem }) => problem)).toEqual(['PAPER_OUT']);
  }, WAIT);
  expect(await api.training.slip({ nth: 1 })).toEqual({ picture: null });
  await api.training.setPrinter({ printer: 'healthy' });
  await vi.waitFor(async () => expect((await api.desk.status()).jobs).toEqual([]), WAIT);
  const { picture } = await api.training.slip({ nth: 1 });
  expect(
    Buffer.from(picture ?? '', 'base64')
      .subarray(1, 4)
      .toString('ascii'),
  ).toBe('PNG');
});

test('a fob on the practice tag reader and the last slip before the practice scanner are scans', async () => {
  await using classroom = await openClassroom();
  const { api } = classroom;
  await vi.waitFor(async () => {
    const { lineReaders, printer } = await api.desk.status();
    expect(lineReaders).toMatchObject([{ state: 'ready' }, { state: 'ready' }]);
    expect(printer).toBe('ready');
  }, WAIT);
  const messages = await api.desk.watch();
  const scanned = async (): Promise<string> => {
    for (;;) {
      const { value, done: ended } = await messages.next();
      if (ended) throw new Error('the stream ended');
      if (value.kind === 'scanned') return value.text;
    }
  };
  const stage = await api.training.stage();
  await api.training.presentTag({ tag: 0 });
  expect(await scanned()).toBe(stage?.tags[0]);
  const { id } = await api.visitors.register(walkIn());
  await vi.waitFor(async () => expect((await api.training.stage())?.slips).toBe(1), WAIT);
  await api.training.scanSlip({});
  const code = await scanned();
  await messages.return?.();
  expect(await api.visitors.scan({ commandId: uuidv7(), code })).toMatchObject({ visit: id });
});

test('a real desk has no stage: no card can be presented there, and nothing counts as practised', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('admin');
  expect(await api.training.stage()).toBeNull();
  for (const call of [
    () => api.training.presentCard({ card: 0 }),
    () => api.training.presentTag({ tag: 0 }),
    () => api.training.scanSlip({}),
    () => api.training.setPrinter({ printer: 'paperOut' }),
    () => api.training.slip({ nth: 1 }),
  ]) {
    await expect(call()).rejects.toMatchObject({ code: 'NOT_TRAINING' });
  }
  // The evacuation list never waits for anything: telling of it is no mistake, and leaves nothing.
  expect(await api.training.notice({ task: 'evacuation' })).toEqual({});
  expect(await api.training.stage()).toBeNull();
});
