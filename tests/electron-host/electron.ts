// The module `electron` of the host: wires its parts together and exports what the app may import.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Electron from 'electron';
import { createApp } from './app.ts';
import { createSession } from './app.session.ts';
import { createWindows } from './browser.window.ts';
import { startChromium } from './chromium.process.ts';
import type { Chromium } from './chromium.process.ts';
import { createAskInPage, createDesktop, createNativeTheme } from './desktop.ts';
import type { DesktopRecord } from './desktop.ts';
import { readOptions } from './host.options.ts';
import { createIpcMain } from './ipc.main.ts';
import { colorSchemeMedia } from './page.ts';
import { createTargets } from './page.targets.ts';
import type { Targets } from './page.targets.ts';
import { createMainPorts } from './port.channel.ts';
import { createPortExchange } from './port.exchange.ts';
import { report } from './report.ts';
import { createAddressMap } from './request.address.ts';
import { startInterceptor } from './request.interceptor.ts';
import type { RequestRules } from './request.interceptor.ts';
import { createRunDirectory } from './run.directory.ts';
import { createSafeStorage } from './safe.storage.ts';
import { strict } from './strict.ts';
import { createUtilities } from './utility.process.ts';

const SCREEN = { width: 1920, height: 1080 };

const options = readOptions(process.argv.slice(1), process.cwd());
const headless = !process.env['DISPLAY'] || process.env['FOYER_HEADLESS'] === '1';
const electronVersion = readElectronVersion();
const records: DesktopRecord[] = [];
const rules: RequestRules = { handlers: new Map(), beforeRequest: null, headersReceived: null };
const addresses = createAddressMap(() => rules.handlers.keys());
const exchange = createPortExchange();
const ports = createMainPorts(exchange);
const ipc = createIpcMain();
const web = createSession(rules);
const utilities = createUtilities({ exchange, ports, electronVersion });
const targets = Promise.withResolvers<Targets>();
let chromium: Chromium | undefined;

/** The version of the types, which is the version that the app is written for. */
function readElectronVersion(): string {
  const file = new URL('../../node_modules/electron/package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

async function start(): Promise<void> {
  const temporary = createRunDirectory();
  const kept = options.switches.get('user-data-dir');
  const profile = kept === undefined ? join(temporary, 'profile') : join(kept, 'electron-host-profile');
  const port = options.switches.get('remote-debugging-port');
  const locale = life.locale();
  chromium = startChromium({ headless, profile, temporary, locale, port, appSwitches: life.appended });
  const { root } = chromium.client;
  try {
    await startInterceptor({ root, addresses, rules, mayNavigate: windows.mayNavigate });
    targets.resolve(await createTargets(chromium, headless));
  } catch (error) {
    await chromium.close();
    throw new Error(`Chromium did not start\n${await chromium.exited}`, { cause: error });
  }
  chromium.exited.then(life.onChromiumGone).catch(report);
}

async function end(): Promise<void> {
  await Promise.allSettled([utilities.endAll(), chromium?.close()]);
}

const colorScheme = () => (nativeTheme.themeSource === 'system' ? undefined : nativeTheme.themeSource);

const life = createApp({ options, start, end, windows: () => windows.getAll() });

const ask = createAskInPage(() => (headless ? undefined : windows.pages().at(-1)?.session));

const windows = createWindows({
  records,
  ask,
  ipc,
  exchange,
  ports,
  addresses,
  headless,
  colorScheme,
  session: web.session,
  targets: targets.promise,
  onCreated: life.onContentsCreated,
  onAllClosed: life.onAllClosed,
  onCloseRefused: life.onCloseRefused,
  applyPermissions: async (contents) => {
    if (chromium) await web.applyPermissions(chromium.client.root, contents);
  },
});

const desktop = createDesktop(records, SCREEN, ask);

export const { app } = life;
export const { dialog, shell, Menu, powerMonitor, screen } = desktop;
export const { net, protocol } = web;
export const session = web.module;
export const ipcMain = ipc.api;
export const utilityProcess = utilities.api;
export const safeStorage = createSafeStorage(() => app.getPath('userData'), app.isReady);
export const nativeTheme = createNativeTheme(() => {
  const media = colorSchemeMedia(colorScheme());
  for (const { session: page } of windows.pages())
    page.send('Emulation.setEmulatedMedia', media).catch(() => undefined);
});

export const webContents = strict('webContents', {
  fromDevToolsTargetId: (targetId: string) => windows.contentsOfTarget(targetId),
});

/** The app says `new`; a function that returns an object serves as well as a class. */
export const BrowserWindow = Object.assign(
  function BrowserWindow(settings?: Electron.BrowserWindowConstructorOptions): object {
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    return windows.create(settings);
  },
  { getAllWindows: windows.getAll, fromWebContents: windows.fromContents },
);

export function MessageChannelMain(): object {
  return ports.createChannel();
}

Object.assign(globalThis, { electronHostRecords: records });
Object.assign(process, { type: 'browser' });
Object.defineProperty(process.versions, 'electron', { value: electronVersion, enumerable: true });
process.env['FOYER_ELECTRON_HOST'] = 'chromium';
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
