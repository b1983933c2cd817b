// The other two faces of Chromium: the full browser without a screen, and real windows on one (Xvfb).
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFixture } from './host.support.ts';
import type { DeskWindow, Started } from './host.support.ts';

let screen: ChildProcess;
let display: string;

beforeEach(async () => {
  screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const [number] = (await once(screen.stdio[3] as Readable, 'data')) as [Buffer];
  display = `:${String(number).trim()}`;
});
afterEach(async () => {
  screen.kill();
  await once(screen, 'exit');
});

async function look({ app, page }: Started): Promise<unknown> {
  const [dark, size] = await page.evaluate(() => {
    const { desk } = window as unknown as DeskWindow;
    return [desk.sum(40, 2), [innerWidth, innerHeight, outerWidth, outerHeight]] as const;
  });
  const pdf = await app.evaluate(async ({ BrowserWindow }) => {
    const bytes = await BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({});
    return bytes?.subarray(0, 5).toString();
  });
  return { dark, size, pdf };
}

test('on a screen the window has the size it was given and no browser controls', async () => {
  const started = await startFixture({ FOYER_HEADLESS: '', DISPLAY: display });
  const seen = await look(started);
  expect(seen).toEqual({ dark: 42, size: [900, 640, 900, 640], pdf: '%PDF-' });
  await started.close();
});

test('on a screen, where to save and whether to print are asked in the page', async () => {
  const started = await startFixture({ FOYER_HEADLESS: '', DISPLAY: display });
  const { app, page, folder } = started;
  const save = () =>
    app.evaluate(async ({ BrowserWindow, dialog }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window && (await dialog.showSaveDialog(window, { defaultPath: 'list.pdf' }));
    });
  const print = () =>
    app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          BrowserWindow.getAllWindows()[0]?.webContents.print({}, (success, reason) =>
            resolve([success, reason]),
          );
        }),
    );
  page.once('dialog', (dialog) => {
    expect(dialog.defaultValue()).toMatch(/\/list\.pdf$/);
    dialog.accept(`${folder}/other.pdf`).catch(() => undefined);
  });
  expect(await save()).toEqual({ canceled: false, filePath: `${folder}/other.pdf` });
  page.once('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  expect(await save()).toEqual({ canceled: true, filePath: '' });
  page.once('dialog', (dialog) => void dialog.accept().catch(() => undefined));
  expect(await print()).toEqual([true, '']);
  page.once('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
  expect(await print()).toEqual([false, 'Print job canceled']);
  await started.close();
});

test('without a screen the full browser serves as well as the headless one', async () => {
  const started = await startFixture({ FOYER_CHROMIUM: '/usr/bin/chromium' });
  expect(await look(started)).toMatchObject({ dark: 42, pdf: '%PDF-' });
  const size = await started.page.evaluate(() => [innerWidth, innerHeight]);
  expect(size).toEqual([900, 640]);
  await started.close();
});
