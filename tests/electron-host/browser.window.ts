// BrowserWindow: opens pages, and ties each to its webContents and to the app's life.
import type Electron from 'electron';
import { createPage } from './page.ts';
import type { Page, PageSettings } from './page.ts';
import { createPageScripts } from './page.scripts.ts';
import type { Targets } from './page.targets.ts';
import { report } from './report.ts';
import type { AddressMap } from './request.address.ts';
import { createEvents, createPreventableEvent, strict } from './strict.ts';
import { createWebContents } from './web.contents.ts';
import type { ContentsParts, WebContents } from './web.contents.ts';

export interface WindowParts extends ContentsParts {
  addresses: AddressMap;
  headless: boolean;
  /** Resolves when Chromium is there. */
  targets: Promise<Targets>;
  colorScheme(): PageSettings['colorScheme'];
  onCreated(contents: WebContents['contents']): void;
  /** Called when the last window is gone. */
  onAllClosed(): void;
  onCloseRefused(): void;
  /** Asks the app what this window may do and tells Chromium. */
  applyPermissions(contents: object): Promise<void>;
}

interface Entry {
  window: object;
  contents: WebContents;
  page: Page | undefined;
}

const EVENTS = ['closed', 'close', 'ready-to-show'] as const;
const DEFAULT_SIZE = { width: 800, height: 600 };

function refuseUnsafe({ webPreferences = {} }: Electron.BrowserWindowConstructorOptions): void {
  const { sandbox, contextIsolation, nodeIntegration } = webPreferences;
  if (sandbox === false || contextIsolation === false || nodeIntegration === true) {
    throw new Error('electron host: only sandboxed, isolated windows without Node are covered');
  }
}

export function createWindows(parts: WindowParts) {
  const entries = new Set<Entry>();
  let lastId = 0;

  async function openPage(
    options: Electron.BrowserWindowConstructorOptions,
    contents: () => object,
  ): Promise<Page> {
    const size = {
      width: options.width ?? DEFAULT_SIZE.width,
      height: options.height ?? DEFAULT_SIZE.height,
    };
    const target = await (await parts.targets).open(size, options.title ?? '');
    const scripts = createPageScripts(options.webPreferences?.preload, process.versions);
    const viewport = parts.headless ? size : undefined;
    const page = await createPage(target, { scripts, viewport, colorScheme: parts.colorScheme() });
    await parts.applyPermissions(contents());
    if (!parts.headless)
      await placeWindow(page, options.show === false ? { left: -10_000, top: 0, ...size } : size);
    return page;
  }

  async function placeWindow({ session, targetId }: Page, bounds: object): Promise<void> {
    const { windowId } = await session.send('Browser.getWindowForTarget', { targetId });
    await session.send('Browser.setWindowBounds', { windowId, bounds });
  }

  function create(options: Electron.BrowserWindowConstructorOptions = {}): object {
    refuseUnsafe(options);
    const events = createEvents('BrowserWindow', EVENTS);
    const id = ++lastId;
    const pending = openPage(options, () => contents.contents).then(connect);
    pending.catch(report);
    let destroyed = false;
    let closing = false;

    function destroy(): void {
      if (closing) return;
      closing = true;
      pending.then(async ({ targetId }) => (await parts.targets).close(targetId)).catch(() => undefined);
    }
    function close(): void {
      if (closing) return;
      const event = createPreventableEvent();
      events.emit('close', event);
      if (event.defaultPrevented) parts.onCloseRefused();
      else destroy();
    }
    function act(action: (page: Page) => Promise<unknown>): void {
      pending.then(action).catch(() => undefined);
    }

    const contents = createWebContents(id, pending, close, parts);
    const bringToFront = () => act(({ session }) => session.send('Page.bringToFront'));
    const window = strict('BrowserWindow', {
      ...events,
      id,
      webContents: contents.contents,
      close,
      destroy,
      isDestroyed: () => destroyed,
      isMinimized: () => false,
      restore: () => undefined,
      focus: bringToFront,
      show() {
        if (!parts.headless) act((page) => placeWindow(page, { left: 40, top: 40 }));
        bringToFront();
      },
      setTitle: (title: string) =>
        act(({ session }) =>
          session.send('Runtime.evaluate', { expression: `document.title = ${JSON.stringify(title)}` }),
        ),
      async loadURL(url: string): Promise<void> {
        const page = await pending;
        await page.navigate(parts.addresses.toPage(url));
      },
    } satisfies Partial<Record<keyof Electron.BrowserWindow, unknown>> &
      Pick<
        Electron.BrowserWindow,
        'id' | 'close' | 'destroy' | 'isDestroyed' | 'isMinimized' | 'restore' | 'focus'
      > &
      Pick<Electron.BrowserWindow, 'show' | 'setTitle' | 'loadURL'>);
    const entry: Entry = { window, contents, page: undefined };
    entries.add(entry);

    function connect(page: Page): Page {
      entry.page = page;
      contents.connect(page);
      page.events.once('load', () => events.emit('ready-to-show'));
      const onGone = () => {
        // The user's own click on X arrives here, too late to be refused.
        if (!closing) events.emit('close', createPreventableEvent());
        closing = true;
        destroyed = true;
        entries.delete(entry);
        events.emit('closed');
        if (entries.size === 0) parts.onAllClosed();
      };
      page.gone.then(onGone).catch(report);
      return page;
    }

    parts.onCreated(contents.contents);
    return window;
  }

  const all = () => [...entries];
  return {
    create,
    getAll: () => all().map(({ window }) => window as { close(): void; destroy(): void }),
    fromContents: (wanted: unknown) =>
      all().find(({ contents }) => contents.contents === wanted)?.window ?? null,
    contentsOfTarget: (targetId: string) =>
      all().find(({ page }) => page?.targetId === targetId)?.contents.contents,
    pages: () => all().flatMap(({ page }) => page ?? []),
    /** Whether the frame may navigate: sub-frames and the host's own navigations always may. */
    mayNavigate: (frameId: string, url: string): boolean => {
      const entry = all().find(({ page }) => page?.targetId === frameId);
      if (!entry?.page || entry.page.takeOwnNavigation()) return true;
      return entry.contents.mayNavigate(url);
    },
  };
}
