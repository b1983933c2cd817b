// What the forms of reader and printer hold, as one flat table of fields each, and how it becomes a setting. Pure.
import { ORPCError } from '@orpc/client';
import { deviceErrors } from '../../../electron/api/devices.contract.ts';
import type {
  PrinterConnection,
  PrinterProfileId,
  PrinterSetting,
  ReaderSetting,
} from '../../../electron/api/devices.contract.ts';
import type { settings } from '../../copy/settings.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';

export type DeviceMessage = Extract<keyof typeof settings, `field.${string}`>;

/** Values of the port's select that are no port. */
export const NO_PORT = '';
export const OTHER_PORT = 'other';

export interface KnownPort {
  readonly key: string;
  readonly port: ReaderSetting['port'];
}

export interface ReaderValues {
  /** NO_PORT, OTHER_PORT, or a port as `portKey` writes it. */
  readonly port: string;
  /** The path typed for OTHER_PORT. */
  readonly path: string;
  readonly baudRate: number;
}

/** A port as text, to be the value of an option and to be read back by `portOf`. */
export function portKey(port: ReaderSetting['port']): string {
  return JSON.stringify(port);
}

/** The key of a port on the list; by its USB device where it has one, so that it is found in any socket. */
export function listedPortKey(listed: {
  readonly path: string;
  readonly usb: Extract<ReaderSetting['port'], { usb: unknown }>['usb'] | null;
}): string {
  return portKey(listed.usb ? { usb: listed.usb } : { path: listed.path });
}

export function readerValues(setting: ReaderSetting | null): ReaderValues {
  return {
    port: setting ? portKey(setting.port) : NO_PORT,
    path: '',
    baudRate: setting?.baudRate ?? 115_200,
  };
}

/** `known` are the ports that the select offers. Null: no reader. */
export function toReader(values: ReaderValues, known: readonly KnownPort[]): ReaderSetting | null {
  const { port, path, baudRate } = values;
  if (port === OTHER_PORT) return { port: { path: path.trim() }, baudRate };
  const chosen = known.find(({ key }) => key === port);
  return chosen ? { port: chosen.port, baudRate } : null;
}

export interface PrinterValues {
  readonly kind: PrinterConnection['kind'] | 'none';
  readonly host: string;
  readonly port: string;
  readonly path: string;
  readonly queue: string;
  readonly profile: PrinterProfileId;
  readonly answersStatus: boolean;
}

/** The ways to reach a printer that a system offers. */
export function connectionKinds(windows: boolean): readonly PrinterValues['kind'][] {
  return windows ? ['tcp', 'spooler', 'none'] : ['tcp', 'device', 'spooler', 'none'];
}

export function printerValues(setting: PrinterSetting | null): PrinterValues {
  const base = { host: '', port: '9100', path: '', queue: '' };
  if (!setting) return { ...base, kind: 'none', profile: 'rom80', answersStatus: true };
  const { connection, profile, answersStatus } = setting;
  const { kind, ...fields } = connection;
  const typed = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]));
  return { ...base, ...typed, kind, profile, answersStatus };
}

/** Null: no printer. */
export function toPrinter(values: PrinterValues): PrinterSetting | null {
  const { profile, answersStatus } = values;
  const connection = connectionOf(values);
  return connection && { connection, profile, answersStatus };
}

function connectionOf({ kind, host, port, path, queue }: PrinterValues): PrinterConnection | null {
  switch (kind) {
    case 'none':
      return null;
    case 'tcp':
      return { kind, host: host.trim(), port: /^\d{1,5}$/.test(port.trim()) ? Number(port) : 0 };
    case 'device':
      return { kind, path: path.trim() };
    case 'spooler':
      return { kind, queue: queue.trim() };
  }
}

/** The field that says where a printer is found. */
export const PLACE_FIELD = { tcp: 'host', device: 'path', spooler: 'queue' } as const;

/** What can be said before the backend is asked: only what is missing. */
export function wrongInPrinter(values: PrinterValues): FieldErrors<DeviceMessage> {
  if (values.kind === 'none') return {};
  const field = PLACE_FIELD[values.kind];
  return values[field].trim() === '' ? { [field]: 'field.needed' } : {};
}

export function wrongInReader({ port, path }: ReaderValues): FieldErrors<DeviceMessage> {
  return port === OTHER_PORT && path.trim() === '' ? { path: 'field.needed' } : {};
}

const SHAPES = {
  path: 'field.path',
  baudRate: 'field.wrong',
  host: 'field.host',
  port: 'field.port',
  queue: 'field.queue',
} as const;

const REASONS: Readonly<Record<string, DeviceMessage>> = {
  NOT_A_DEVICE: 'field.noDevice',
  NOT_ON_THIS_SYSTEM: 'field.noDeviceFiles',
  TAKEN: 'field.portTaken',
  TOO_MANY: 'field.tooManyReaders',
};

/** Where a refusal of a setting belongs. */
export function deviceFieldsRefused(error: unknown): FieldErrors<DeviceMessage> {
  if (!(error instanceof ORPCError) || error.code !== 'SETTING_WRONG') return {};
  const known = deviceErrors.SETTING_WRONG.data.safeParse(error.data);
  if (!known.success) return {};
  const { field, reason } = known.data;
  return { [field]: REASONS[reason] ?? SHAPES[field] };
}
