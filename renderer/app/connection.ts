// The window's conversation with the backend over ports that come and go: one line at a time, and who acts on it.
import type { ClientLink } from '@orpc/client';

export type Link = ClientLink<Record<never, never>>;

/** One port, from the moment it came until it was lost. */
export interface Line {
  readonly link: Link;
  /** Id of the staff who signed in on this line; null before. */
  actor: number | null;
  lost: boolean;
}

export interface Connection {
  /** A fresh port came. What was the line before is lost. */
  take(port: MessagePort): void;
  /** The backend is gone: calls that wait on its port fail at once. */
  drop(): void;
  /** Staff signed in or out on the live line. */
  actAs(staff: number | null): void;
  /** The live line, or the next one that comes; with `signedIn`, once somebody acts on it. Rejects on abort only. */
  line(wanted: { readonly signedIn: boolean; readonly signal?: AbortSignal | undefined }): Promise<Line>;
  /** Calls the listener at every fresh line. Returns the unsubscriber. */
  onLine(listener: () => void): () => void;
}

/** `open` makes the link that speaks over a port; it is called once a port. */
export function createConnection(open: (port: MessagePort) => Link): Connection {
  let live: { readonly line: Line; readonly port: MessagePort } | null = null;
  let waiting: (() => void)[] = [];
  const listeners = new Set<() => void>();

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const resolve of woken) resolve();
  }

  function drop(): void {
    if (!live) return;
    const { line, port } = live;
    live = null;
    line.lost = true;
    // Chromium never fires it by itself when the other end dies; oRPC waits for it to fail its pending calls.
    port.dispatchEvent(new Event('close'));
    port.close();
  }

  return {
    drop,
    take(port) {
      drop();
      live = { port, line: { link: open(port), actor: null, lost: false } };
      port.start();
      wake();
      for (const listener of listeners) listener();
    },
    actAs(staff) {
      if (!live) return;
      live.line.actor = staff;
      wake();
    },
    async line({ signedIn, signal }) {
      for (;;) {
        signal?.throwIfAborted();
        if (live && (!signedIn || live.line.actor !== null)) return live.line;
        const { promise, resolve, reject } = Promise.withResolvers<void>();
        const abort = (): void => reject(signal?.reason);
        signal?.addEventListener('abort', abort, { once: true });
        waiting.push(resolve);
        await promise.finally(() => signal?.removeEventListener('abort', abort));
      }
    },
    onLine(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
