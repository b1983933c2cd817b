// Which serial ports this machine has, and which of them is the reader's.
import { readdir } from 'node:fs/promises';

export interface UsbIdentity {
  vendorId: string;
  productId: string;
  serialNumber: string | null;
}

export interface SerialPortInfo {
  path: string;
  /** What a person may recognise it by: its maker, else its path. */
  label: string;
  usb: UsbIdentity | null;
}

/** A port by its path, or by the USB device behind it: its path changes with the socket it is plugged into. */
export type PortChoice = { path: string } | { usb: UsbIdentity };

/** What the library says of a port, as far as it is used. */
interface LibraryPort {
  path: string;
  manufacturer?: string | undefined;
  vendorId?: string | undefined;
  productId?: string | undefined;
  serialNumber?: string | undefined;
}

interface PortSources {
  list: () => Promise<readonly LibraryPort[]>;
  namesIn: (folder: string) => Promise<readonly string[]>;
}

const systemSources: PortSources = {
  list: async () => (await import('serialport')).SerialPort.list(),
  namesIn: (folder) => readdir(folder),
};

const linuxPortName = /^(tty(USB|ACM|S|AMA|XRUSB|WCHUSB)|rfcomm)\d+$/;

/**
 * Lists the ports. Never rejects: where the system's own list cannot be had (no udev), the names in `/dev` are taken,
 * and where there are none, the list is empty. Readers with a USB or HID plug that are no serial ports are not in it.
 */
export async function listSerialPorts(sources: PortSources = systemSources): Promise<SerialPortInfo[]> {
  try {
    return (await sources.list()).map(fromLibrary);
  } catch {
    const byId = await namesOrNone(sources, '/dev/serial/by-id');
    const names = await namesOrNone(sources, '/dev');
    return [
      ...byId.map((name) => ({ path: `/dev/serial/by-id/${name}`, label: name, usb: null })),
      ...names
        .filter((name) => linuxPortName.test(name))
        .map((name) => ({ path: `/dev/${name}`, label: name, usb: null })),
    ];
  }
}

/** The path to open for a choice, or null while that device is not plugged in. */
export async function resolvePort(
  choice: PortChoice,
  list: () => Promise<readonly SerialPortInfo[]> = listSerialPorts,
): Promise<string | null> {
  if ('path' in choice) return choice.path;
  const wanted = choice.usb;
  const found = (await list()).find(
    ({ usb }) =>
      usb !== null &&
      sameId(usb.vendorId, wanted.vendorId) &&
      sameId(usb.productId, wanted.productId) &&
      (wanted.serialNumber === null || usb.serialNumber === wanted.serialNumber),
  );
  return found?.path ?? null;
}

function fromLibrary({ path, manufacturer, vendorId, productId, serialNumber }: LibraryPort): SerialPortInfo {
  const usb =
    vendorId === undefined || productId === undefined
      ? null
      : { vendorId, productId, serialNumber: serialNumber ?? null };
  return { path, label: manufacturer ?? path, usb };
}

async function namesOrNone(sources: PortSources, folder: string): Promise<readonly string[]> {
  try {
    return await sources.namesIn(folder);
  } catch {
    return [];
  }
}

function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
