// An admin sets the desk's reader and printer while it works; everybody else is refused.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../electron/api/rights.ts';
import { openTestDesk } from '../support/desk.ts';
import { cableForTest } from '../support/pty.ts';
import { readerAt } from './card-reader-desk.ts';
import { freePort, printerAt, simulatedPrinter } from './printer-desk.ts';

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
      lineReaders: [],
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

test('ports and queues to choose from are listed, on a machine without either too', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const inDev = readdirSync('/dev').filter((name) => /^tty(USB|ACM)\d+$/.test(name));
  const paths = (await admin.devices.listPorts()).map((port) => port.path);
  expect(paths).toEqual(expect.arrayContaining(inDev.map((name) => `/dev/${name}`)));
  expect(Array.isArray(await admin.devices.listQueues())).toBe(true);
});
