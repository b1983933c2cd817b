// What an admin may set as reader and printer: every refusal names its field.
import { describe, expect, test } from 'vitest';
import type { LineReaderSetting, PrinterConnection, ReaderSetting } from '../../api/devices.contract.ts';
import {
  faultOfPrinter,
  faultOfReader,
  withLineReader,
  type PathKind,
} from './desk.device-settings.rules.ts';

const around = (kind: PathKind = 'device', windows = false) => ({ kindOf: () => kind, windows });
const readerAt = (path: string, baudRate = 115_200): ReaderSetting => ({ port: { path }, baudRate });
const printerAt = (connection: PrinterConnection) =>
  ({ connection, profile: 'rom80', answersStatus: true }) as const;
const tcp = (host: string, port = 9100) => printerAt({ kind: 'tcp', host, port });
const spooler = (queue: string) => printerAt({ kind: 'spooler', queue });
const device = (path: string) => printerAt({ kind: 'device', path });

describe('a reader', () => {
  test.each(['COM3', 'com12', '/dev/ttyUSB0', '/dev/serial/by-id/usb-1a86-if00'])('may be at %s', (path) => {
    expect(faultOfReader(readerAt(path), around())).toBeNull();
  });

  test('may be a USB device, wherever it is plugged in', () => {
    const usb = { vendorId: '1a86', productId: '7523', serialNumber: null };
    expect(faultOfReader({ port: { usb }, baudRate: 9600 }, around('other'))).toBeNull();
  });

  test('may be unplugged while it is set, below /dev only', () => {
    expect(faultOfReader(readerAt('/dev/ttyUSB0'), around('missing'))).toBeNull();
    expect(faultOfReader(readerAt('/tmp/ttyUSB0'), around('missing'))).toEqual({
      field: 'path',
      reason: 'NOT_A_DEVICE',
    });
  });

  test.each(['', 'ttyUSB0', 'COM0', 'COM1234', '/dev/../etc/passwd', '/dev/tty\nUSB0', '\\\\.\\COM3'])(
    'is not at "%s"',
    (path) => {
      expect(faultOfReader(readerAt(path), around())).toEqual({ field: 'path', reason: 'SHAPE' });
    },
  );

  test('is no ordinary file', () => {
    expect(faultOfReader(readerAt('/etc/passwd'), around('other'))).toEqual({
      field: 'path',
      reason: 'NOT_A_DEVICE',
    });
  });

  test('speaks at a rate that readers know', () => {
    expect(faultOfReader(readerAt('COM3', 300), around())).toEqual({ field: 'baudRate', reason: 'RANGE' });
  });
});

describe('the readers of tags and codes', () => {
  const tagReader = (nth: number, path = `COM${nth}`): LineReaderSetting => ({
    ...{ id: `0190a0b0-0000-7000-8000-00000000000${nth}`, kind: 'tag', format: 'dec10', byteOrder: 'msb' },
    ...readerAt(path, 9600),
  });
  const [first, second] = [tagReader(1), tagReader(2)];

  test('are kept in the order in which they came, also when one is changed', () => {
    expect(withLineReader(second, [first], null, around())).toEqual([first, second]);
    const moved = tagReader(1, 'COM7');
    expect(withLineReader(moved, [first, second], null, around())).toEqual([moved, second]);
    expect(withLineReader(first, [first, second], null, around())).toEqual([first, second]);
  });

  test('each have a port of their own', () => {
    const taken = { field: 'path', reason: 'TAKEN' };
    expect(withLineReader(tagReader(3, 'COM1'), [first], null, around())).toEqual(taken);
    expect(withLineReader(first, [], readerAt('COM1'), around())).toEqual(taken);
  });

  test('are no more than a desk has room for', () => {
    const all = [1, 2, 3, 4, 5, 6, 7, 8].map((nth) => tagReader(nth));
    expect(withLineReader(tagReader(9), all, null, around())).toEqual({ field: 'path', reason: 'TOO_MANY' });
  });

  test('stand at a device, as every reader does', () => {
    expect(withLineReader(tagReader(1, '/etc/passwd'), [], null, around('other'))).toEqual({
      ...{ field: 'path', reason: 'NOT_A_DEVICE' },
    });
  });
});

describe('a printer', () => {
  test.each(['192.168.1.50', 'printer.lobby.example', 'slip-1', '::1', 'fe80::1'])('may be at %s', (host) => {
    expect(faultOfPrinter(tcp(host), around())).toBeNull();
  });

  test.each([
    '',
    ' ',
    '999.1.1.1',
    '192.168.1.50:9100',
    'a b',
    'user@host',
    '-h',
    '.',
    'host/x',
    '打印机',
    '[::1]',
  ])('is not at "%s"', (host) => {
    expect(faultOfPrinter(tcp(host), around())).toEqual({ field: 'host', reason: 'SHAPE' });
  });

  test.each([0, -1, 65_536])('has no port %i', (port) => {
    expect(faultOfPrinter(tcp('10.0.0.5', port), around())).toEqual({ field: 'port', reason: 'RANGE' });
  });

  test('may be a device file, but not on Windows, and never an ordinary file', () => {
    expect(faultOfPrinter(device('/dev/usb/lp0'), around())).toBeNull();
    expect(faultOfPrinter(device('/dev/usb/lp0'), around('device', true))).toEqual({
      field: 'path',
      reason: 'NOT_ON_THIS_SYSTEM',
    });
    expect(faultOfPrinter(device('/home/desk/slip'), around('other'))).toEqual({
      field: 'path',
      reason: 'NOT_A_DEVICE',
    });
    expect(faultOfPrinter(device('COM3'), around())).toEqual({ field: 'path', reason: 'SHAPE' });
  });

  test.each(['SLIP80', '前台小票', 'XP-80C (copy 1)', '\\\\server\\slip'])(
    'may be the queue "%s", on Windows too',
    (queue) => {
      expect(faultOfPrinter(spooler(queue), around())).toBeNull();
      expect(faultOfPrinter(spooler(queue), around('device', true))).toBeNull();
    },
  );

  test.each(['', ' ', '-d', 'a\nb', ' SLIP', 'SLIP ', 'x'.repeat(128)])('is not the queue "%s"', (queue) => {
    expect(faultOfPrinter(spooler(queue), around())).toEqual({ field: 'queue', reason: 'SHAPE' });
  });
});
