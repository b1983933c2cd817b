// The command line of the desk: what may be said to it, and what is refused.
import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LANGUAGES } from '../api/boot.ts';
import type { Language, PrinterAddress } from '../api/boot.ts';

export interface LaunchOptions {
  /** Whose desk it is; training lies beside it. */
  readonly property: 'desk' | 'sample';
  /** Begin in training mode. */
  readonly training: boolean;
  readonly seed: number;
  /** Where the sample property lies, as an IANA zone; null for its own. */
  readonly sampleZone: string | null;
  /** As typed; null means the usual place. */
  readonly dataDir: string | null;
  readonly profileDir: string | null;
  /** Where backups go instead of the data folder: a folder of this desk alone, best on another drive. Absolute. */
  readonly backupDir: string | null;
  readonly reader: string | null;
  readonly printer: PrinterAddress | null;
  readonly language: Language;
  /** Said on the command line: it then stands above the language of whoever signs in. */
  readonly languageGiven: boolean;
  readonly smoke: boolean;
}

/** A flag of ours with a value we do not take. Nothing has been opened yet. */
export class CommandLineRefused extends Error {
  override readonly name = 'CommandLineRefused';

  constructor(flag: string, expected: string) {
    super(`--${flag} wants ${expected}. Nothing was opened.`);
  }
}

const FLAGS = {
  sample: { type: 'boolean' },
  training: { type: 'boolean' },
  smoke: { type: 'boolean' },
  seed: { type: 'string' },
  zone: { type: 'string' },
  'data-dir': { type: 'string' },
  'user-data-dir': { type: 'string' },
  'backup-dir': { type: 'string' },
  reader: { type: 'string' },
  printer: { type: 'string' },
  lang: { type: 'string' },
} as const;

/**
 * Reads our flags, `--flag value` or `--flag=value`, the last one of a kind counts. Unknown flags pass: Chromium
 * has hundreds of its own. Throws CommandLineRefused.
 */
export function readCommandLine(argv: readonly string[]): LaunchOptions {
  const { values } = parseArgs({ args: [...argv], options: FLAGS, strict: false, allowPositionals: true });
  const text = (flag: keyof typeof FLAGS, expected: string): string | null => {
    const value = values[flag];
    if (value === undefined) return null;
    if (typeof value !== 'string' || value === '' || value.includes('\0')) {
      throw new CommandLineRefused(flag, expected);
    }
    return value;
  };
  const dataDir = text('data-dir', 'a folder');
  return {
    property: values.sample === true ? 'sample' : 'desk',
    training: values.training === true,
    smoke: values.smoke === true,
    seed: readSeed(text('seed', SEED_WANTED)),
    sampleZone: readZone(text('zone', ZONE_WANTED)),
    dataDir,
    profileDir: text('user-data-dir', 'a folder'),
    backupDir: readBackupDir(text('backup-dir', BACKUP_DIR_WANTED), dataDir),
    reader: readReader(text('reader', READER_WANTED)),
    printer: readPrinter(text('printer', PRINTER_WANTED)),
    language: readLanguage(text('lang', LANGUAGE_WANTED)),
    languageGiven: values.lang !== undefined,
  };
}

const BACKUP_DIR_WANTED = 'the full path of a folder that is not the data folder, such as /mnt/backup/foyer';
const SEED_WANTED = 'a whole number from 0 to 4294967295';
const ZONE_WANTED = 'a time zone such as Asia/Shanghai';
const READER_WANTED = 'a serial device such as COM3 or /dev/ttyUSB0';
const PRINTER_WANTED = 'an address such as tcp://192.168.1.50:9100';
const LANGUAGE_WANTED = LANGUAGES.join(' or ');

/** Only the form: a drive that is not plugged in yet must not keep the desk from opening, and is told in the window. */
function readBackupDir(value: string | null, dataDir: string | null): string | null {
  if (value === null) return null;
  const path = resolve(value);
  if (!isAbsolute(value) || (dataDir !== null && path === resolve(dataDir))) {
    throw new CommandLineRefused('backup-dir', BACKUP_DIR_WANTED);
  }
  return path;
}

function readSeed(value: string | null): number {
  if (value === null) return 1;
  const seed = Number(value);
  if (!/^\d{1,10}$/.test(value) || seed > 0xffff_ffff) throw new CommandLineRefused('seed', SEED_WANTED);
  return seed;
}

function readZone(value: string | null): string | null {
  if (value === null) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new CommandLineRefused('zone', ZONE_WANTED);
  }
}

/** Only the form: a reader that is not plugged in yet must not keep the desk from opening. */
function readReader(value: string | null): string | null {
  if (value === null || /^COM[1-9]\d{0,2}$/i.test(value)) return value;
  if (!value.startsWith('/') || value.split('/').includes('..')) {
    throw new CommandLineRefused('reader', READER_WANTED);
  }
  return value;
}

function readPrinter(value: string | null): PrinterAddress | null {
  if (value === null) return null;
  const [, host, digits] = /^tcp:\/\/([a-z0-9.-]+):(\d{1,5})\/?$/i.exec(value) ?? [];
  const port = Number(digits);
  if (!host || !(port >= 1 && port <= 65_535)) throw new CommandLineRefused('printer', PRINTER_WANTED);
  return { host, port };
}

function readLanguage(value: string | null): Language {
  if (value === null) return 'zh-CN';
  const language = LANGUAGES.find((known) => known === value);
  if (!language) throw new CommandLineRefused('lang', LANGUAGE_WANTED);
  return language;
}
