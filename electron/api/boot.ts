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
  /** IANA zone in which the sample property lies; left out or null: its own. A desk on file keeps the zone it has. */
  readonly sampleZone?: string | null;
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
 * Why a typed recovery key opened nothing. LENGTH, SYMBOL, CHECK: a slip of the hand, in a group (from 1) where that is
 * known. WRONG_KEY: well typed, of an older sheet or another property. NO_SHEET: none was made for this database.
 */
export const RECOVERY_PROBLEMS = ['LENGTH', 'SYMBOL', 'CHECK', 'WRONG_KEY', 'NO_SHEET'] as const;

/** A recovery key that was typed and opened nothing; nothing was changed. */
export interface RecoveryRefusal {
  readonly problem: (typeof RECOVERY_PROBLEMS)[number];
  /** Counted from 1; null where no single group is wrong. */
  readonly group: number | null;
}

/** What mending a damaged database would build on, and what it would bring. Nothing was changed to find out. */
export interface DamageFacts {
  /** The newest backup that is whole and opens with this key: when it was made (UTC ms) and its entries. */
  readonly backup: { readonly madeAt: number; readonly events: number } | null;
  /** Entries behind the backup that can still be read, and those known to have been written that cannot. */
  readonly readable: number;
  readonly lost: number;
}

/** What mending came to. */
export interface MendedFacts {
  /** Entries behind the backup that were taken over. */
  readonly kept: number;
  readonly lost: number;
  /** What printed numbers carry from now on. */
  readonly letter: string;
}

/** What main asks of a backend that refused its folder. One at a time; the folder is closed before and after. */
export type Rescue =
  | { readonly act: 'recover'; readonly typed: string }
  | { readonly act: 'examine' }
  | { readonly act: 'mend' };

/** The answer to a `rescue`. `failed`: the folder is as it was; `reference` is the log's number. */
export type RescueOutcome =
  | { readonly outcome: 'recovered'; readonly propertyKey: Uint8Array }
  | ({ readonly outcome: 'notRecovered' } & RecoveryRefusal)
  | ({ readonly outcome: 'examined' } & DamageFacts)
  | ({ readonly outcome: 'mended' } & MendedFacts)
  | { readonly outcome: 'failed'; readonly reference: string };

/**
 * Main → backend. `start` comes once and first; each `port` message carries one MessagePort in `ports[0]`, the
 * conversation with one window; `rescue` comes after a refusal only; after `stop` the backend closes the database and
 * exits with 0.
 */
export type ToBackend =
  | {
      readonly type: 'start';
      readonly propertyKey: Uint8Array | null;
      readonly config: BackendConfig;
      /** Somebody chose to go on without the key that the database was made under: this one is to take its place. */
      readonly replaceKey?: boolean;
    }
  | { readonly type: 'port' }
  | { readonly type: 'rescue'; readonly rescue: Rescue }
  | { readonly type: 'stop' };

/**
 * Backend → main. Exactly one of the first two follows `start`, one `rescued` each `rescue`. `reference` is the log number of what went wrong; it
 * carries nothing personal and no path.
 */
export type FromBackend =
  | { readonly type: 'ready' }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly reference: string }
  | { readonly type: 'rescued'; readonly outcome: RescueOutcome };
