// Proves that the ports are listed wherever the program runs, and the reader is found again in another socket.
import { describe, expect, it } from 'vitest';
import { listSerialPorts, resolvePort } from './port-list.ts';

const reader = {
  path: 'COM7',
  manufacturer: 'wch.cn',
  vendorId: '1A86',
  productId: '7523',
  serialNumber: 'A1',
};
const readerUsb = { vendorId: '1a86', productId: '7523', serialNumber: 'A1' };

const noUdev = () => Promise.reject(new Error('spawn udevadm ENOENT'));

describe('the list of ports', () => {
  it('is what the system says', async () => {
    const ports = await listSerialPorts({
      list: () => Promise.resolve([reader, { path: '/dev/ttyS0' }]),
      namesIn: () => Promise.resolve([]),
    });
    expect(ports).toEqual([
      { path: 'COM7', label: 'wch.cn', usb: { vendorId: '1A86', productId: '7523', serialNumber: 'A1' } },
      { path: '/dev/ttyS0', label: '/dev/ttyS0', usb: null },
    ]);
  });

  it('is read from /dev where the system cannot say', async () => {
    const folders = new Map([
      ['/dev/serial/by-id', ['usb-1a86_USB_Serial-if00-port0']],
      ['/dev', ['null', 'tty', 'tty1', 'ttyUSB0', 'ttyACM1', 'ttyS0', 'ttyprintk', 'rfcomm0']],
    ]);
    const ports = await listSerialPorts({
      list: noUdev,
      namesIn: (folder) => Promise.resolve(folders.get(folder) ?? []),
    });
    expect(ports.map(({ path }) => path)).toEqual([
      '/dev/serial/by-id/usb-1a86_USB_Serial-if00-port0',
      '/dev/ttyUSB0',
      '/dev/ttyACM1',
      '/dev/ttyS0',
      '/dev/rfcomm0',
    ]);
  });

  it('is empty, not an error, where nothing can be read', async () => {
    expect(await listSerialPorts({ list: noUdev, namesIn: noUdev })).toEqual([]);
  });

  it('can be asked for on this machine', async () => {
    expect(Array.isArray(await listSerialPorts())).toBe(true);
  });
});

describe('the port of the reader', () => {
  const plugged =
    (...ports: (typeof reader)[]) =>
    () =>
      listSerialPorts({ list: () => Promise.resolve(ports), namesIn: () => Promise.resolve([]) });

  it('is the path where a path was chosen', async () => {
    expect(await resolvePort({ path: '/dev/ttyS0' }, plugged())).toBe('/dev/ttyS0');
  });

  it('follows the USB device to another socket, and is none while it is unplugged', async () => {
    expect(await resolvePort({ usb: readerUsb }, plugged(reader))).toBe('COM7');
    expect(await resolvePort({ usb: readerUsb }, plugged({ ...reader, path: 'COM9' }))).toBe('COM9');
    expect(await resolvePort({ usb: readerUsb }, plugged())).toBe(null);
  });

  it('is not that of another device of the same make, unless any will do', async () => {
    const another = { ...reader, serialNumber: 'B2' };
    expect(await resolvePort({ usb: readerUsb }, plugged(another))).toBe(null);
    expect(await resolvePort({ usb: { ...readerUsb, serialNumber: null } }, plugged(another))).toBe('COM7');
  });
});
