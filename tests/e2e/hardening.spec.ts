// What the window must not be able to do, tried in the built desk.
import { expect, test } from 'playwright/test';
import type { Appearance } from '../../electron/api/desktop.contract.ts';
import type { LaunchedApp } from '../support/launch-app.ts';
import { launchApp } from '../support/launch-app.ts';

let desk: LaunchedApp;

test.beforeAll(async () => {
  desk = await launchApp();
});
test.afterAll(() => desk.close());

const address = () =>
  desk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()),
  );

test('the page has no Node, and of main it sees the desktop calls and nothing else', async () => {
  const seen = await desk.page.evaluate(() => ({
    node: ['require', 'process', 'Buffer', 'module', 'electron'].filter((name) => name in globalThis),
    desktop: Object.keys(window.desktop).toSorted(),
  }));
  expect(seen.node).toEqual([]);
  expect(seen.desktop).toEqual([
    ...['leaveTraining', 'onBackend', 'openSample', 'openTraining', 'printSheet', 'rescue'],
    ...['retryBackend', 'saveSheetPdf', 'setAppearance', 'state'],
  ]);
});

test('a script or a style that someone slips into the page does not run', async () => {
  const effect = await desk.page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.slippedIn = true';
    const style = document.createElement('style');
    style.textContent = 'body { outline: 7px solid rgb(1, 2, 3) }';
    document.head.append(script, style);
    const outline = getComputedStyle(document.body).outlineWidth;
    script.remove();
    style.remove();
    return { ran: 'slippedIn' in globalThis, outline };
  });
  expect(effect.ran).toBe(false);
  expect(effect.outline).not.toBe('7px');
});

test('a style that carries the nonce of this load counts, so that the theme can be drawn', async () => {
  const outline = await desk.page.evaluate(() => {
    const style = document.createElement('style');
    style.nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
    style.textContent = 'body { outline: 7px solid rgb(1, 2, 3) }';
    document.head.append(style);
    const { outlineWidth } = getComputedStyle(document.body);
    style.remove();
    return outlineWidth;
  });
  expect(outline).toBe('7px');
});

test('each load has a nonce of its own', async () => {
  const nonce = () => desk.page.locator('meta[name="csp-nonce"]').getAttribute('content');
  const first = await nonce();
  await desk.page.reload();
  await desk.page.locator('body').waitFor();
  const second = await nonce();
  expect(first).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(second).toMatch(/^[A-Za-z0-9+/]{22}==$/);
  expect(second).not.toBe(first);
});

test('nothing is fetched from elsewhere, and nothing outside the window’s own folder', async () => {
  const answers = await desk.page.evaluate(() =>
    Promise.all(
      ['/..%2fmain%2findex.js', '/%2e%2e/main/index.js', '/nothing.js', 'https://example.com/'].map((url) =>
        fetch(url).then(
          ({ status }) => status,
          () => 'refused',
        ),
      ),
    ),
  );
  expect(answers).toEqual([404, 404, 404, 'refused']);
});

test('the window goes nowhere else and opens no other', async () => {
  await desk.page.evaluate(() => {
    window.open('https://example.com/');
    window.location.assign('https://example.com/');
  });
  // A second round trip through main, so that a navigation would have begun.
  await desk.page.evaluate(() => window.desktop.state());
  expect(await address()).toEqual([expect.stringContaining('app://foyer/')]);
});

test('camera, notifications and location are denied', async () => {
  const denied = await desk.page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    location: (await navigator.permissions.query({ name: 'geolocation' })).state,
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      () => 'denied',
    ),
  }));
  expect(denied).toEqual({ notifications: 'denied', location: 'denied', camera: 'denied' });
});

test('a desktop call with a value that the contract does not know is refused and named', async () => {
  const unknown: string = 'pink';
  const answer = await desk.page.evaluate(
    (appearance) => window.desktop.setAppearance(appearance).then(() => 'taken', String),
    unknown as Appearance,
  );
  expect(answer).toContain('desktop:set-appearance was refused because of its input. Nothing was done.');
});
