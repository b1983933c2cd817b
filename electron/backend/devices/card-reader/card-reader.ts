// The card reader on the desk: opens its port, keeps it open, and tells what lies on it.
import { resolvePort } from './port-list.ts';
import type { PortChoice } from './port-list.ts';
import type { ReaderEvent, ReaderState } from './reader-event.ts';
import { runSdtSession } from './sdt-session.ts';
import type { SessionCadence } from './sdt-session.ts';
import { openSerialLink, SerialLinkError } from './serial-link.ts';
import type { OpenSerialLink, SerialLink } from './serial-link.ts';
import { pause } from '../timers.ts';
import type { Timers } from '../timers.ts';

export interface CardReader {
  /** Hears every event from now on; the returned function stops that. */
  subscribe(listener: (event: ReaderEvent) => void): () => void;
  state(): ReaderState;
  /** Begins to look for the reader and never gives up until stopped. Does nothing when already started. */
  start(): void;
  /** Settles when the port is closed and nothing more will be reported. */
  stop(): Promise<void>;
}

export interface ReaderCadence extends SessionCadence {
  /** Pauses before the port is opened again, in ms; the last one repeats. */
  reopenMs: readonly [number, ...number[]];
}

/** What readers in the field are used to: vendors poll every 100 to 1000 ms; a card takes up to a second to read. */
export const defaultCadence: ReaderCadence = {
  answerMs: 800,
  readMs: 3000,
  gapMs: 200,
  findMs: 300,
  presenceMs: 150,
  silentLimit: 3,
  reopenMs: [500, 1000, 2000, 5000],
};

export interface CardReaderDeps {
  port: PortChoice;
  timers: Timers;
  /** Bits per second; readers leave the factory with 115200. */
  baudRate?: number;
  cadence?: ReaderCadence;
  open?: OpenSerialLink;
  resolve?: (port: PortChoice) => Promise<string | null>;
}

/** A reader that stands still until `start`. Each attempt to connect gets a new port object and a new session. */
export function createCardReader(deps: CardReaderDeps): CardReader {
  const { port, timers, baudRate = 115200, cadence = defaultCadence } = deps;
  const { open = openSerialLink, resolve = resolvePort } = deps;
  const listeners = new Set<(event: ReaderEvent) => void>();
  let current: ReaderState = { state: 'absent', cause: 'NOT_STARTED' };
  let running: { stop: AbortController; done: Promise<void> } | null = null;

  function publish(event: ReaderEvent): void {
    // Each listener in a turn of its own: one that fails must not break off the talk with the reader.
    for (const listener of listeners) queueMicrotask(() => listener(event));
  }

  function become(state: ReaderState): void {
    if (JSON.stringify(state) === JSON.stringify(current)) return;
    current = state;
    publish({ kind: 'state', ...state });
  }

  function report(event: ReaderEvent): void {
    if (event.kind !== 'state') {
      publish(event);
      return;
    }
    const { kind: _, ...state } = event;
    become(state);
  }

  async function keepConnected(signal: AbortSignal): Promise<void> {
    let failures = 0;
    become({ state: 'connecting' });
    while (!signal.aborted) {
      const answered = await connectOnce(signal);
      failures = answered ? 1 : failures + 1;
      const wait = cadence.reopenMs[failures - 1] ?? cadence.reopenMs.at(-1) ?? 0;
      await pause(timers, wait, signal);
    }
    become({ state: 'absent', cause: 'NOT_STARTED' });
  }

  /** One connection from opening to closing; says whether the reader answered during it. */
  async function connectOnce(signal: AbortSignal): Promise<boolean> {
    const path = await resolve(port);
    if (path === null) {
      becomeAbsent();
      return false;
    }
    let receive: (chunk: Uint8Array) => void = () => undefined;
    let link: SerialLink;
    try {
      link = await open({ path, baudRate, onData: (chunk) => receive(chunk) });
    } catch (error) {
      becomeUnopened(error);
      return false;
    }
    if (current.state !== 'offline') become({ state: 'connecting' });
    const session = runSdtSession({ write: (bytes) => link.write(bytes), timers, cadence, report });
    receive = (chunk) => session.receive(chunk);
    const end = (): void => session.end();
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    const closed = link.closed.then(end);
    const why = await session.ended;
    signal.removeEventListener('abort', end);
    const answered = current.state === 'ready' || current.state === 'fault';
    await link.close();
    await closed;
    if (why === 'silent') become({ state: 'offline', cause: 'NO_ANSWER' });
    else if (!signal.aborted) become({ state: 'absent', cause: 'UNPLUGGED' });
    return answered;
  }

  function becomeAbsent(): void {
    // A pulled reader stays "unplugged"; that its port is missing too is no news.
    if (current.state !== 'absent') become({ state: 'absent', cause: 'PORT_NOT_FOUND' });
  }

  function becomeUnopened(error: unknown): void {
    const code = error instanceof SerialLinkError ? error.code : 'OPEN_FAILED';
    if (code === 'PORT_NOT_FOUND') becomeAbsent();
    else become({ state: 'fault', cause: code });
  }

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    state: () => current,
    start() {
      if (running !== null) return;
      const stop = new AbortController();
      running = { stop, done: keepConnected(stop.signal) };
    },
    async stop() {
      if (running === null) return;
      const { stop, done } = running;
      stop.abort();
      await done;
      running = null;
    },
  };
}
