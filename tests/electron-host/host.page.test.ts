// A page on the host: its preload, its requests, and what is denied to it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startFixture } from './host.support.ts';
import type { DeskWindow, MainGlobal, Started } from './host.support.ts';

let started: Started;
beforeAll(async () => {
  started = await startFixture();
});
afterAll(() => started.close());

describe('the page', () => {
  test('is served by the app scheme, at the size the window was given', async () => {
    const { page, app } = started;
    expect(await page.evaluate(() => [innerWidth, innerHeight, isSecureContext])).toEqual([900, 640, true]);
    const url = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getURL(),
    );
    expect(url).toBe('app://bundle/index.html');
    expect(await page.evaluate(async () => (await fetch('/asked?x=1')).json() as unknown)).toEqual({
      url: 'app://bundle/asked?x=1',
      method: 'GET',
    });
  });

  test('lives under the content policy of the app', async () => {
    const ran = await started.page.evaluate(() => {
      const { pageRan = false, inlineRan = false } = window as unknown as DeskWindow;
      return { pageRan, inlineRan };
    });
    expect(ran).toEqual({ pageRan: true, inlineRan: false });
  });

  test('cannot reach any other machine', async () => {
    const reached = started.page.evaluate(() =>
      fetch('https://example.com/', { mode: 'no-cors' }).then(() => 'yes'),
    );
    await expect(reached).rejects.toThrow('Failed to fetch');
  });

  test('uses values, calls and callbacks of the preload', async () => {
    const seen = await started.page.evaluate(async () => {
      const { desk } = window as unknown as DeskWindow;
      const { date, map, bytes } = desk.kinds();
      return {
        name: desk.name,
        sum: desk.sum(1, 2),
        twice: desk.twice((value) => value + 1),
        later: await desk.later({ floor: [3] }),
        kinds: [date instanceof Date, map.get('a'), [...bytes]],
        frozen: Object.isFrozen(desk),
        node: [desk.canRequire('node:fs'), typeof (globalThis as { process?: unknown }).process],
      };
    });
    expect(seen).toEqual({
      name: '前台',
      sum: 3,
      twice: 44,
      later: { floor: [3] },
      kinds: [true, 1, [1, 2, 255]],
      frozen: true,
      node: [false, 'undefined'],
    });
  });

  test('hears the errors of the preload and of the main process as Electron words them', async () => {
    const errors = await started.page.evaluate(async () => {
      const { desk } = window as unknown as DeskWindow;
      const messageOf = (error: unknown) => (error as Error).message;
      const tried = (call: () => unknown) => {
        try {
          return call();
        } catch (error) {
          return messageOf(error);
        }
      };
      return [
        tried(() => desk.refuse()),
        await desk.refuseLater().catch(messageOf),
        await desk.invoke('fail').catch(messageOf),
        await desk.invoke('nobody').catch(messageOf),
        tried(() => desk.later(Symbol('x'))),
        tried(() => desk.later(new WeakMap())),
      ];
    });
    expect(errors).toEqual([
      'not today',
      'not tomorrow either',
      "Error invoking remote method 'fail': RangeError: no such key",
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
      'An object could not be cloned.',
      'An object could not be cloned.',
    ]);
  });

  test('calls the main process, which sees who calls', async () => {
    const answers = await started.page.evaluate(async () => {
      const { desk } = window as unknown as DeskWindow;
      const echo = (await desk.invoke('echo', { bytes: new Uint8Array([7]), none: undefined })) as {
        bytes: Uint8Array;
      };
      return [await desk.invoke('who'), [...echo.bytes], Object.keys(echo)];
    });
    expect(answers).toEqual(['app://bundle/index.html', [7], ['bytes', 'none']]);
  });

  test('hears news from the main process in the order it was sent', async () => {
    const { page, app } = started;
    await page.evaluate(() => {
      const news: string[] = [];
      Object.assign(window, { news });
      (window as unknown as DeskWindow).desk.onNews((text) => news.push(text));
    });
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (let i = 0; i < 300; i++) contents?.send('news', `#${i}`);
    });
    const news = () => page.evaluate(() => (window as unknown as { news: string[] }).news);
    await expect.poll(news).toEqual(Array.from({ length: 300 }, (_, i) => `#${i}`));
  });
});

describe('the requests of a page', () => {
  const ask = (path: string) =>
    started.page.evaluate(async (address) => {
      const response = await fetch(address);
      return [response.url, response.headers.get('x-desk'), (await response.text()).slice(0, 15)];
    }, path);

  test('come from its workers too', async () => {
    const said = await started.page.evaluate(
      () =>
        new Promise((resolve) => {
          const worker = new Worker('./worker.js', { type: 'module' });
          worker.addEventListener('message', (event) => resolve(event.data));
        }),
    );
    expect(said).toEqual({ url: 'app://bundle/asked?by=worker', method: 'GET' });
  });

  test('can be turned away, redirected and given other headers by the app', async () => {
    await started.app.evaluate(({ session }) => {
      const { webRequest } = session.defaultSession;
      webRequest.onBeforeRequest(({ url }, answer) => {
        if (url.endsWith('/secret')) answer({ cancel: true });
        else answer(url.endsWith('/old') ? { redirectURL: 'app://bundle/asked' } : {});
      });
      webRequest.onHeadersReceived(({ responseHeaders }, answer) =>
        answer({ responseHeaders: { ...responseHeaders, 'x-desk': ['1'] } }),
      );
    });
    await expect(ask('/secret')).rejects.toThrow('Failed to fetch');
    expect(await ask('/old')).toEqual(['http://bundle.app.localhost/asked', '1', '{"url":"app://b']);
    await started.app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onBeforeRequest(null);
      session.defaultSession.webRequest.onHeadersReceived(null);
    });
    expect(await ask('/asked')).toEqual(['http://bundle.app.localhost/asked', null, '{"url":"app://b']);
  });
});

describe('denied to the page', () => {
  test('leaving the app', async () => {
    const { page, app } = started;
    await page.locator('#out').click();
    const tried = await app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents;
          contents?.on('will-navigate', (event) => resolve([event.url, event.defaultPrevented]));
          contents?.executeJavaScript("location.href = './other.html'").catch(resolve);
        }),
    );
    expect(tried).toEqual(['app://bundle/other.html', true]);
    expect(await page.locator('h1').textContent()).toBe('访客登记');
  });

  test('a window of its own, also without an opener', async () => {
    const { page, app } = started;
    await page.locator('#blank').click();
    expect(await page.evaluate(() => window.open('https://example.com/x', 'other'))).toBeNull();
    const asked = () => app.evaluate(() => (globalThis as MainGlobal).fixture.windowsAsked);
    await expect.poll(asked).toEqual(['app://bundle/other.html', 'https://example.com/x']);
    expect(app.windows().length).toBe(1);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('what the permission handler refuses', async () => {
    const state = await started.page.evaluate(async () => {
      const { state: geolocation } = await navigator.permissions.query({ name: 'geolocation' });
      return [geolocation, Notification.permission];
    });
    expect(state).toEqual(['denied', 'denied']);
  });
});
