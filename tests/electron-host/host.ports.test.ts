// A real MessagePort of the page and the port of the utility process, through everything that can happen to them.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startFixture, stillAlive } from './host.support.ts';
import type { DeskWindow, MainGlobal, Started } from './host.support.ts';

let started: Started;
beforeAll(async () => {
  started = await startFixture();
});
afterAll(() => started.close());

async function openPort(): Promise<void> {
  const { page } = started;
  await page.evaluate(() => {
    Object.assign(window, { hasPort: false });
    (window as unknown as DeskWindow).desk.wantPort();
  });
  await page.waitForFunction(() => (window as unknown as DeskWindow).hasPort);
}

const backendSaid = () => started.app.evaluate(() => (globalThis as MainGlobal).fixture.backendSaid);

beforeEach(openPort);
afterEach(() => started.app.evaluate(() => void (globalThis as MainGlobal).fixture.backendSaid.splice(0)));

test('values and bytes go both ways as a structured clone would', async () => {
  const echoed = await started.page.evaluate(async () => {
    const { echo } = await (window as unknown as DeskWindow).ask({
      name: '王芳',
      bytes: new Uint8Array([0, 255]),
      at: new Date(5),
      late: undefined,
      keys: new Map([[1, 'a']]),
    });
    const { name, bytes, at, keys, ...rest } = echo as {
      name: string;
      bytes: unknown;
      at: Date;
      keys: Map<number, string>;
      late?: undefined;
    };
    return [name, bytes instanceof Uint8Array && [...bytes], at.getTime(), keys.get(1), 'late' in rest];
  });
  expect(echoed).toEqual(['王芳', [0, 255], 5, 'a', true]);
});

test('thousands of messages arrive complete and in order', async () => {
  const echoed = await started.page.evaluate(async () => {
    const desk = window as unknown as DeskWindow;
    const answers = await Promise.all(Array.from({ length: 3000 }, (_, i) => desk.ask(i)));
    return answers.map(({ echo }) => echo);
  });
  expect(echoed).toEqual(Array.from({ length: 3000 }, (_, i) => i));
});

test('a megabyte arrives whole', async () => {
  const same = await started.page.evaluate(async () => {
    const bytes = Uint8Array.from({ length: 1 << 20 }, (_, i) => (i * 7) % 256);
    const { echo } = await (window as unknown as DeskWindow).ask(bytes);
    return (echo as Uint8Array).every((byte, i) => byte === bytes[i]);
  });
  expect(same).toBe(true);
});

test('the utility process hears that the page was loaded again', async () => {
  const { app, page } = started;
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
  await expect.poll(backendSaid).toContain('port closed');
  await page.waitForFunction(() => (window as unknown as DeskWindow).pageRan);
  await openPort();
  const { echo } = await page.evaluate(() => (window as unknown as DeskWindow).ask('again'));
  expect(echo).toBe('again');
});

test('the utility process knows its arguments and what it is', async () => {
  const [received] = await backendSaid();
  expect(received).toEqual({ received: { hello: 'window' }, args: ['--desk=1'], type: 'utility' });
});

test('a killed utility process is told to main with its pid gone; the page hears nothing by itself', async () => {
  const { app, page } = started;
  const { pid } = await page.evaluate(() => (window as unknown as DeskWindow).ask('before'));
  const exit = await app.evaluate(
    () =>
      new Promise((resolve) => {
        const backend = (globalThis as MainGlobal).fixture.backend();
        const before = backend.pid;
        backend.once('exit', (code) => resolve([before, code, backend.pid]));
        process.kill(before ?? 0, 'SIGKILL');
      }),
  );
  expect(exit).toEqual([pid, 9, undefined]);
  expect(await stillAlive([pid])).toEqual([]);
  expect(await page.evaluate(() => (window as unknown as DeskWindow).portClosed)).toBeUndefined();

  await app.evaluate(() => (globalThis as MainGlobal).fixture.restartBackend());
  await openPort();
  const after = await page.evaluate(() => (window as unknown as DeskWindow).ask('after'));
  expect(after.echo).toBe('after');
  expect(after.pid).not.toBe(pid);
});

test('its output reaches main', async () => {
  const { app } = started;
  const line = await app.evaluate(
    () =>
      new Promise((resolve) => {
        const { fixture } = globalThis as MainGlobal;
        fixture.restartBackend();
        fixture.backend().stdout?.once('data', (data) => resolve(String(data)));
      }),
  );
  expect(line).toBe('backend is up\n');
});
