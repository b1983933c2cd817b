// Tag readers and scanners on a real serial line: what they read, and their cable pulled and plugged in in every state.
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import {
  createLineReader,
  type LineEvent,
  type LineReaderDeps,
} from '../../electron/backend/devices/line-reader/line-reader.ts';
import type { StateEvent } from '../../electron/backend/devices/serial/serial-device.ts';
import {
  encodeTag,
  openLineReaderSimulator,
} from '../../electron/backend/devices/simulator/line-reader.simulator.ts';
import { cableForTest } from '../support/pty.ts';

const timers = { setTimeout, clearTimeout };
const TAGS = { kind: 'tag', format: 'dec10', byteOrder: 'msb' } as const;
const CODES = { kind: 'scanner', encoding: 'gbk' } as const;

async function deskWith(setting: LineReaderDeps['setting'], plugged = true) {
  const cable = await cableForTest();
  const events: (LineEvent | StateEvent)[] = [];
  const plugIn = async () => {
    const simulator = await openLineReaderSimulator({ path: cable.devicePath, timers });
    onTestFinished(() => simulator.close());
    return simulator;
  };
  const simulator = await plugIn();
  if (!plugged) await cable.unplug();
  const reader = createLineReader({
    ...{ port: { path: cable.deskPath }, baudRate: 9600, timers, setting },
    reopenMs: [20, 50, 100],
  });
  onTestFinished(() => reader.stop());
  reader.subscribe((event) => events.push(event));
  reader.start();
  const becomes = (state: string) => vi.waitFor(() => expect(reader.state().state).toBe(state), 20_000);
  if (plugged) await becomes('ready');
  return {
    ...{ cable, simulator, reader, becomes, plugIn },
    uids: () => events.flatMap((event) => (event.kind === 'tag' ? [event.uid] : [])),
    texts: () => events.flatMap((event) => (event.kind === 'code' ? [event.text] : [])),
    states: () => events.flatMap((event) => (event.kind === 'state' ? [event.state] : [])),
  };
}

describe('a tag reader', () => {
  test.each(['dec10', 'rdm6300', 'binary'] as const)('tells one tag after the other, in %s', async (wire) => {
    const { simulator, uids } = await deskWith(TAGS);
    simulator.present('0063E9AE', wire);
    await vi.waitFor(() => expect(uids()).toEqual(['0063E9AE']), 20_000);
    simulator.present('DEADBEEF', wire);
    await vi.waitFor(() => expect(uids()).toEqual(['0063E9AE', 'DEADBEEF']), 20_000);
  });

  test('reads on through noise, and takes nothing damaged for a tag', async () => {
    const { simulator, uids } = await deskWith(TAGS);
    const spoilt = encodeTag('DEADBEEF', 'rdm6300');
    spoilt[4] = (spoilt[4] ?? 0) ^ 1;
    simulator.send(Buffer.concat([Buffer.from([0xff, 0x02, 0x0a, 0x00, 0x55]), spoilt]));
    simulator.present('0063E9AE', 'rdm6300');
    await vi.waitFor(() => expect(uids()).toEqual(['0063E9AE']), 20_000);
  });

  test('that writes another format tells what came, and no number', async () => {
    const { simulator, uids } = await deskWith({ ...TAGS, format: 'w26' });
    simulator.present('0063E9AE');
    await vi.waitFor(() => expect(uids()).toEqual([null]), 20_000);
  });
});

describe('a scanner', () => {
  test('gives each line, in the encoding that is set, with CR, CR LF or silence behind it', async () => {
    const { simulator, texts } = await deskWith(CODES);
    simulator.scan('1001234567890123');
    await vi.waitFor(() => expect(texts()).toHaveLength(1), 20_000);
    simulator.send(Buffer.from('c4e3bac30d0a', 'hex'));
    simulator.send(Buffer.from('4321'));
    await vi.waitFor(() => expect(texts()).toEqual(['1001234567890123', '你好', '4321']), 20_000);
  });

  test('gives a code as often as it is scanned', async () => {
    const { simulator, texts } = await deskWith(CODES);
    simulator.scan('1001234567890123');
    simulator.scan('1001234567890123');
    await vi.waitFor(() => expect(texts()).toHaveLength(2), 20_000);
  });
});

describe('a cable', () => {
  test('that is not there yet is waited for', async () => {
    const { cable, becomes, plugIn, uids } = await deskWith(TAGS, false);
    await becomes('absent');
    await cable.replug();
    const simulator = await plugIn();
    await becomes('ready');
    simulator.present('0063E9AE');
    await vi.waitFor(() => expect(uids()).toEqual(['0063E9AE']), 20_000);
  });

  test.each([
    ['idle', () => undefined],
    ['under a held tag', (simulator) => simulator.present('DEADBEEF')],
    [
      'in the middle of a frame',
      (simulator) => simulator.send(encodeTag('DEADBEEF', 'rdm6300').subarray(0, 7)),
    ],
    ['in the middle of a line', (simulator) => simulator.send(Buffer.from('00000'))],
  ] satisfies [string, (simulator: Awaited<ReturnType<typeof openLineReaderSimulator>>) => void][])(
    'pulled %s comes back, and half of the old is no part of the new',
    async (_when, before) => {
      const { cable, simulator, becomes, plugIn, uids } = await deskWith(TAGS);
      before(simulator);
      await simulator.close();
      await cable.unplug();
      await becomes('absent');
      await cable.replug();
      const again = await plugIn();
      await becomes('ready');
      again.present('0063E9AE');
      await vi.waitFor(() => expect(uids().at(-1)).toBe('0063E9AE'), 20_000);
      expect(uids().filter((uid) => uid !== 'DEADBEEF')).toEqual(['0063E9AE']);
    },
  );

  test('pulled five times comes back five times', async () => {
    const { cable, simulator, becomes, plugIn, states } = await deskWith(CODES);
    await simulator.close();
    for (let time = 0; time < 5; time += 1) {
      await cable.unplug();
      await becomes('absent');
      await cable.replug();
      await (await plugIn()).close();
      await becomes('ready');
    }
    expect(states().filter((state) => state === 'absent')).toHaveLength(5);
  });

  test('a reader stopped twice, or stopped while its port is missing, is stopped', async () => {
    const { cable, reader, becomes } = await deskWith(TAGS);
    await Promise.all([reader.stop(), reader.stop()]);
    expect(reader.state()).toEqual({ state: 'absent', cause: 'NOT_STARTED' });
    reader.start();
    await becomes('ready');
    await cable.unplug();
    await becomes('absent');
    await reader.stop();
    await reader.stop();
    expect(reader.state()).toEqual({ state: 'absent', cause: 'NOT_STARTED' });
  });
});
