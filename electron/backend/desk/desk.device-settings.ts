// Which readers and which printer this installation has: kept beside the journal, not in it.
import { statSync } from 'node:fs';
import {
  lineReaderSetting,
  printerSetting,
  readerSetting,
  type LineReaderSetting,
  type PrinterSetting,
  type ReaderSetting,
} from '../../api/devices.contract.ts';
import { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handle.ts';
import { readInstallation, writeInstallation } from '../journal/journal.store.ts';
import type { PathKind } from './desk.device-settings.rules.ts';

const READER = 'device.reader';
const PRINTER = 'device.printer';
const LINE_READERS = 'device.lineReaders';

export interface DeviceSettings {
  /** Null where none is set up, or what is stored is of a later program. */
  reader(): ReaderSetting | null;
  printer(): PrinterSetting | null;
  lineReaders(): readonly LineReaderSetting[];
  keepReader(setting: ReaderSetting | null): void;
  keepPrinter(setting: PrinterSetting | null): void;
  keepLineReaders(settings: readonly LineReaderSetting[]): void;
}

export function createDeviceSettings({ db, write }: Pick<Database, 'db' | 'write'>): DeviceSettings {
  const keep = (name: string, setting: unknown): void =>
    write((tx) => writeInstallation(tx, name, JSON.stringify(setting)));
  return {
    reader: () => readStored(db, READER, readerSetting),
    printer: () => readStored(db, PRINTER, printerSetting),
    lineReaders: () => readStored(db, LINE_READERS, z.array(lineReaderSetting)) ?? [],
    keepReader: (setting) => keep(READER, setting),
    keepPrinter: (setting) => keep(PRINTER, setting),
    keepLineReaders: (settings) => keep(LINE_READERS, settings),
  };
}

function readStored<T>(db: Db, name: string, schema: z.ZodType<T>): T | null {
  const stored = schema.safeParse(JSON.parse(readInstallation(db, name) ?? 'null'));
  return stored.success ? stored.data : null;
}

/** Looks at a path without opening it: opening a device can make it do something. */
export function kindOfPath(path: string): PathKind {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) return 'missing';
    return found.isCharacterDevice() ? 'device' : 'other';
  } catch {
    return 'other';
  }
}
