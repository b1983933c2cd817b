// The simulator of `npm run simulator`: its keys, tried by the desk's own reader and printer.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { encodeSlip } from '../../electron/backend/devices/printer/escpos-encoder.ts';
import { createLineReader } from '../../electron/backend/devices/line-reader/line-reader.ts';
import { PRINTER_PROFILES } from '../../electron/backend/devices/printer/printer-profile.ts';
import { createRasteriserLoader } from '../../electron/backend/devices/printer/slip-rasteriser.ts';
import { parseScanCode } from '../../electron/backend/shared/scan-code.ts';
import { createMenu } from '../../electron/tools/simulator/menu.ts';
import {
  PortTakenError,
  SAMPLE_CARDS,
  startSimulatedDesk,
  type PrintedSlip,
} from '../../electron/tools/simulator/simulated-desk.ts';
import { deskAt } from './card-reader-desk.ts';
import { transportTo } from './printer-desk.ts';
import { sampleVisitorPass } from './printer-sample.ts';

async function simulated(printerPort = 0) {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-slips-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const slips: PrintedSlip[] = [];
  const onSlip = (slip: PrintedSlip): void => void slips.push(slip);
  const onError = (error: unknown): never => expect.fail(String(error));
  const desk = await startSimulatedDesk({ folder, printerPort, onSlip, onError });
  onTestFinished(() => desk[Symbol.asyncDispose]());
  const port = Number(desk.printerAddress.split(':').at(-1));
  const send = async () => {
    const bytes = await encodeSlip(
      sampleVisitorPass('zh-CN'),
      PRINTER_PROFILES.rom80,
      createRasteriserLoader(),
    );
    return transportTo(port).send(bytes, new AbortController().signal);
  };
  return { ...createMenu(desk), desk, slips, port, send };
}

test('the keys 1 to 5 lay one card of each layout on the reader, and r takes it away', async () => {
  const { desk, press } = await simulated();
  const reader = deskAt(desk.readerPath);
  for (const [at, card] of SAMPLE_CARDS.entries()) {
    await press(String(at + 1));
    expect((await reader.next('card')).card).toEqual(card);
    await press('r');
    await reader.next('removed');
  }
});

test('the keys 7 to 9 hold a tag to the tag reader, and b scans what was printed last', async () => {
  const { desk, press, send, slips } = await simulated();
  const uids: (string | null)[] = [];
  const texts: string[] = [];
  const at = (path: string) => ({ port: { path }, baudRate: 9600, timers: { setTimeout, clearTimeout } });
  const tags = createLineReader({
    ...at(desk.tagReaderPath),
    setting: { kind: 'tag', format: 'dec10', byteOrder: 'msb' },
  });
  const codes = createLineReader({ ...at(desk.scannerPath), setting: { kind: 'scanner', encoding: 'utf8' } });
  for (const reader of [tags, codes]) {
    onTestFinished(() => reader.stop());
    reader.subscribe((event) => {
      if (event.kind === 'tag') uids.push(event.uid);
      if (event.kind === 'code') texts.push(event.text);
    });
    reader.start();
    await vi.waitFor(() => expect(reader.state().state).toBe('ready'), 20_000);
  }
  await press('7');
  await vi.waitFor(() => expect(uids).toEqual(['0063E9AE']), 20_000);
  await press('8');
  await vi.waitFor(() => expect(uids).toEqual(['0063E9AE', '00A1B2C3']), 20_000);
  await press('0');
  await press('b');
  await send();
  await vi.waitFor(() => expect(slips).toHaveLength(1), 20_000);
  await press('b');
  await vi.waitFor(() => expect(texts).toHaveLength(1), 20_000);
  expect(parseScanCode(texts[0] ?? '')).toMatchObject({ ok: true, kind: 'visitPass' });
});

test('a printed slip lies in the folder as a picture', async () => {
  const { slips, send } = await simulated();
  await expect(send()).resolves.toMatchObject({ outcome: 'printed' });
  await vi.waitFor(() => expect(slips).toHaveLength(1), 20_000);
  expect(existsSync(slips[0]?.picture ?? '')).toBe(true);
});

test('p, c and o keep the printer from printing until h', async () => {
  const { press, send } = await simulated();
  for (const [key, problem] of [
    ['p', 'PAPER_OUT'],
    ['c', 'COVER_OPEN'],
    ['o', 'UNREACHABLE'],
  ] as const) {
    await press(key);
    await expect(send()).resolves.toEqual({ outcome: 'refused', problem });
  }
  await press('h');
  await expect(send()).resolves.toMatchObject({ outcome: 'printed' });
});

test('a second simulator at the same port says so', async () => {
  const { port } = await simulated();
  await expect(simulated(port)).rejects.toThrow(PortTakenError);
});

test('keys that mean nothing do nothing, and q quits', async () => {
  const { press } = await simulated();
  expect(await press('x')).toBe('unknown');
  expect(await press('q')).toBe('quit');
});
