// What main and the backend say to each other over parentPort: start, a port for a window, stop.

/** Name of the database file in a data folder. Main looks for it before it would make a new property key. */
export const DATABASE_FILE = 'foyer.db';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * `desk` is a real counter, `sample` the invented property of `--sample`, `training` that property once more in a
 * folder of its own beside either, for practice: marked everywhere, without backups, with simulated devices.
 */
export type PropertyKind = 'desk' | 'sample' | 'training';

export interface PrinterAddress {
  readonly host: string;
  readonly port: number;
}

/** Everything the backend may know of its surroundings; it reads no environment and no command line. */
export interface BackendConfig {
  /** Absolute path; made by main before the backend starts. */
  readonly dataDir: string;
  readonly property: PropertyKind;
  /** Seed of the sample property; the same seed gives the same property. */
  readonly seed: number;
  readonly language: Language;
  /** Serial device of the card reader, or null where none is set on the command line. */
  readonly reader: string | null;
  readonly printer: PrinterAddress | null;
  /** A folder of this desk alone for its backups, best on another drive. Without it: `backups` in the data folder. */
  readonly backupDir?: string | null;
  readonly appVersion: string;
}

/** Why a backend will not open a data folder. Restarting does not help; someone has to act first. */
export const REFUSAL_CODES = [
  'DATABASE_NEWER',
  'KEY_MISSING',
  'DATABASE_DAMAGED',
  'DATABASE_LOCKED',
  'DISK',
  'UNKNOWN',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/**
 * Main → backend. `start` comes once and first; each `port` message carries one MessagePort in `ports[0]`, the
 * conversation with one window; after `stop` the backend closes the database and exits with 0.
 */
export type ToBackend =
  | { readonly type: 'start'; readonly propertyKey: Uint8Array | null; readonly config: BackendConfig }
  | { readonly type: 'port' }
  | { readonly type: 'stop' };

/**
 * Backend → main. Exactly one of the two follows `start`. `reference` is the log number of what went wrong; it
 * carries nothing personal and no path.
 */
export type FromBackend =
  | { readonly type: 'ready' }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly reference: string };
