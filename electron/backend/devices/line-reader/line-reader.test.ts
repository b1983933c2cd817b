// Proves that a tag that is held is told once, until it was away, and that silence ends what nothing else ends.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { encodeTag } from '../simulator/line-reader.simulator.ts';
import { createLineReader, type LineReaderDeps } from './line-reader.ts';

const timers = {
  setTimeout: (run: () => void, ms: number) => setTimeout(run, ms),
  clearTimeout: (handle: NodeJS.Timeout | undefined) => clearTimeout(handle),
};
const TAGS = { kind: 'tag', format: 'dec10', byteOrder: 'msb' } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A reader on an open port, and what it told. */
async function openReader(setting: LineReaderDeps['setting']) {
  const told: (string | null)[] = [];
  let send: (chunk: Uint8Array) => void = () => undefined;
  const closed = Promise.withResolvers<void>();
  const reader = createLineReader({
    ...{ port: { path: '/dev/ttyUSB0' }, baudRate: 9600, timers, setting },
    resolve: async () => '/dev/ttyUSB0',
    async open({ onData }) {
      send = onData;
      return { write: () => undefined, close: async () => closed.resolve(), closed: closed.promise };
    },
  });
  reader.subscribe((event) => {
    if (event.kind === 'tag') told.push(event.uid);
    if (event.kind === 'code') told.push(event.text);
  });
  reader.start();
  await vi.advanceTimersByTimeAsync(0);
  const hold = async (uid: string, times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      send(encodeTag(uid, 'rdm6300'));
      await vi.advanceTimersByTimeAsync(50);
    }
  };
  return { reader, told, hold, send: (text: string) => send(Buffer.from(text)) };
}

test('a tag held for minutes is told once; away for less than a second and a half it was not away', async () => {
  const { told, hold } = await openReader(TAGS);
  await hold('0063E9AE', 2000);
  await vi.advanceTimersByTimeAsync(1400);
  await hold('0063E9AE', 10);
  expect(told).toEqual(['0063E9AE']);
  await vi.advanceTimersByTimeAsync(1600);
  await hold('0063E9AE', 1);
  expect(told).toEqual(['0063E9AE', '0063E9AE']);
});

test('two tags that lie together are told once each, however they alternate', async () => {
  const { told, hold } = await openReader(TAGS);
  for (let time = 0; time < 50; time += 1) {
    await hold('0063E9AE', 1);
    await hold('DEADBEEF', 2);
  }
  expect(told).toEqual(['0063E9AE', 'DEADBEEF']);
});

test('a line that nothing ends is ended by silence, sooner for a scanner than for a tag reader', async () => {
  const tags = await openReader(TAGS);
  tags.send('0006547886');
  await vi.advanceTimersByTimeAsync(100);
  expect(tags.told).toEqual([]);
  await vi.advanceTimersByTimeAsync(150);
  expect(tags.told).toEqual(['0063E9AE']);
  const codes = await openReader({ kind: 'scanner', encoding: 'utf8' });
  codes.send('1001');
  await vi.advanceTimersByTimeAsync(50);
  codes.send('2002');
  await vi.advanceTimersByTimeAsync(100);
  expect(codes.told).toEqual(['10012002']);
});

test('noise that looks like ever new tags is not remembered without end', async () => {
  const { told, send } = await openReader({ ...TAGS, format: 'hex' });
  for (let time = 0; time < 5000; time += 1) send(`${time.toString(16).padStart(8, '0')}\r`);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toHaveLength(32);
});

test('stopped in the middle of a tag, it says nothing more', async () => {
  const { reader, told, send } = await openReader(TAGS);
  send('00065');
  await reader.stop();
  send('47886\r');
  await vi.advanceTimersByTimeAsync(5000);
  expect(told).toEqual([]);
  expect(reader.state()).toEqual({ state: 'absent', cause: 'NOT_STARTED' });
});
