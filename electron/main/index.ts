// The main process: small modules started in order. What each does stands in its own file.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { app, Menu, nativeTheme, utilityProcess } from 'electron';
import { DATABASE_FILE } from '../api/boot.ts';
import type { PropertyKind } from '../api/boot.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { createBackendProcess } from './backend-process.ts';
import type { StartMessage } from './backend-process.ts';
import { readCommandLine } from './command-line.ts';
import type { LaunchOptions } from './command-line.ts';
import { serveDesktop } from './desktop.ts';
import { folders, keyFile } from './folders.ts';
import { openKeyVault } from './key-vault.ts';
import { debuggingSwitch } from './package-guard.ts';
import { openPropertyKey, replacePropertyKey } from './property-key.ts';
import { createRescue } from './rescue.ts';
import { createSheets } from './sheets.ts';
import { windowPaper } from './window-paper.ts';
import { confineWebContents, denyPermissions } from './security.ts';
import { createSmokeTest } from './smoke.ts';
import { clearTrainingFolder, markTrainingFolder, refuseTrainingFolder } from './training-folder.ts';
import { createWindows } from './windows.ts';

const NO_DEVICES = { reader: null, printer: null } as const;
const OUT = join(import.meta.dirname, '..');
const HOST = process.env['FOYER_ELECTRON_HOST'] ? 'electron-host' : 'electron';

/** Ends the program before or instead of opening; 2 is a start that was refused. */
function leave(exitCode: number, reason: string): void {
  process.stderr.write(`foyer: ${reason}\n`);
  app.exit(exitCode);
}

const random = (bytes: number): Uint8Array => new Uint8Array(randomBytes(bytes));

function later(ms: number, action: () => void): () => void {
  const timer = setTimeout(action, ms);
  return () => clearTimeout(timer);
}

async function open(options: LaunchOptions): Promise<void> {
  const place = folders(options, app.getPath('userData'));
  mkdirSync(place.profile, { recursive: true, mode: 0o700 });
  app.setPath('userData', place.profile);
  if (!app.requestSingleInstanceLock()) {
    return leave(options.smoke ? 1 : 0, 'this data folder is open already; its window comes up');
  }
  registerAppScheme();
  confineWebContents();

  await app.whenReady();
  denyPermissions();
  serveApp(join(OUT, 'renderer'));
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);

  const vault = await openKeyVault(process.platform);
  const home: PropertyKind = sampleOnly() ? 'sample' : options.property;
  let property: PropertyKind = options.training ? 'training' : home;
  let opened = 0;
  let startOver = false;
  let keyStore: 'os' | 'file' = vault ? 'os' : 'file';

  /** What was opened last: a click meanwhile may have asked for another property. */
  let atHand: PropertyKind = property;
  /** Set for one start of that property: a later one, or another one, opens with the key that is there. */
  let replaceKeyOf: PropertyKind | null = null;

  async function prepare(): Promise<StartMessage> {
    // A click meanwhile asks for another property; this start is of one and the same throughout.
    const kind = property;
    atHand = kind;
    const dataDir = place.data[kind];
    const key = keyFile(place.profile, dataDir);
    const replaced = replaceKeyOf === kind;
    replaceKeyOf = null;
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    if (kind === 'training') {
      if (startOver) await clearTrainingFolder(dataDir, key);
      await markTrainingFolder(dataDir);
      // Only now: a start that failed before is asked for again.
      startOver = false;
    } else refuseTrainingFolder(dataDir);
    if (replaced) await storeKey(random(32));
    const own = await openPropertyKey({
      file: key,
      databaseExists: existsSync(join(dataDir, DATABASE_FILE)),
      vault,
      random,
    });
    keyStore = own.store;
    const { seed, sampleZone, language } = options;
    // What the counter prints on is none of a trainee's, unless the start asked for both.
    const { reader, printer } = kind === 'training' && !options.training ? NO_DEVICES : options;
    // Backups of what is invented never lie among those of a desk.
    const backupDir = kind === options.property ? options.backupDir : null;
    const config = {
      ...{ dataDir, property: kind, seed, sampleZone, language, reader, printer, backupDir },
      appVersion: app.getVersion(),
    };
    return { type: 'start', propertyKey: own.key, config, replaceKey: replaced };
  }

  function storeKey(key: Uint8Array): Promise<void> {
    return replacePropertyKey({ file: keyFile(place.profile, place.data[atHand]), key, vault });
  }

  const backend = createBackendProcess({
    fork: () => utilityProcess.fork(join(OUT, 'backend', 'index.js'), [], { serviceName: 'Foyer backend' }),
    now: () => performance.now(),
    later,
    changed(status) {
      windows.announce(status);
      smoke?.heard(status);
    },
  });
  const windows = createWindows({
    preload: join(OUT, 'preload', 'index.cjs'),
    status: () => backend.status(),
    connect: (port) => backend.connect(port),
  });
  function openOther(kind: PropertyKind): Promise<void> {
    property = kind;
    opened += 1;
    return backend.open(prepare);
  }

  const smoke = options.smoke
    ? createSmokeTest({
        later,
        end: (exitCode, reason) => void backend.stop().then(() => leave(exitCode, reason)),
      })
    : null;

  const rescue = createRescue({
    ...{ rescue: backend.rescue, storeKey, restart: backend.retry, later },
    async startWithNewKey() {
      const status = backend.status();
      if (status.state !== 'refused' || status.code !== 'KEY_MISSING') return;
      replaceKeyOf = atHand;
      await backend.retry();
      replaceKeyOf = null;
    },
  });

  serveDesktop({
    rescue,
    state: async () => ({
      appVersion: app.getVersion(),
      host: HOST,
      keyStore,
      ...{ property, opened },
      practised: existsSync(join(place.data.training, DATABASE_FILE)),
      language: options.language,
      languageGiven: options.languageGiven,
      backend: backend.status(),
    }),
    retryBackend: () => backend.retry(),
    async setAppearance(appearance) {
      nativeTheme.themeSource = appearance;
    },
    openSample: () => openOther('sample'),
    openTraining(over) {
      startOver = over;
      return openOther('training');
    },
    leaveTraining: async () => (property === 'training' ? openOther(home) : undefined),
    ...createSheets(windowPaper()),
  });

  app.on('second-instance', () => windows.focus());
  app.on('window-all-closed', () => app.quit());
  quitAfter(() => backend.stop());
  await Promise.all([backend.open(prepare), windows.open()]);
  smoke?.painted();
}

/** The stand-in for Electron shows invented people only, unless its owner says otherwise. */
function sampleOnly(): boolean {
  return HOST === 'electron-host' && process.env['FOYER_HOST_REAL'] !== '1';
}

/** Holds the end of the program until `stop` has settled. */
function quitAfter(stop: () => Promise<void>): void {
  let stopped = false;
  app.on('will-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    const end = (): void => {
      stopped = true;
      app.quit();
    };
    stop().then(end, end);
  });
}

async function start(): Promise<void> {
  const argv = process.argv.slice(1);
  const debugging = app.isPackaged ? debuggingSwitch(argv) : undefined;
  if (debugging) return leave(2, `${debugging} is not allowed in the installed program`);
  await open(readCommandLine(argv));
}

start().catch((error: unknown) => leave(2, error instanceof Error ? error.message : String(error)));
