// One page of Chromium as the host sees it: its address, its loads, and the line to its preload.
import { EventEmitter } from 'node:events';
import type { CdpSession } from './cdp.client.ts';
import { BINDING, RECEIVER, WORLD } from './page.protocol.ts';
import type { ToMain, ToPreload } from './page.protocol.ts';
import type { PageScripts } from './page.scripts.ts';
import type { Target } from './page.targets.ts';
import { report } from './report.ts';

interface PageEvents {
  /** The preload said something. */
  message: [ToMain];
  /** The document with the preload is gone: what it held is dead. */
  'world-gone': [];
  load: [];
  crashed: [];
  'window-open': [{ url: string; windowName: string; windowFeatures: string[] }];
}

export interface Page {
  targetId: string;
  session: CdpSession;
  events: EventEmitter<PageEvents>;
  gone: Promise<void>;
  /** As Chromium knows it, before it is mapped back to the app's scheme. */
  url(): string;
  /** True once, for the next document request, after the host itself asked for a navigation. */
  takeOwnNavigation(): boolean;
  /** Resolves when the document has loaded; rejects with Electron's wording when it cannot. */
  navigate(url: string): Promise<void>;
  reload(): void;
  /** Sends to the preload, in order; false while there is no document with a preload to hear it. */
  deliver(message: ToPreload): boolean;
}

export interface PageSettings {
  scripts: PageScripts;
  /** The size of the page in CSS pixels; undefined leaves it to the real window. */
  viewport: { width: number; height: number } | undefined;
  colorScheme: 'light' | 'dark' | undefined;
}

/** The value for Emulation.setEmulatedMedia; undefined leaves the choice to Chromium. */
export function colorSchemeMedia(scheme: 'light' | 'dark' | undefined): {
  features: { name: string; value: string }[];
} {
  return { features: [{ name: 'prefers-color-scheme', value: scheme ?? '' }] };
}

async function prepare(session: CdpSession, settings: PageSettings): Promise<void> {
  const { scripts, viewport, colorScheme } = settings;
  const commands: Promise<unknown>[] = [
    session.send('Page.enable'),
    session.send('Runtime.enable'),
    session.send('Inspector.enable'),
    session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld }),
    session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preloadWorld, worldName: WORLD }),
    session.send('Emulation.setEmulatedMedia', colorSchemeMedia(colorScheme)),
  ];
  if (viewport) {
    const metrics = { ...viewport, deviceScaleFactor: 1, mobile: false };
    commands.push(session.send('Emulation.setDeviceMetricsOverride', metrics));
    commands.push(session.send('Emulation.setFocusEmulationEnabled', { enabled: true }));
  }
  commands.push(session.send('Runtime.runIfWaitingForDebugger'));
  await Promise.all(commands);
}

/** Sends batches one after the other: what comes meanwhile waits and goes with the next batch. */
function createMailbox(
  session: CdpSession,
  world: () => string | undefined,
): (message: ToPreload) => boolean {
  let batch: ToPreload[] = [];
  let sending = false;

  async function flush(): Promise<void> {
    sending = true;
    while (batch.length > 0) {
      const json = JSON.stringify(batch);
      batch = [];
      const uniqueContextId = world();
      if (uniqueContextId === undefined) continue;
      const functionDeclaration = `(json) => globalThis.${RECEIVER}?.(json)`;
      const call = { functionDeclaration, arguments: [{ value: json }], uniqueContextId };
      // A document that went away meanwhile takes its messages with it, as in Electron.
      await session.send('Runtime.callFunctionOn', call).catch(() => undefined);
    }
    sending = false;
  }

  return (message) => {
    if (world() === undefined) return false;
    batch.push(message);
    if (batch.length === 1 && !sending) queueMicrotask(() => void flush().catch(report));
    return true;
  };
}

/** Takes over a fresh page that waits for the debugger, and lets it run. */
export async function createPage(target: Target, settings: PageSettings): Promise<Page> {
  const { session, targetId, gone } = target;
  const events = new EventEmitter<PageEvents>();
  let waitingLoad: { loaderId: string; done(): void } | undefined;
  let lastLoadedId: string | undefined;
  let url = '';
  let world: string | undefined;
  let ownNavigation = false;

  function loseWorld(): void {
    if (world === undefined) return;
    world = undefined;
    events.emit('world-gone');
  }

  session.on('Runtime.executionContextCreated', ({ context }) => {
    const auxData = context.auxData as { frameId?: string } | undefined;
    if (context.name !== WORLD || auxData?.frameId !== targetId) return;
    loseWorld();
    world = context.uniqueId;
  });
  session.on('Runtime.executionContextDestroyed', (event) => {
    if (event.executionContextUniqueId === world) loseWorld();
  });
  session.on('Runtime.executionContextsCleared', loseWorld);
  session.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === BINDING) events.emit('message', JSON.parse(payload) as ToMain);
  });
  session.on('Page.frameNavigated', ({ frame }) => {
    if (!frame.parentId) url = frame.url + (frame.urlFragment ?? '');
  });
  session.on('Page.navigatedWithinDocument', (event) => {
    if (event.frameId === targetId) url = event.url;
  });
  session.on('Page.windowOpen', (event) => events.emit('window-open', event));
  session.on('Inspector.targetCrashed', () => {
    loseWorld();
    events.emit('crashed');
  });
  session.on('Page.lifecycleEvent', ({ name, frameId, loaderId }) => {
    if (name !== 'load' || frameId !== targetId || !/^(https?|file):/.test(url)) return;
    lastLoadedId = loaderId;
    events.emit('load');
    if (waitingLoad?.loaderId === loaderId) waitingLoad.done();
  });
  gone.then(loseWorld).catch(report);
  await prepare(session, settings);

  async function navigate(to: string): Promise<void> {
    ownNavigation = true;
    const { errorText, loaderId } = await session.send('Page.navigate', { url: to });
    ownNavigation = false;
    if (errorText !== undefined) {
      const code = errorText.replace(/^net::/, '');
      throw Object.assign(new Error(`${code} loading '${to}'`), { code, url: to });
    }
    if (loaderId === undefined || lastLoadedId === loaderId) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    waitingLoad = { loaderId, done: resolve };
    await Promise.race([promise, gone]);
  }

  return {
    targetId,
    session,
    events,
    gone,
    navigate,
    url: () => url,
    takeOwnNavigation() {
      const own = ownNavigation;
      ownNavigation = false;
      return own;
    },
    reload() {
      ownNavigation = true;
      session.send('Page.reload').catch(() => undefined);
    },
    deliver: createMailbox(session, () => world),
  };
}
