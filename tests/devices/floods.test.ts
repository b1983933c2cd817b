// Devices that talk nonsense without end: nothing of it is taken for true, and what is true is heard again after it.
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createLineReader } from '../../electron/backend/devices/line-reader/line-reader.ts';
import { openCardReaderSimulator } from '../../electron/backend/devices/simulator/card-reader.simulator.ts';
import { openLineReaderSimulator } from '../../electron/backend/devices/simulator/line-reader.simulator.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { cableForTest } from '../support/pty.ts';
import { cards } from './card-reader-cards.ts';
import { deskAt, fixtureFrame } from './card-reader-desk.ts';
import { transportTo } from './printer-desk.ts';

const timers = { setTimeout, clearTimeout };
const ALL_BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
/** What begins like an answer of an ID-card reader, with lengths that never come true. */
const FALSE_STARTS = Buffer.from('aaaaaa96690508000090aaaaaa9669ffffaaaaaa966900040000', 'hex');

/** A quarter of a megabyte of every byte there is, in no order, with false beginnings in it. */
function noise(seed: number): Buffer {
  const random = seededRandom(seed);
  const pieces = Array.from({ length: 250 }, () => [random.bytes(700), ALL_BYTES, FALSE_STARTS]);
  return Buffer.concat(pieces.flat());
}

async function flood(path: string, bytes: Buffer): Promise<void> {
  const line = createWriteStream(path, { flags: 'r+' });
  line.end(bytes);
  await once(line, 'close');
}

test('an ID-card reader that floods its line with noise shows no card, and a card is read after it', async () => {
  const cable = await cableForTest();
  const desk = deskAt(cable.deskPath);
  await flood(cable.devicePath, noise(1));
  expect(desk.events.filter(({ kind }) => kind === 'card')).toEqual([]);
  const simulator = await openCardReaderSimulator({ path: cable.devicePath, timers });
  onTestFinished(() => simulator.close());
  await desk.becomes('ready');
  simulator.present(fixtureFrame('mainland'));
  expect((await desk.next('card')).card).toEqual(cards.mainland);
});

test.for([
  { kind: 'tag', format: 'dec10', byteOrder: 'msb' },
  { kind: 'scanner', encoding: 'gbk' },
] as const)('a $kind reader that floods its line with noise reads on after it', async (setting) => {
  const cable = await cableForTest();
  const heard: string[] = [];
  const reader = createLineReader({
    ...{ port: { path: cable.deskPath }, baudRate: 9600, timers, setting, reopenMs: [20, 50, 100] },
  });
  onTestFinished(() => reader.stop());
  reader.subscribe((event) => {
    if (event.kind === 'tag') heard.push(event.uid ?? '');
    if (event.kind === 'code') heard.push(event.text);
  });
  reader.start();
  await vi.waitFor(() => expect(reader.state().state).toBe('ready'), 20_000);
  await flood(cable.devicePath, noise(2));
  await flood(cable.devicePath, Buffer.from('\r\n'));
  const simulator = await openLineReaderSimulator({ path: cable.devicePath, timers });
  onTestFinished(() => simulator.close());
  const said = setting.kind === 'tag' ? '0063E9AE' : '2026112100420042';
  await vi.waitFor(() => {
    if (setting.kind === 'tag') simulator.present(said, 'rdm6300');
    else simulator.send(Buffer.from(`${said}\r\n`));
    expect(heard).toContain(said);
  }, 20_000);
});

test('a printer that talks without end gets its slip whole, and the next slip its turn', async () => {
  const got: Buffer[] = [];
  const server = createServer((socket) => {
    const talk = (): void => {
      while (socket.writable && socket.write(ALL_BYTES));
    };
    socket.on('drain', talk).on('error', () => {});
    socket.on('data', (chunk) => got.push(chunk));
    talk();
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const limits = { connectMs: 1000, answerMs: 300, quietMs: 300, farewellMs: 1500 };
  const transport = transportTo(port, limits);
  for (const slip of ['first slip', 'second slip']) {
    await transport.send(Buffer.from(slip), new AbortController().signal);
    expect(Buffer.concat(got).toString('latin1')).toContain(slip);
  }
});
