// Opens pages in the running Chromium and closes those that nobody asked for (a page's own pop-ups).
import type { Chromium } from './chromium.process.ts';
import type { CdpSession } from './cdp.client.ts';
import { report } from './report.ts';

export interface Target {
  targetId: string;
  session: CdpSession;
  /** Resolves when the page is gone, whoever closed it. */
  gone: Promise<void>;
}

export interface Targets {
  open(size: { width: number; height: number }, title: string): Promise<Target>;
  close(targetId: string): Promise<void>;
}

interface Attached extends Target {
  end(): void;
}

/** Attaches to every page before its first script runs; must be awaited before a window opens. */
export async function createTargets(chromium: Chromium, headless: boolean): Promise<Targets> {
  const { client } = chromium;
  const attached = new Map<string, Attached>();
  const ours = new Set<string>();
  let opening = 0;
  let claimHeaded: ((target: Attached) => void) | undefined;
  let lastOpen: Promise<unknown> = Promise.resolve();

  function closeStrangers(): void {
    if (opening > 0) return;
    for (const [targetId, { session }] of attached) {
      if (ours.has(targetId)) continue;
      // A page that waits for the debugger would block the one that opened it.
      session.send('Runtime.runIfWaitingForDebugger').catch(() => undefined);
      client.root.send('Target.closeTarget', { targetId }).catch(() => undefined);
    }
  }

  function onAttached({
    sessionId,
    targetInfo,
  }: {
    sessionId: string;
    targetInfo: { targetId: string; openerId?: string };
  }): void {
    const { promise: gone, resolve: end } = Promise.withResolvers<void>();
    const target = { targetId: targetInfo.targetId, session: client.session(sessionId), gone, end };
    attached.set(targetInfo.targetId, target);
    if (claimHeaded && !targetInfo.openerId) claimHeaded(target);
    else closeStrangers();
  }

  function onDetached({ sessionId, targetId }: { sessionId: string; targetId?: string }): void {
    client.release(sessionId);
    for (const [id, target] of attached) {
      if (id !== targetId) continue;
      attached.delete(id);
      ours.delete(id);
      target.end();
    }
  }

  async function openHeadless(size: { width: number; height: number }): Promise<Attached> {
    const { targetId } = await client.root.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      ...size,
    });
    const target = attached.get(targetId);
    if (!target) throw new Error('electron host: Chromium opened a page but did not hand it over');
    return target;
  }

  /** An app window is the only kind without browser controls, and only the command line can open one. */
  function openHeaded(title: string): Promise<Attached> {
    const { promise, resolve } = Promise.withResolvers<Attached>();
    claimHeaded = (target) => {
      claimHeaded = undefined;
      resolve(target);
    };
    chromium.openAppWindow(`data:text/html,${encodeURIComponent(`<title>${title}</title>`)}`);
    return promise;
  }

  client.root.on('Target.attachedToTarget', onAttached);
  client.root.on('Target.detachedFromTarget', onDetached);
  chromium.exited.then(() => attached.forEach((target) => target.end())).catch(report);
  await client.root.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }],
  });

  async function openOne(size: { width: number; height: number }, title: string): Promise<Target> {
    opening += 1;
    try {
      const target = headless ? await openHeadless(size) : await openHeaded(title);
      ours.add(target.targetId);
      return target;
    } finally {
      opening -= 1;
      closeStrangers();
    }
  }

  return {
    open(size, title) {
      const next = lastOpen.then(() => openOne(size, title));
      lastOpen = next.catch(() => undefined);
      return next;
    },
    async close(targetId) {
      await client.root.send('Target.closeTarget', { targetId });
    },
  };
}
