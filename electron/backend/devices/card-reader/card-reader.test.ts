// Proves that the reader is looked for without end, ever more seldom, and that its state says what is the matter.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCardReader } from './card-reader.ts';
import type { PortChoice } from '../serial/port-list.ts';
import { encodeFrame } from './sdt-frame.ts';
import { SerialLinkError } from '../serial/serial-link.ts';
import type { OpenSerialLink, SerialLinkOptions, SerialLinkProblem } from '../serial/serial-link.ts';

const timers = {
  setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
  clearTimeout: (handle: NodeJS.Timeout | undefined) => clearTimeout(handle),
};
const noCard = encodeFrame(Uint8Array.of(0, 0, 0x80));

/** A port that opens or refuses as told; an open one answers every command with "no card". */
function portInTestHands() {
  const opened: number[] = [];
  let problem: SerialLinkProblem | null = null;
  let plug: { pull: () => void } | null = null;
  const open: OpenSerialLink = ({ path, onData }: SerialLinkOptions) => {
    opened.push(Date.now());
    if (problem !== null) return Promise.reject(new SerialLinkError(problem, path, null));
    const closed = Promise.withResolvers<void>();
    plug = { pull: closed.resolve };
    return Promise.resolve({
      write: () => setTimeout(() => onData(noCard), 5),
      close: () => {
        closed.resolve();
        return Promise.resolve();
      },
      closed: closed.promise,
    });
  };
  return {
    open,
    refuse: (next: SerialLinkProblem | null) => {
      problem = next;
    },
    pull: () => plug?.pull(),
    attempts: () => opened.length,
    /** The pauses between the attempts so far, in ms. */
    pauses: () => opened.slice(1).map((at, index) => at - (opened[index] ?? 0)),
  };
}

const deskWith = (port: ReturnType<typeof portInTestHands>, choice: PortChoice = { path: '/dev/ttyUSB0' }) =>
  createCardReader({ port: choice, timers, open: port.open, resolve: () => Promise.resolve('/dev/ttyUSB0') });

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('a reader that is not there', () => {
  it('is looked for ever more seldom, and for ever', async () => {
    const port = portInTestHands();
    port.refuse('PORT_NOT_FOUND');
    const reader = deskWith(port);
    reader.start();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(port.pauses()).toEqual([500, 1000, 2000, 5000, 5000, 5000]);
    expect(reader.state()).toEqual({ state: 'absent', cause: 'PORT_NOT_FOUND' });
    port.refuse(null);
    await vi.advanceTimersByTimeAsync(5000);
    expect(reader.state()).toEqual({ state: 'ready' });
    await reader.stop();
  });

  it('because it was pulled stays unplugged until it is back', async () => {
    const port = portInTestHands();
    const reader = deskWith(port);
    const states: string[] = [];
    reader.subscribe((event) => states.push(event.kind === 'state' && 'cause' in event ? event.cause : '-'));
    reader.start();
    await vi.advanceTimersByTimeAsync(1000);
    port.refuse('PORT_NOT_FOUND');
    port.pull();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reader.state()).toEqual({ state: 'absent', cause: 'UNPLUGGED' });
    expect(states).toEqual(['-', '-', 'UNPLUGGED']);
    // A second of talk, then the pauses.
    expect(port.pauses()).toEqual([1000 + 500, 1000, 2000, 5000]);
    await reader.stop();
  });

  it('is absent while its USB device is not plugged in, and no port is opened in its place', async () => {
    const port = portInTestHands();
    const reader = createCardReader({
      port: { usb: { vendorId: '1a86', productId: '7523', serialNumber: null } },
      timers,
      open: port.open,
      resolve: () => Promise.resolve(null),
    });
    reader.start();
    await vi.advanceTimersByTimeAsync(5000);
    expect(reader.state()).toEqual({ state: 'absent', cause: 'PORT_NOT_FOUND' });
    expect(port.attempts()).toBe(0);
    await reader.stop();
  });
});

describe('a port that does not open', () => {
  it.each(['PERMISSION_DENIED', 'PORT_IN_USE', 'NOT_A_SERIAL_PORT', 'OPEN_FAILED'] as const)(
    'is a fault for the reason %s',
    async (cause) => {
      const port = portInTestHands();
      port.refuse(cause);
      const reader = deskWith(port);
      reader.start();
      await vi.advanceTimersByTimeAsync(0);
      expect(reader.state()).toEqual({ state: 'fault', cause });
      await reader.stop();
    },
  );
});

describe('listening and stopping', () => {
  it('a listener that left hears nothing more', async () => {
    const port = portInTestHands();
    const reader = deskWith(port);
    const heard: string[] = [];
    const leave = reader.subscribe((event) => heard.push(event.kind));
    reader.start();
    await vi.advanceTimersByTimeAsync(1000);
    leave();
    const before = heard.length;
    await reader.stop();
    expect(before).toBeGreaterThan(0);
    expect(heard).toHaveLength(before);
  });

  it('leaves no timer behind', async () => {
    const reader = deskWith(portInTestHands());
    reader.start();
    await vi.advanceTimersByTimeAsync(1000);
    await reader.stop();
    await vi.advanceTimersByTimeAsync(5);
    expect(vi.getTimerCount()).toBe(0);
  });
});
