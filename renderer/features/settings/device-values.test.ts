// What an admin chooses for reader and printer, and the settings that come of it.
import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import type { PrinterSetting, ReaderSetting } from '../../../electron/api/devices.contract.ts';
import {
  connectionKinds,
  deviceFieldsRefused,
  listedPortKey,
  NO_PORT,
  OTHER_PORT,
  portKey,
  printerValues,
  readerValues,
  toPrinter,
  toReader,
  wrongInPrinter,
  wrongInReader,
} from './device-values.ts';

const usb = { vendorId: '1a86', productId: '7523', serialNumber: null };

test.each<PrinterSetting>([
  { connection: { kind: 'tcp', host: '192.168.1.50', port: 9100 }, profile: 'rom80', answersStatus: true },
  { connection: { kind: 'device', path: '/dev/usb/lp0' }, profile: 'raster58', answersStatus: false },
  { connection: { kind: 'spooler', queue: 'Lobby slips' }, profile: 'epson80', answersStatus: true },
])('a printer that is set comes back from its form as it was: $connection.kind', (setting) => {
  expect(toPrinter(printerValues(setting))).toEqual(setting);
});

test('Windows offers no device file, every other system does', () => {
  expect(connectionKinds(true)).toEqual(['tcp', 'spooler', 'none']);
  expect(connectionKinds(false)).toEqual(['tcp', 'device', 'spooler', 'none']);
});

test('no printer is no printer, and another way to reach one keeps what was typed for the first', () => {
  const typed = { ...printerValues(null), kind: 'tcp' as const, host: ' 10.0.0.7 ', path: '/dev/usb/lp0' };
  expect(toPrinter(printerValues(null))).toBeNull();
  expect(toPrinter(typed)?.connection).toEqual({ kind: 'tcp', host: '10.0.0.7', port: 9100 });
  expect(toPrinter({ ...typed, kind: 'device' })?.connection).toEqual({
    kind: 'device',
    path: '/dev/usb/lp0',
  });
});

test('a port number that is none is sent as one that is out of range, for the backend to name the field', () => {
  const connection = toPrinter({ ...printerValues(null), kind: 'tcp', port: '91oo' })?.connection;
  expect(connection).toMatchObject({ port: 0 });
});

test('a reader with a USB identity is kept by it, whatever socket it is in', () => {
  const listed = { path: '/dev/ttyUSB0', usb };
  const known = [{ key: listedPortKey(listed), port: { usb } }];
  expect(toReader({ port: listedPortKey(listed), path: '', baudRate: 115_200 }, known)).toEqual({
    port: { usb },
    baudRate: 115_200,
  });
});

test('a typed path is the port, a setting comes back from its form, and none is none', () => {
  const setting: ReaderSetting = { port: { path: '/dev/ttyS1' }, baudRate: 9600 };
  const known = [{ key: portKey(setting.port), port: setting.port }];
  expect(toReader(readerValues(setting), known)).toEqual(setting);
  expect(toReader({ port: OTHER_PORT, path: ' COM3 ', baudRate: 9600 }, [])).toEqual({
    port: { path: 'COM3' },
    baudRate: 9600,
  });
  expect(toReader({ port: NO_PORT, path: 'COM3', baudRate: 9600 }, known)).toBeNull();
});

test('an address that is missing is asked for before anything is sent', () => {
  expect(wrongInPrinter({ ...printerValues(null), kind: 'tcp' })).toEqual({ host: 'field.needed' });
  expect(wrongInPrinter({ ...printerValues(null), kind: 'spooler', queue: ' ' })).toEqual({
    queue: 'field.needed',
  });
  expect(wrongInPrinter(printerValues(null))).toEqual({});
  expect(wrongInReader({ port: OTHER_PORT, path: '', baudRate: 9600 })).toEqual({ path: 'field.needed' });
});

test('a refused setting stands beside its field, by its reason where there is more than one', () => {
  const refused = (field: string, reason: string) =>
    deviceFieldsRefused(new ORPCError('SETTING_WRONG', { data: { field, reason } }));
  expect(refused('host', 'SHAPE')).toEqual({ host: 'field.host' });
  expect(refused('path', 'SHAPE')).toEqual({ path: 'field.path' });
  expect(refused('path', 'NOT_A_DEVICE')).toEqual({ path: 'field.noDevice' });
  expect(deviceFieldsRefused(new ORPCError('DISK_FULL'))).toEqual({});
});
