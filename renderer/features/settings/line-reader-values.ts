// What the form of a tag reader or a scanner holds, and how it becomes a setting. Pure.
import type { LineReaderKind, LineReaderSetting } from '../../../electron/api/devices.contract.ts';
import type { FieldErrors } from '../../ui/form-sending.ts';
import { NO_PORT, readerValues, toReader, wrongInReader } from './device-values.ts';
import type { DeviceMessage, KnownPort, ReaderValues } from './device-values.ts';

export type TagFormatValues = Pick<Extract<LineReaderSetting, { kind: 'tag' }>, 'format' | 'byteOrder'>;
export type CodeValues = Pick<Extract<LineReaderSetting, { kind: 'scanner' }>, 'encoding'>;
export type LineReaderValues = ReaderValues & TagFormatValues & CodeValues;

/** Null for a new one, as most of its kind leave the factory. */
export function lineReaderValues(setting: LineReaderSetting | null): LineReaderValues {
  return {
    ...readerValues(setting),
    ...(setting ? {} : { baudRate: 9600 }),
    ...(setting?.kind === 'tag' ? formatOf(setting) : { format: 'dec10', byteOrder: 'msb' }),
    encoding: setting?.kind === 'scanner' ? setting.encoding : 'utf8',
  };
}

function formatOf({ format, byteOrder }: TagFormatValues): TagFormatValues {
  return { format, byteOrder };
}

/** Null where no port is chosen. */
export function toLineReader(
  { id, kind }: { readonly id: string; readonly kind: LineReaderKind },
  values: LineReaderValues,
  known: readonly KnownPort[],
): LineReaderSetting | null {
  const reader = toReader(values, known);
  if (!reader) return null;
  return kind === 'tag'
    ? { ...reader, id, kind, ...formatOf(values) }
    : { ...reader, id, kind, encoding: values.encoding };
}

export function wrongInLineReader(values: LineReaderValues): FieldErrors<DeviceMessage> {
  return values.port === NO_PORT ? { port: 'field.needed' } : wrongInReader(values);
}
