// A device on a serial port: looks for it, opens it, keeps it open, and tells how it stands. What it says is its own.
import { pause } from '../timers.ts';
import type { Timers } from '../timers.ts';
import { resolvePort } from './port-list.ts';
import type { PortChoice } from './port-list.ts';
import { openSerialLink, SerialLinkError } from './serial-link.ts';
import type { OpenSerialLink, SerialLink } from './serial-link.ts';

/**
 * How the device stands. `absent`: there is no such port; `connecting`: the port is open and nothing was heard yet;
 * `offline`: it is open and silent; `fault`: it needs a person.
 */
export type DeviceState =
  | { state: 'absent'; cause: 'NOT_STARTED' | 'PORT_NOT_FOUND' | 'UNPLUGGED' }
  | { state: 'connecting' }
  | { state: 'ready' }
  | { state: 'offline'; cause: 'NO_ANSWER' }
  | {
      state: 'fault';
      cause: 'PERMISSION_DENIED' | 'PORT_IN_USE' | 'NOT_A_SERIAL_PORT' | 'OPEN_FAILED' | 'SAM_FAULT';
    };

export type StateEvent = { kind: 'state' } & DeviceState;

/** The talk with the device on one open port. */
export interface Talk {
  receive(chunk: Uint8Array): void;
  end(): void;
  /** Settles once the talk is over and nothing more will be reported. `silent`: the device stopped answering. */
  ended: Promise<'closed' | 'silent'>;
}

/** What a talk is given: a way to speak, and a way to tell what was heard. */
export interface TalkDeps<Event> {
  write: (bytes: Uint8Array) => void;
  report: (event: Event | StateEvent) => void;
}

export interface SerialDevice<Event> {
  /** Hears every event from now on; the returned function stops that. */
  subscribe(listener: (event: Event | StateEvent) => void): () => void;
  state(): DeviceState;
  /** Begins to look for the device and never gives up until stopped. Does nothing when already started. */
  start(): void;
  /** Settles when the port is closed and nothing more will be reported. */
  stop(): Promise<void>;
}

/** Where a device is and how it is opened; what the tests put in place of the machine. */
export interface SerialPlace {
  port: PortChoice;
  timers: Timers;
  /** Bits per second. */
  baudRate: number;
  open?: OpenSerialLink;
  resolve?: (port: PortChoice) => Promise<string | null>;
}

/** Pauses before the port is opened again, in ms; the last one repeats. */
export const REOPEN_MS: readonly [number, ...number[]] = [500, 1000, 2000, 5000];

/** A device that stands still until `start`. Each attempt to connect gets a new port object and a new talk. */
export function createSerialDevice<Event extends { kind: string }>(
  place: SerialPlace & { reopenMs?: readonly number[] },
  talkOn: (deps: TalkDeps<Event>) => Talk,
): SerialDevice<Event> {
  const { port, timers, baudRate, reopenMs = REOPEN_MS } = place;
  const { open = openSerialLink, resolve = resolvePort } = place;
  const listeners = new Set<(event: Event | StateEvent) => void>();
  let current: DeviceState = { state: 'absent', cause: 'NOT_STARTED' };
  let running: { stop: AbortController; done: Promise<void> } | null = null;

  function publish(event: Event | StateEvent): void {
    // Each listener in a turn of its own: one that fails must not break off the talk with the device.
    for (const listener of listeners) queueMicrotask(() => listener(event));
  }

  function become(state: DeviceState): void {
    if (JSON.stringify(state) === JSON.stringify(current)) return;
    current = state;
    publish({ kind: 'state', ...state });
  }

  function report(event: Event | StateEvent): void {
    if (isState(event)) {
      const { kind: _, ...state } = event;
      become(state);
    } else publish(event);
  }

  async function keepConnected(signal: AbortSignal): Promise<void> {
    let failures = 0;
    become({ state: 'connecting' });
    while (!signal.aborted) {
      const answered = await connectOnce(signal);
      failures = answered ? 1 : failures + 1;
      const wait = reopenMs[failures - 1] ?? reopenMs.at(-1) ?? 0;
      await pause(timers, wait, signal);
    }
    become({ state: 'absent', cause: 'NOT_STARTED' });
  }

  /** One connection from opening to closing; says whether the device was well during it. */
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
    const talk = talkOn({ write: (bytes) => link.write(bytes), report });
    receive = (chunk) => talk.receive(chunk);
    const end = (): void => talk.end();
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    const closed = link.closed.then(end);
    const why = await talk.ended;
    signal.removeEventListener('abort', end);
    const answered = current.state === 'ready' || current.state === 'fault';
    await link.close();
    await closed;
    if (why === 'silent') become({ state: 'offline', cause: 'NO_ANSWER' });
    else if (!signal.aborted) become({ state: 'absent', cause: 'UNPLUGGED' });
    return answered;
  }

  function becomeAbsent(): void {
    // A pulled device stays "unplugged"; that its port is missing too is no news.
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

function isState(event: { kind: string }): event is StateEvent {
  return event.kind === 'state';
}
