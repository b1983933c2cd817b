// Which reader and which printer this installation has: kept beside the journal, not in it.
import { statSync } from 'node:fs';
import {
  printerSetting,
  readerSetting,
  type PrinterSetting,
  type ReaderSetting,
} from '../../api/devices.contract.ts';
import type { z } from 'zod';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handle.ts';
import { readInstallation, writeInstallation } from '../journal/journal.store.ts';
import type { PathKind } from './desk.device-settings.rules.ts';

const READER = 'device.reader';
const PRINTER = 'device.printer';

export interface DeviceSettings {
  /** Null where none is set up, or what is stored is of a later program. */
  reader(): ReaderSetting | null;
  printer(): PrinterSetting | null;
  keepReader(setting: ReaderSetting | null): void;
  keepPrinter(setting: PrinterSetting | null): void;
}

export function createDeviceSettings({ db, write }: Pick<Database, 'db' | 'write'>): DeviceSettings {
  const keep = (name: string, setting: unknown): void =>
    write((tx) => writeInstallation(tx, name, JSON.stringify(setting)));
  return {
    reader: () => readStored(db, READER, readerSetting),
    printer: () => readStored(db, PRINTER, printerSetting),
    keepReader: (setting) => keep(READER, setting),
    keepPrinter: (setting) => keep(PRINTER, setting),
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
