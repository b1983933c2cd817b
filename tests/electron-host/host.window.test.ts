// The main process and its window on the host, without what belongs to the page (see host.page.test.ts).
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFixture } from './host.support.ts';
import type { MainGlobal, Started } from './host.support.ts';

let started: Started;
beforeAll(async () => {
  started = await startFixture();
});
afterAll(() => started.close());

describe('the main process', () => {
  test('knows the app and that it runs on the host', async () => {
    const { version } = JSON.parse(await readFile('node_modules/electron/package.json', 'utf8')) as {
      version: string;
    };
    const facts = await started.app.evaluate(({ app }) => ({
      name: app.getName(),
      version: app.getVersion(),
      packaged: app.isPackaged,
      electron: process.versions['electron'],
      host: process.env['FOYER_ELECTRON_HOST'],
      userData: app.getPath('userData'),
    }));
    expect(facts).toEqual({
      name: 'host-fixture',
      version: '1.2.3',
      packaged: false,
      electron: version,
      host: 'chromium',
      userData: `${started.folder}/config/host-fixture`,
    });
  });

  test('is told aloud of what the host does not cover', async () => {
    const uncovered = started.app.evaluate(({ app }) => app.getGPUInfo('basic'));
    await expect(uncovered).rejects.toThrow('does not cover app.getGPUInfo');
    const event = started.app.evaluate(({ app }) => void app.on('session-created', () => undefined));
    await expect(event).rejects.toThrow("does not cover the event 'session-created'");
  });

  test('gets the cancel answer from a dialog that no spec has scripted', async () => {
    const answers = await started.app.evaluate(async ({ dialog }) => {
      const asked = await dialog.showMessageBox({
        message: 'Leave?',
        buttons: ['Leave', 'Stay'],
        cancelId: 1,
      });
      const scripted = Object.assign(dialog, {
        showSaveDialog: async () => ({ canceled: false, filePath: '/x' }),
      });
      return [asked.response, (await dialog.showOpenDialog({})).canceled, await scripted.showSaveDialog()];
    });
    expect(answers).toEqual([1, true, { canceled: false, filePath: '/x' }]);
    const calls = await started.app.evaluate(() =>
      (globalThis as MainGlobal).electronHostRecords.map(({ call }) => call),
    );
    expect(calls).toEqual(['dialog.showMessageBox', 'dialog.showOpenDialog']);
  });

  test('seals secrets that only the same folder opens again', async () => {
    const sealed = await started.app.evaluate(async ({ safeStorage }) => {
      const bytes = await safeStorage.encryptStringAsync('enrolment 口令');
      const { result } = await safeStorage.decryptStringAsync(bytes);
      bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
      const broken = await safeStorage.decryptStringAsync(bytes).catch(() => 'refused');
      return { result, broken, plain: bytes.includes('enrolment') };
    });
    expect(sealed).toEqual({ result: 'enrolment 口令', broken: 'refused', plain: false });
  });
});

describe('the window', () => {
  test('prints to PDF on the paper that was asked for', async () => {
    const pdf = await started.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const bytes = await contents?.printToPDF({ pageSize: 'A4', printBackground: true });
      return bytes?.toString('latin1');
    });
    expect(pdf).toMatch(/^%PDF-/);
    const [, width, height] = /MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf ?? '') ?? [];
    expect([Math.round(Number(width) / 10), Math.round(Number(height) / 10)]).toEqual([60, 84]);
  });

  test('has a printer that takes every page, and a spec sees what was asked of it', async () => {
    const asked = await started.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const printers = await contents?.getPrintersAsync();
      const answer = await new Promise((resolve) => {
        contents?.print({ pageSize: 'A4' }, (success, reason) => resolve({ success, reason }));
      });
      const record = (globalThis as MainGlobal).electronHostRecords.at(-1);
      return { printers: printers?.length, answer, record };
    });
    expect(asked).toEqual({
      printers: 1,
      answer: { success: true, reason: '' },
      record: { call: 'webContents.print', args: [{ pageSize: 'A4' }] },
    });
  });

  test('takes a picture of its page', async () => {
    const size = await started.app.evaluate(async ({ BrowserWindow }) =>
      (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.getSize(),
    );
    expect(size).toEqual({ width: 900, height: 640 });
  });

  test('follows the theme that the app chooses', async () => {
    const isDark = () => started.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await started.app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'dark'));
    await expect.poll(isDark).toBe(true);
    await started.app.evaluate(({ nativeTheme }) => void (nativeTheme.themeSource = 'system'));
    await expect.poll(isDark).toBe(false);
  });

  test('says that its page died, and loads it again', async () => {
    const { app, page } = started;
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const told: string[] = [];
      Object.assign(globalThis, { told });
      contents?.once('render-process-gone', (_event, { reason }) => {
        told.push(reason);
        contents.once('did-finish-load', () => told.push(contents.getURL()));
        contents.reload();
      });
    });
    const session = await page.context().newCDPSession(page);
    // The page that crashes never answers.
    session.send('Page.crash').catch(() => undefined);
    const told = () => app.evaluate(() => (globalThis as unknown as { told: string[] }).told);
    await expect.poll(told).toEqual(['crashed', 'app://bundle/index.html']);
  });
});
