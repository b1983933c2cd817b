// The keeper of the backend, with a child that the test lets live and die, and a clock that the test turns.
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import type { MessagePortMain } from 'electron';
import type { ToBackend } from '../api/boot.ts';
import type { BackendStatus } from '../api/desktop.contract.ts';
import { createBackendProcess } from './backend-process.ts';
import type { BackendChild, BackendProcess, StartMessage } from './backend-process.ts';

interface FakeChild extends BackendChild {
  readonly heard: ToBackend[];
  say(message: unknown): void;
  die(): void;
  killed: boolean;
}

function createChild(): FakeChild {
  const listeners = { message: [] as ((value: unknown) => void)[], exit: [] as ((code: number) => void)[] };
  return {
    heard: [],
    killed: false,
    postMessage(message) {
      this.heard.push(message);
    },
    on(event: 'message' | 'exit', listener: ((value: unknown) => void) & ((code: number) => void)) {
      return listeners[event].push(listener);
    },
    kill() {
      return (this.killed = true);
    },
    say: (message) => listeners.message.forEach((listener) => listener(message)),
    die: () => listeners.exit.forEach((listener) => listener(1)),
  };
}

const message = (property: 'desk' | 'sample'): StartMessage => ({
  type: 'start',
  propertyKey: new Uint8Array(32),
  config: {
    dataDir: `/data/${property}`,
    property,
    seed: 1,
    language: 'en',
    reader: null,
    printer: null,
    appVersion: '0.0.0',
  },
});

const start = (property: 'desk' | 'sample') => async () => message(property);

let children: FakeChild[];
let statuses: BackendStatus[];
let timers: { readonly at: number; readonly action: () => void }[];
let now: number;
let backend: BackendProcess;

const child = () => children.at(-1) ?? expect.fail('no backend was started');
const states = () => statuses.map((status) => status.state);
function pass(ms: number): void {
  now += ms;
  const due = timers.filter((timer) => timer.at <= now);
  timers = timers.filter((timer) => timer.at > now);
  due.forEach((timer) => timer.action());
}
/** Lets waiting promises go on; no time passes. */
const settle = () => setImmediate();

beforeEach(() => {
  [children, statuses, timers, now] = [[], [], [], 0];
  backend = createBackendProcess({
    fork() {
      children.push(createChild());
      return child();
    },
    now: () => now,
    later(ms, action) {
      const timer = { at: now + ms, action };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    changed: (status) => statuses.push(status),
  });
});

describe('the backend', () => {
  test('is told first of all what to open, and takes ports once it is ready', async () => {
    await backend.open(start('desk'));
    child().say({ type: 'ready' });
    backend.connect({} as MessagePortMain);
    expect(child().heard.map(({ type }) => type)).toEqual(['start', 'port']);
    expect(backend.status()).toEqual({ state: 'ready' });
  });

  test('that dies is announced as lost and started again after a second, with the same property', async () => {
    await backend.open(start('desk'));
    child().say({ type: 'ready' });
    child().die();
    expect(backend.status()).toEqual({ state: 'lost', retryInMs: 1000 });
    pass(999);
    expect(children).toHaveLength(1);
    pass(1);
    await settle();
    expect(children).toHaveLength(2);
    expect(child().heard).toEqual([message('desk')]);
  });

  test('that dies five times in a minute is given up, until someone asks again', async () => {
    await backend.open(start('desk'));
    for (const wait of [1000, 2000, 4000, 8000]) {
      child().die();
      pass(wait);
      await settle();
    }
    child().die();
    pass(600_000);
    expect(backend.status()).toEqual({ state: 'gaveUp' });
    expect(children).toHaveLength(5);
    await backend.retry();
    expect(children).toHaveLength(6);
    child().die();
    expect(backend.status()).toEqual({ state: 'lost', retryInMs: 1000 });
  });

  test('that refuses the data folder is not started again by itself', async () => {
    await backend.open(start('desk'));
    child().say({ type: 'refused', code: 'DATABASE_NEWER', reference: 'E-17' });
    child().die();
    pass(600_000);
    expect(backend.status()).toEqual({ state: 'refused', code: 'DATABASE_NEWER', reference: 'E-17' });
    expect(children).toHaveLength(1);
  });

  test('that speaks nonsense counts as a refusal, not as ready', async () => {
    await backend.open(start('desk'));
    child().say({ type: 'redy' });
    expect(backend.status()).toMatchObject({ state: 'refused', code: 'UNKNOWN' });
  });

  test('is stopped and gone before another property opens, also when that is asked twice', async () => {
    await backend.open(start('desk'));
    const desk = child();
    desk.say({ type: 'ready' });
    const opening = [backend.open(start('sample')), backend.open(start('sample'))];
    await settle();
    expect(desk.heard.at(-1)).toEqual({ type: 'stop' });
    expect(children).toHaveLength(1);
    desk.die();
    await settle();
    expect(children).toHaveLength(2);
    child().die();
    await Promise.all(opening);
    expect(children).toHaveLength(3);
    expect(child().heard).toEqual([message('sample')]);
    expect(states()).not.toContain('lost');
  });

  test('is not started while the property key cannot be written, and is once it can', async () => {
    let diskFull = true;
    await backend.open(async () => {
      if (diskFull) throw new Error('ENOSPC');
      return message('desk');
    });
    expect(backend.status()).toEqual({ state: 'refused', code: 'DISK', reference: 'property-key' });
    expect(children).toHaveLength(0);
    diskFull = false;
    await backend.retry();
    expect(children).toHaveLength(1);
  });

  test('that is well is left alone by a retry', async () => {
    await backend.open(start('desk'));
    child().say({ type: 'ready' });
    await backend.retry();
    expect(children).toHaveLength(1);
  });

  test('is waited for at the end, and killed when it has not ended after three seconds', async () => {
    await backend.open(start('desk'));
    const stopping = backend.stop();
    await settle();
    expect(child().heard.at(-1)).toEqual({ type: 'stop' });
    pass(2999);
    expect(child().killed).toBe(false);
    pass(1);
    await stopping;
    expect(child().killed).toBe(true);
  });

  test('that died is not started again once the program ends', async () => {
    await backend.open(start('desk'));
    child().die();
    await backend.stop();
    pass(600_000);
    expect(children).toHaveLength(1);
  });

  test('a backend that refused is asked for help, once at a time, and one that dies over it has failed', async () => {
    await backend.open(start('desk'));
    expect(await backend.rescue({ act: 'examine' })).toMatchObject({ outcome: 'failed' });
    child().say({ type: 'refused', code: 'DATABASE_DAMAGED', reference: 'r1' });
    const examined = backend.rescue({ act: 'examine' });
    const mended = backend.rescue({ act: 'mend' });
    await settle();
    expect(child().heard.filter(({ type }) => type === 'rescue')).toHaveLength(1);
    child().say({ type: 'rescued', outcome: { outcome: 'examined', backup: null, readable: 2, lost: 1 } });
    expect(await examined).toEqual({ outcome: 'examined', backup: null, readable: 2, lost: 1 });
    await settle();
    child().die();
    expect(await mended).toEqual({ outcome: 'failed', reference: 'no-backend' });
    expect(backend.status()).toMatchObject({ state: 'refused' });
  });
});
