// What may be set as this desk's reader and printer. Device paths are the admin's word, so each is looked at hard.
import {
  BAUD_RATES,
  MOST_LINE_READERS,
  type LineReaderSetting,
  type PrinterSetting,
  type ReaderSetting,
  type SETTING_FIELDS,
  type SETTING_PROBLEMS,
} from '../../api/devices.contract.ts';

export interface SettingFault {
  readonly field: (typeof SETTING_FIELDS)[number];
  readonly reason: (typeof SETTING_PROBLEMS)[number];
}

/** What stands at a path. */
export type PathKind = 'device' | 'missing' | 'other';

export interface SettingSurroundings {
  readonly kindOf: (path: string) => PathKind;
  readonly windows: boolean;
}

/** Null: it may be set. A reader that is not plugged in now may. */
export function faultOfReader(setting: ReaderSetting, around: SettingSurroundings): SettingFault | null {
  const { port, baudRate } = setting;
  if (!BAUD_RATES.some((rate) => rate === baudRate)) return { field: 'baudRate', reason: 'RANGE' };
  if ('usb' in port || /^COM[1-9]\d{0,2}$/i.test(port.path)) return null;
  return faultOfPath(port.path, around);
}

/** Whether another one stands at this port. */
export function takenBy(others: readonly ReaderSetting[], { port }: ReaderSetting): SettingFault | null {
  return others.some((other) => nameOf(other.port) === nameOf(port))
    ? { field: 'path', reason: 'TAKEN' }
    : null;
}

function nameOf(port: ReaderSetting['port']): string {
  if ('path' in port) return port.path;
  const { vendorId, productId, serialNumber } = port.usb;
  return `${vendorId}:${productId}`.toLowerCase() + (serialNumber === null ? '' : ` ${serialNumber}`);
}

/**
 * The list of readers with this one in it: in its old place where it was one of them. `cardReader` is the ID card reader's
 * setting. A port is opened by one of them only.
 */
export function withLineReader(
  reader: LineReaderSetting,
  all: readonly LineReaderSetting[],
  cardReader: ReaderSetting | null,
  around: SettingSurroundings,
): SettingFault | readonly LineReaderSetting[] {
  const fault = faultOfReader(reader, around);
  if (fault) return fault;
  const others = all.filter(({ id }) => id !== reader.id);
  const taken = takenBy(cardReader ? [...others, cardReader] : others, reader);
  if (taken) return taken;
  if (others.length >= MOST_LINE_READERS) return { field: 'path', reason: 'TOO_MANY' };
  return others.length === all.length
    ? [...all, reader]
    : all.map((each) => (each.id === reader.id ? reader : each));
}

export function faultOfPrinter(
  { connection }: PrinterSetting,
  around: SettingSurroundings,
): SettingFault | null {
  switch (connection.kind) {
    case 'tcp':
      if (!isHost(connection.host)) return { field: 'host', reason: 'SHAPE' };
      return connection.port >= 1 && connection.port <= 65_535 ? null : { field: 'port', reason: 'RANGE' };
    case 'device':
      // Windows has no device files.
      if (around.windows) return { field: 'path', reason: 'NOT_ON_THIS_SYSTEM' };
      return faultOfPath(connection.path, around);
    case 'spooler':
      return isQueue(connection.queue) ? null : { field: 'queue', reason: 'SHAPE' };
  }
}

/** A path that is not there is believed below /dev only, where a device comes when it is plugged in. */
function faultOfPath(path: string, { kindOf }: SettingSurroundings): SettingFault | null {
  const whole = /^\/[^\p{Cc}]+$/u.test(path) && !path.split('/').includes('..');
  if (!whole) return { field: 'path', reason: 'SHAPE' };
  const kind = kindOf(path);
  const believed = kind === 'device' || (kind === 'missing' && path.startsWith('/dev/'));
  return believed ? null : { field: 'path', reason: 'NOT_A_DEVICE' };
}

/** A host name or an address of either kind, alone: no port, no user, nothing to be resolved into something else. */
function isHost(host: string): boolean {
  const bare = host.includes(':') ? `[${host}]` : host;
  return /^[A-Za-z0-9._:-]+$/.test(host) && !/^[-.]/.test(host) && URL.canParse(`http://${bare}/`);
}

/** No system's queue names begin with a dash, and a command would take it for an option. */
function isQueue(queue: string): boolean {
  return /^[^\p{Cc}\s-]([^\p{Cc}]*\S)?$/u.test(queue) && queue.length <= 127;
}
