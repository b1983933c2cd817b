// The life of the program on the host: one instance, a clean end, and nothing left when it is killed.
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { descendantsOf, environment, FIXTURE, HOST, startFixture, stillAlive } from './host.support.ts';
import type { MainGlobal, Started } from './host.support.ts';

let started: Started | undefined;
afterEach(async () => {
  await started?.close();
  started = undefined;
});

interface Ended {
  code: number | null;
  errors: string;
}

/** Runs the host as a shell would, with no debugger, until it ends. */
async function runHost(args: string[], env: Record<string, string>): Promise<Ended> {
  const child = spawn(HOST, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const code = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { errors: await text(child.stderr), code: await code };
}

async function hostPid({ app }: Started): Promise<number> {
  return app.evaluate(() => process.pid);
}

test('a second start ends at once and tells the first one', async () => {
  started = await startFixture();
  const { app, folder } = started;
  const second = await runHost([FIXTURE, '--visitor-desk'], environment(folder));
  expect(second).toEqual({ code: 0, errors: '' });
  const seen = () => app.evaluate(() => (globalThis as MainGlobal).fixture.secondStarts);
  await expect.poll(seen).toEqual([[HOST, FIXTURE, '--visitor-desk']]);
});

test('a lock that a killed run left behind keeps nobody out', async () => {
  started = await startFixture();
  const { app, folder } = started;
  const left = await descendantsOf(await hostPid(started));
  app.process().kill('SIGKILL');
  await expect.poll(() => stillAlive(left)).toEqual([]);

  const again = spawn(HOST, [FIXTURE], { env: environment(folder), stdio: 'ignore' });
  const inFolder = async () => (await readdir(folder)).filter((name) => name.startsWith('eh-'));
  await expect.poll(inFolder).toEqual([expect.stringContaining(`eh-${again.pid}-`)]);
  again.kill('SIGTERM');
  await new Promise((resolve) => again.on('close', resolve));
  expect(await inFolder()).toEqual([]);
  await rm(folder, { recursive: true, force: true });
  started = undefined;
});

test('when the host is killed, Chromium and the utility process end', async () => {
  started = await startFixture();
  const { app, folder } = started;
  const left = await descendantsOf(await hostPid(started));
  expect(left.length).toBeGreaterThan(3);
  app.process().kill('SIGKILL');
  await expect.poll(() => stillAlive(left), { timeout: 10_000 }).toEqual([]);
  await rm(folder, { recursive: true, force: true });
  started = undefined;
});

test('quitting ends every process and removes every temporary file', async () => {
  started = await startFixture();
  const { app, folder } = started;
  const left = await descendantsOf(await hostPid(started));
  await app.close();
  await expect.poll(() => stillAlive(left)).toEqual([]);
  expect((await readdir(folder)).filter((name) => name.startsWith('eh-'))).toEqual([]);
});

test('a window that refuses to close keeps the program running', async () => {
  started = await startFixture();
  const { app, page } = started;
  const events = await app.evaluate(
    ({ app: electronApp, BrowserWindow }) =>
      new Promise<string[]>((resolve) => {
        const told: string[] = [];
        electronApp.on('before-quit', () => told.push('before-quit'));
        BrowserWindow.getAllWindows()[0]?.once('close', (event) => {
          event.preventDefault();
          told.push('close refused');
          setImmediate(() => resolve(told));
        });
        electronApp.quit();
      }),
  );
  expect(events).toEqual(['before-quit', 'close refused']);
  expect(await page.locator('h1').textContent()).toBe('访客登记');
});

test('closing the last window ends a program that does not say otherwise', async () => {
  started = await startFixture();
  const { app, page } = started;
  const host = app.process();
  const closed = app.waitForEvent('close');
  await page.close();
  await closed;
  expect(host.exitCode).toBe(0);
});

test('a Chromium that cannot start is said with its last words', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ht-'));
  const broken = join(folder, 'chromium');
  await writeFile(broken, '#!/bin/sh\necho "no usable display" >&2\nexit 1\n', { mode: 0o755 });
  const { code, errors } = await runHost([FIXTURE], environment(folder, { FOYER_CHROMIUM: broken }));
  await rm(folder, { recursive: true, force: true });
  expect(code).toBe(1);
  expect(errors).toContain('electron host: Chromium did not start\nno usable display\n');
});

test('an app that is not there is said in one line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ht-'));
  const { code, errors } = await runHost([join(folder, 'nowhere')], environment(folder));
  await rm(folder, { recursive: true, force: true });
  expect(code).toBe(1);
  expect(errors).toBe(`electron host: cannot find the app at ${folder}/nowhere\n`);
});
