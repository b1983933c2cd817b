// An admin sets the desk's reader and printer while it works, and tries them; everybody else is refused.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { DeskMessage } from '../../electron/api/desk.contract.ts';
import type { PrinterSetting, ReaderSetting } from '../../electron/api/devices.contract.ts';
import type { Role } from '../../electron/api/rights.ts';
import { openCardReaderSimulator } from '../../electron/backend/devices/simulator/card-reader.simulator.ts';
import { HOUR, openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { cableForTest } from '../support/pty.ts';
import { walkIn } from '../support/visits.ts';
import { fixtureFrame } from './card-reader-desk.ts';
import { freePort, simulatedPrinter } from './printer-desk.ts';

const timers = { setTimeout, clearTimeout };
const mainland = fixtureFrame('mainland');

const printerAt = (port: number): PrinterSetting => ({
  connection: { kind: 'tcp', host: '127.0.0.1', port },
  profile: 'rom80',
  answersStatus: true,
});
const readerAt = (path: string): ReaderSetting => ({ port: { path }, baudRate: 115_200 });

const jobStates = async (api: ApiClient) => (await api.desk.status()).jobs.map((job) => job.state);
const printerState = async (api: ApiClient) => (await api.desk.status()).printer;

describe('device settings', () => {
  test.each(['receptionist', 'guard', 'supervisor'] satisfies Role[])('are not for a %s', async (role) => {
    await using desk = await openTestDesk();
    const api = await desk.signedIn(role);
    const calls = [
      () => api.devices.settings(),
      () => api.devices.setReader({ reader: null }),
      () => api.devices.setPrinter({ printer: null }),
      () => api.devices.listPorts(),
      () => api.devices.listQueues(),
      () => api.devices.testReader({ seconds: 1 }),
      () => api.devices.testPrinter(),
    ];
    for (const call of calls) {
      await expect(call()).rejects.toMatchObject({
        code: 'NOT_ALLOWED',
        data: { right: 'devices.setUp' },
      });
    }
  });

  test('that cannot be are refused by field, and what was set stays', async () => {
    await using desk = await openTestDesk();
    const api = await desk.signedIn('admin');
    const printer = printerAt(await freePort());
    await api.devices.setPrinter({ printer });
    const file = join(desk.folder, 'accounts.txt');
    writeFileSync(file, 'kept');

    const bad = { ...printer, connection: { kind: 'tcp', host: 'a b', port: 9100 } } as const;
    expect((await safe(api.devices.setPrinter({ printer: bad }))).error).toMatchObject({
      code: 'SETTING_WRONG',
      defined: true,
      data: { field: 'host', reason: 'SHAPE' },
    });
    const onFile = { ...printer, connection: { kind: 'device', path: file } } as const;
    expect((await safe(api.devices.setPrinter({ printer: onFile }))).error).toMatchObject({
      data: { field: 'path', reason: 'NOT_A_DEVICE' },
    });
    expect((await safe(api.devices.setReader({ reader: readerAt(file) }))).error).toMatchObject({
      data: { field: 'path', reason: 'NOT_A_DEVICE' },
    });
    expect(await api.devices.settings()).toMatchObject({ reader: null, printer });
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  test('are there after a restart, and the devices with them', async () => {
    await using printer = await simulatedPrinter();
    const cable = await cableForTest();
    const reader = readerAt(cable.deskPath);
    await using desk = await openTestDesk();
    const before = await desk.signedIn('admin');
    expect(await before.devices.setPrinter({ printer: printerAt(printer.port) })).toEqual({ inEffect: true });
    expect(await before.devices.setReader({ reader })).toEqual({ inEffect: true });
    await desk.restart();
    const api = await desk.signedIn('admin');
    expect(await api.devices.settings()).toEqual({
      reader,
      printer: printerAt(printer.port),
      fromCommandLine: { reader: false, printer: false },
      windows: process.platform === 'win32',
    });
    expect(await api.devices.testPrinter()).toEqual({ outcome: 'printed', paperNearEnd: false });
  });

  test('give way to the command line, and wait for a start without it', async () => {
    await using printer = await simulatedPrinter();
    await using desk = await openTestDesk({
      config: { printer: { host: '127.0.0.1', port: printer.port } },
    });
    const api = await desk.signedIn('admin');
    const other = printerAt(await freePort());
    expect(await api.devices.setPrinter({ printer: other })).toEqual({ inEffect: false });
    expect(await api.devices.settings()).toMatchObject({
      printer: other,
      fromCommandLine: { printer: true },
    });
    expect(await api.devices.testPrinter()).toMatchObject({ outcome: 'printed' });
    expect(printer.jobs).toHaveLength(1);
  });
});

describe('a printer', () => {
  test('is tried with a test page that says where it stands, in its user’s language, and leaves no job', async () => {
    await using printer = await simulatedPrinter('nearEnd');
    await using desk = await openTestDesk();
    const api = await desk.signedIn('admin');
    await api.devices.setPrinter({ printer: printerAt(printer.port) });
    expect(await api.devices.testPrinter()).toEqual({ outcome: 'printed', paperNearEnd: true });
    const words = JSON.stringify(printer.jobs[0]?.lines);
    for (const part of ['测试大厦', '打印测试', '大堂', '2026-11-21 09:30']) expect(words).toContain(part);
    expect((await api.desk.status()).jobs).toEqual([]);
  });

  test.each([
    ['paperOut', { outcome: 'refused', problem: 'PAPER_OUT' }],
    ['losesPaper', { outcome: 'unknown', problem: 'PAPER_OUT' }],
    ['closesAtOnce', { outcome: 'refused', problem: 'CLOSED_EARLY' }],
  ] as const)('that is in state %s says so in its test', async (behaviour, told) => {
    await using printer = await simulatedPrinter(behaviour);
    await using desk = await openTestDesk();
    const api = await desk.signedIn('admin');
    await api.devices.setPrinter({ printer: printerAt(printer.port) });
    expect(await api.devices.testPrinter()).toEqual(told);
    expect(await api.desk.status()).toMatchObject({ printer: 'trouble', printerProblem: told.problem });
  });

  test('that a test does not reach is not called ready until it prints again', async () => {
    const port = await freePort();
    await using desk = await openTestDesk();
    const api = await desk.signedIn('admin');
    await api.devices.setPrinter({ printer: printerAt(port) });
    expect(await printerState(api)).toBe('ready');
    expect(await api.devices.testPrinter()).toEqual({ outcome: 'refused', problem: 'UNREACHABLE' });
    expect(await api.desk.status()).toMatchObject({ printer: 'trouble', printerProblem: 'UNREACHABLE' });
    await using _printer = await simulatedPrinter('healthy', port);
    expect(await api.devices.testPrinter()).toMatchObject({ outcome: 'printed' });
    expect(await api.desk.status()).toMatchObject({ printer: 'ready', printerProblem: null });
  });

  test('that is not set up cannot be tried', async () => {
    await using desk = await openTestDesk();
    const api = await desk.signedIn('admin');
    expect((await safe(api.devices.testPrinter())).error).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('near the end of its roll shows in the desk’s status', async () => {
    await using printer = await simulatedPrinter('nearEnd');
    await using desk = await openTestDesk({
      config: { printer: { host: '127.0.0.1', port: printer.port } },
    });
    const api = await desk.signedIn();
    expect(await api.desk.status()).toMatchObject({ paperNearEnd: false });
    await api.visitors.register(walkIn());
    await vi.waitFor(async () => expect(await api.desk.status()).toMatchObject({ paperNearEnd: true }), 5000);
  });

  test('that is replaced hands its waiting passes to the new one, each printed once', async () => {
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    const api = await desk.signedIn();
    await admin.devices.setPrinter({ printer: printerAt(await freePort()) });
    await api.visitors.register(walkIn());
    await vi.waitFor(async () => expect(await jobStates(api)).toEqual(['failed']), 5000);
    await admin.devices.setPrinter({ printer: null });
    expect(await printerState(api)).toBe('off');
    await api.visitors.register(walkIn({ documentType: 'none', documentNumber: null, name: '测试乙' }));

    await using printer = await simulatedPrinter();
    await admin.devices.setPrinter({ printer: printerAt(printer.port) });
    await vi.waitFor(async () => expect(await jobStates(api)).toEqual([]), 5000);
    expect(printer.jobs.map((job) => [job.complete, job.problem])).toEqual([
      [true, null],
      [true, null],
    ]);
    expect(await printerState(api)).toBe('ready');
  });

  test('that comes back after a night prints the passes of today and asks about those of yesterday', async () => {
    const port = await freePort();
    await using desk = await openTestDesk({ config: { printer: { host: '127.0.0.1', port } } });
    const evening = await desk.signedIn();
    const { id } = await evening.visitors.register(walkIn());
    await vi.waitFor(async () => expect(await jobStates(evening)).toEqual(['failed']), 5000);
    desk.clock.advance(24 * HOUR);
    await desk.restart();
    await using printer = await simulatedPrinter('healthy', port);
    const api = await desk.signedIn('supervisor');
    await api.visitors.register(walkIn({ documentType: 'none', documentNumber: null, name: '测试乙' }));
    await vi.waitFor(() => expect(printer.jobs).toHaveLength(1), 5000);
    const { jobs } = await api.desk.status();
    expect(jobs).toMatchObject([{ record: id, state: 'failed', problem: 'OUTDATED' }]);
    await api.desk.answerJob({ commandId: uuidv7(), job: jobs[0]?.id ?? 0, answer: 'cancel' });
    await vi.waitFor(async () => expect(await jobStates(api)).toEqual([]), 5000);
    expect(printer.jobs).toHaveLength(1);
  });

  test('that is replaced with a pass stuck in it asks about that pass, and the new one prints on', async () => {
    await using stuck = await simulatedPrinter('neverReads');
    await using printer = await simulatedPrinter();
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    const api = await desk.signedIn();
    await admin.devices.setPrinter({ printer: printerAt(stuck.port) });
    await api.visitors.register(walkIn());
    await vi.waitFor(async () => expect(await jobStates(api)).toEqual(['sending']), 5000);
    // Two at once: the later word holds.
    await Promise.all([
      admin.devices.setPrinter({ printer: null }),
      admin.devices.setPrinter({ printer: printerAt(printer.port) }),
    ]);
    expect(await jobStates(api)).toEqual(['unknown']);
    await api.visitors.register(walkIn({ documentType: 'none', documentNumber: null, name: '测试乙' }));
    await vi.waitFor(() => expect(printer.jobs).toHaveLength(1), 5000);
    expect(await jobStates(api)).toEqual(['unknown']);
    expect(await printerState(api)).toBe('asks');
  });
});

describe('a reader', () => {
  const plugged = async () => {
    const cable = await cableForTest();
    const simulator = await openCardReaderSimulator({ path: cable.devicePath, timers });
    onTestFinished(() => simulator.close());
    return { cable, simulator };
  };

  test('is tried with a card, of which only the layout is told, and nobody hears of the card', async () => {
    const { cable, simulator } = await plugged();
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    const heard: DeskMessage[] = [];
    const messages = await (await desk.signedIn()).desk.watch();
    const listening = (async () => {
      for await (const message of messages) heard.push(message);
    })().catch((error: unknown) => {
      // How a stream ends that is left while it waits.
      if (!(error instanceof Error && error.name === 'AbortError')) throw error;
    });

    await admin.devices.setReader({ reader: readerAt(cable.deskPath) });
    const testing = admin.devices.testReader({ seconds: 20 });
    simulator.present(mainland);
    expect(await testing).toEqual({ outcome: 'card', layout: 'mainland' });
    // It still lies there, and the reader reports a card only once.
    expect(await admin.devices.testReader({ seconds: 20 })).toEqual({ outcome: 'card', layout: 'mainland' });
    expect(heard.every((message) => message.kind === 'status')).toBe(true);

    simulator.remove();
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ kind: 'cardRemoved' }), 5000);
    simulator.present(mainland);
    await vi.waitFor(() => expect(heard.at(-1)).toMatchObject({ kind: 'card' }), 5000);
    await messages.return?.(undefined);
    await listening;
    const kept = readdirSync(desk.folder).map((name) => readFileSync(join(desk.folder, name), 'latin1'));
    expect(kept.join('')).not.toContain('110101199003070011');
  });

  test('whose card cannot be trusted says so in its test', async () => {
    const { cable, simulator } = await plugged();
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    await admin.devices.setReader({ reader: readerAt(cable.deskPath) });
    const testing = admin.devices.testReader({ seconds: 20 });
    simulator.misbehave({ status: 0x31 }, { commands: ['read'] });
    simulator.present(mainland);
    expect(await testing).toEqual({ outcome: 'refused', reason: 'AUTHENTICATION' });
  });

  test('without a card, or unplugged, or not set up, says how it stands', async () => {
    const { cable } = await plugged();
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    expect(await admin.devices.testReader({ seconds: 60 })).toEqual({
      outcome: 'noCard',
      state: 'off',
      cause: null,
    });
    await admin.devices.setReader({ reader: readerAt(cable.deskPath) });
    expect(await admin.devices.testReader({ seconds: 1 })).toEqual({
      outcome: 'noCard',
      state: 'ready',
      cause: null,
    });
    await cable.unplug();
    await admin.devices.setReader({ reader: readerAt('/dev/ttyUSB250') });
    expect(await admin.devices.testReader({ seconds: 1 })).toEqual({
      outcome: 'noCard',
      state: 'offline',
      cause: 'PORT_NOT_FOUND',
    });
  });

  test('that is replaced lets go of its port, and the new one reads', async () => {
    const first = await plugged();
    const second = await plugged();
    await using desk = await openTestDesk();
    const admin = await desk.signedIn('admin');
    await admin.devices.setReader({ reader: readerAt(first.cable.deskPath) });
    await vi.waitFor(async () => expect((await admin.desk.status()).reader).toBe('ready'), 5000);
    await admin.devices.setReader({ reader: readerAt(second.cable.deskPath) });
    const testing = admin.devices.testReader({ seconds: 20 });
    first.simulator.present(mainland);
    second.simulator.present(fixtureFrame('hmt'));
    expect(await testing).toEqual({ outcome: 'card', layout: 'hmtResidence' });
    await admin.devices.setReader({ reader: readerAt(first.cable.deskPath) });
    expect(await admin.devices.testReader({ seconds: 20 })).toEqual({ outcome: 'card', layout: 'mainland' });
  });
});

test('ports and queues to choose from are listed, on a machine without either too', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const inDev = readdirSync('/dev').filter((name) => /^tty(USB|ACM)\d+$/.test(name));
  const paths = (await admin.devices.listPorts()).map((port) => port.path);
  expect(paths).toEqual(expect.arrayContaining(inDev.map((name) => `/dev/${name}`)));
  expect(Array.isArray(await admin.devices.listQueues())).toBe(true);
});
