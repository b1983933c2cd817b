// A printer behind a device file, on a real pseudo terminal: it answers, runs dry, gets stuck, is pulled.
import { execFileSync } from 'node:child_process';
import { chmod, readdir, readFile, readlink, realpath, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { openSerialLink } from '../../electron/backend/devices/serial/serial-link.ts';
import {
  createDeviceTransport,
  type DeviceLimits,
} from '../../electron/backend/devices/printer/device-transport.ts';
import type { Outcome } from '../../electron/backend/devices/printer/printer-transport.ts';
import { createRealTimeSplitter } from '../../electron/backend/devices/simulator/printer-realtime.ts';
import { cableForTest } from '../support/pty.ts';
import { openDesk, until } from './printer-desk.ts';

const never = new AbortController().signal;
const limits: DeviceLimits = { answerMs: 1500, jobMs: 6000 };
const slip = Buffer.from('\x1b@Invented slip\n', 'latin1');
const longSlip = Buffer.alloc(200_000, 'slip\n');
/** Never through before a hand is at the cable. */
const endlessSlip = Buffer.alloc(8_000_000, 'slip\n');

const WELL = [0x12, 0x12, 0x12, 0x12];
const NEAR_END = [0x12, 0x12, 0x12, 0x1e];
const NO_PAPER = [0x1a, 0x32, 0x12, 0x7e];

/** What the printer answers to DLE EOT 1 to 4, given the bytes of slips that it has taken; null is silence. */
type Answers = (taken: number) => readonly number[] | null;

/** A cable with a printer at its far end. */
async function devicePrinter(answers: Answers = () => WELL) {
  const cable = await cableForTest();
  const split = createRealTimeSplitter();
  const taken: Buffer[] = [];
  const bytes = () => Buffer.concat(taken);
  const link = await openSerialLink({
    path: cable.devicePath,
    baudRate: 115200,
    onData(chunk) {
      const { job, questions } = split(Buffer.from(chunk));
      if (job.length > 0) taken.push(job);
      const say = answers(bytes().length);
      for (const question of questions) if (say) link.write(Uint8Array.of(say[question - 1] ?? 0x12));
    },
  });
  onTestFinished(() => link.close());
  return { cable, path: cable.deskPath, bytes };
}

const transportTo = (path: string) => createDeviceTransport({ path, limits });
const sendTo = (path: string, bytes = slip): Promise<Outcome> => transportTo(path).send(bytes, never);

describe('a printer behind a device file', () => {
  test('that is well gets every byte, and the desk knows that it printed', async () => {
    const printer = await devicePrinter();
    expect(await sendTo(printer.path, longSlip)).toEqual({ outcome: 'printed', paperNearEnd: false });
    await until(() => printer.bytes().length === longSlip.length);
    expect(printer.bytes().equals(longSlip)).toBe(true);
  });

  test('near the end of its roll prints and says so', async () => {
    const printer = await devicePrinter(() => NEAR_END);
    expect(await sendTo(printer.path)).toEqual({ outcome: 'printed', paperNearEnd: true });
  });

  test('without paper gets not one byte of the slip', async () => {
    const printer = await devicePrinter(() => NO_PAPER);
    expect(await sendTo(printer.path)).toEqual({ outcome: 'refused', problem: 'PAPER_OUT' });
    expect(printer.bytes()).toEqual(Buffer.alloc(0));
  });

  test('that runs out of paper within a slip leaves it to a person to look', async () => {
    const printer = await devicePrinter((taken) => (taken > 0 ? NO_PAPER : WELL));
    expect(await sendTo(printer.path)).toEqual({ outcome: 'unknown', problem: 'PAPER_OUT' });
  });

  test('that never answers prints all the same', async () => {
    const printer = await devicePrinter(() => null);
    const transport = transportTo(printer.path);
    for (const copies of [1, 2]) {
      expect(await transport.send(slip, never)).toEqual({ outcome: 'printed', paperNearEnd: false });
      await until(() => printer.bytes().length === copies * slip.length);
    }
  });

  test('that is unplugged is refused before any byte, and no file is left in its place', async () => {
    const printer = await devicePrinter();
    await printer.cable.unplug();
    expect(await sendTo(printer.path)).toEqual({ outcome: 'refused', problem: 'UNREACHABLE' });
    await expect(readFile(printer.path)).rejects.toThrow('ENOENT');
  });

  test('that is pulled within a slip leaves it to a person to look', async () => {
    const printer = await devicePrinter();
    const sending = sendTo(printer.path, endlessSlip);
    await until(() => printer.bytes().length > 0);
    await printer.cable.unplug();
    expect(await sending).toEqual({ outcome: 'unknown', problem: 'CONNECTION_LOST' });
  });

  test('that takes no more bytes is given up, with no child left at work, and left to a person', async () => {
    const cable = await cableForTest();
    const before = await openersOf(cable.deskPath);
    const sending = sendTo(cable.deskPath, longSlip);
    await vi.waitFor(async () => expect(await openersOf(cable.deskPath)).not.toEqual(before), 20_000);
    expect(await sending).toEqual({ outcome: 'unknown', problem: 'STALLED' });
    expect(await openersOf(cable.deskPath)).toEqual(before);
  });

  test('is left at once when the program stops, and the slip’s fate is told truly', async () => {
    const printer = await devicePrinter();
    const stop = new AbortController();
    const sending = transportTo(printer.path).send(endlessSlip, stop.signal);
    await until(() => printer.bytes().length > 0);
    stop.abort();
    expect(await sending).toEqual({ outcome: 'unknown', problem: 'STOPPED' });
    expect(await transportTo(printer.path).send(slip, stop.signal)).toEqual({
      outcome: 'refused',
      problem: 'STOPPED',
    });
  });

  test('that is no device but somebody’s file is not touched', async () => {
    const cable = await cableForTest();
    const file = join(dirname(cable.deskPath), 'accounts.txt');
    await writeFile(file, 'kept');
    expect(await sendTo(file)).toEqual({ outcome: 'refused', problem: 'UNREACHABLE' });
    expect(await readFile(file, 'utf8')).toBe('kept');
  });

  test('whose path looks like a command is a path all the same', async () => {
    const cable = await cableForTest();
    const trap = join(dirname(cable.deskPath), 'trap');
    const path = `/dev/null"; : > '${trap}'; $(: > '${trap}'); echo "open`;
    expect(await sendTo(path)).toEqual({ outcome: 'refused', problem: 'UNREACHABLE' });
    await expect(readFile(trap)).rejects.toThrow('ENOENT');
  });

  test('that we may not write to says so', async () => {
    const printer = await devicePrinter();
    await chmod(printer.path, 0);
    await chmod(dirname(printer.path), 0o755);
    expect(sendAsNobody(printer.path)).toEqual({ outcome: 'refused', problem: 'NOT_ALLOWED' });
  });
});

describe('a desk with a printer behind a device file', () => {
  test('asks before a pass is printed again after the cable was pulled', async () => {
    const printer = await devicePrinter();
    const transport = transportTo(printer.path);
    await using desk = openDesk({
      send: (bytes, signal) => transport.send(Buffer.concat([bytes, endlessSlip]), signal),
    });
    desk.queue.start();
    const id = desk.print();
    await until(() => printer.bytes().length > 0);
    await printer.cable.unplug();
    await until(() => desk.store.find(id)?.state === 'unknown');
    await printer.cable.replug();
    desk.queue.wake();
    await desk.queue.settled();
    expect(desk.store.find(id)).toMatchObject({ problem: 'CONNECTION_LOST', attempts: 1 });
  });
});

/** Root may write anywhere, so another user has to try; in a process of its own. */
function sendAsNobody(path: string): unknown {
  const transport = new URL('../../electron/backend/devices/printer/device-transport.ts', import.meta.url);
  const program = `
    const { createDeviceTransport } = await import(${JSON.stringify(transport.href)});
    const send = createDeviceTransport({ path: ${JSON.stringify(path)} }).send;
    console.log(JSON.stringify(await send(Buffer.from('slip'), new AbortController().signal)));`;
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    ...nobody,
    encoding: 'utf8',
  });
  return JSON.parse(output);
}

/** The processes that have a device open, by Linux's own books. */
async function openersOf(path: string): Promise<string[]> {
  const device = await realpath(path);
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const holds = async (pid: string): Promise<boolean> => {
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const links = await Promise.all(files.map((file) => readlink(`/proc/${pid}/fd/${file}`).catch(() => '')));
    return links.includes(device);
  };
  const found = await Promise.all(processes.map(async (pid) => ((await holds(pid)) ? [pid] : [])));
  return found.flat();
}
