// The conversation between a window and main: what preload exposes as `window.desktop`, and its channels.
import type { Language, PropertyKind, RefusalCode, Rescue, RescueOutcome } from './boot.ts';

/** Channel names of ipcMain and ipcRenderer. No other file spells them. */
export const DESKTOP_CHANNELS = {
  state: 'desktop:state',
  retryBackend: 'desktop:retry-backend',
  setAppearance: 'desktop:set-appearance',
  openSample: 'desktop:open-sample',
  openTraining: 'desktop:open-training',
  leaveTraining: 'desktop:leave-training',
  printSheet: 'desktop:print-sheet',
  saveSheetPdf: 'desktop:save-sheet-pdf',
  rescue: 'desktop:rescue',
  /** Main → window: a BackendStatus. */
  backend: 'desktop:backend',
  /** Main → preload: one MessagePort to the backend. */
  port: 'desktop:port',
} as const;

/** `data.type` of the window message by which preload hands the page a port (`event.ports[0]`). */
export const PORT_MESSAGE = 'foyer:port';

export const APPEARANCES = ['light', 'dark', 'system'] as const;
export type Appearance = (typeof APPEARANCES)[number];

/**
 * Where the backend stands. `lost`: it died and starts again by itself after `retryInMs`. `gaveUp`: it died five
 * times in a minute; only `retryBackend()` starts it again. `refused`: it will not open this data folder.
 */
export type BackendStatus =
  | { readonly state: 'starting' }
  | { readonly state: 'ready' }
  | { readonly state: 'lost'; readonly retryInMs: number }
  | { readonly state: 'gaveUp' }
  | { readonly state: 'refused'; readonly code: RefusalCode; readonly reference: string };

export interface DesktopState {
  readonly appVersion: string;
  /** `electron-host` is the stand-in for demo, training and tests; the window shows that it runs there. */
  readonly host: 'electron' | 'electron-host';
  /** `file`: the OS has no key store, so the property key lies in a file of mode 0600; the window warns. */
  readonly keyStore: 'os' | 'file';
  readonly property: PropertyKind;
  /** Counts the properties opened since the start: with another one, nothing that was shown is true any more. */
  readonly opened: number;
  /** Somebody practised here before: training can go on from there. */
  readonly practised: boolean;
  /** Language the program was started in; the window may switch at any time. */
  readonly language: Language;
  /** By the command line: whoever signs in does not change it. */
  readonly languageGiven: boolean;
  readonly backend: BackendStatus;
}

/**
 * Why a sheet is not on paper or in its file. `inUse`: another program has the file open. `failed`: the printer or the
 * disk gave no better reason. Nothing half written is left behind.
 */
export type SheetFailure = 'noPrinter' | 'diskFull' | 'notAllowed' | 'inUse' | 'failed';

/** `done`: handed to the system's printing, or written under `file`, a name without its folder. */
export type SheetOutcome =
  | { readonly outcome: 'done'; readonly file: string | null }
  | { readonly outcome: 'cancelled' }
  | { readonly outcome: 'failed'; readonly reason: SheetFailure };

/** What a sheet's file may be called: its title and its time, never a person. Main adds the ending. */
export const SHEET_FILE_NAME = /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,79}$/u;
/**
 * What a window asks about a folder that was refused. `recover`: open it by the recovery key that somebody typed or
 * scanned. `goOnLocked`: go on under a new key; what the missing one sealed stays locked until its sheet turns up.
 * `examine`: what mending damage would build on and bring. `mend`: mend it, without starting the backend.
 */
export type RescueAsked = Rescue | { readonly act: 'goOnLocked' };

/** `opened`: the key is stored and the backend starts with it. `notRecovered`, `failed`: nothing was changed. */
export type RescueAnswer = { readonly outcome: 'opened' } | Exclude<RescueOutcome, { outcome: 'recovered' }>;

/** `window.desktop`. Calls reject only when main refuses the message itself. */
export interface DesktopApi {
  state(): Promise<DesktopState>;
  /** Starts the backend again at once, also after it gave up or refused. */
  retryBackend(): Promise<void>;
  /** Native parts and `prefers-color-scheme` follow; the choice is not kept by main. */
  setAppearance(appearance: Appearance): Promise<void>;
  /** Leaves the data folder that is open and starts the backend on the sample property. */
  openSample(): Promise<void>;
  /** Leaves the data folder that is open for training mode; `startOver` throws away what was practised before. */
  openTraining(startOver: boolean): Promise<void>;
  /** Back to the property that the program was started for. Does nothing outside training. */
  leaveTraining(): Promise<void>;
  /** Prints the A4 sheet that lies over the window by the system's dialog; answers when that is closed. */
  printSheet(): Promise<SheetOutcome>;
  /** Asks where, and writes the sheet as PDF; `name` is only proposed. */
  saveSheetPdf(name: string): Promise<SheetOutcome>;
  /** Helps with a folder that was refused; one at a time. */
  rescue(asked: RescueAsked): Promise<RescueAnswer>;
  /** Calls the listener at every change, not for the present status (see `state`). Returns the unsubscriber. */
  onBackend(listener: (status: BackendStatus) => void): () => void;
}

declare global {
  interface Window {
    readonly desktop: DesktopApi;
  }
}
