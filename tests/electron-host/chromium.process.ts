// Finds and starts the system's Chromium, cut off from every network but loopback, and speaks to it by pipe.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { createCdpClient } from './cdp.client.ts';
import type { CdpClient } from './cdp.client.ts';
import { report } from './report.ts';

export interface ChromiumSettings {
  headless: boolean;
  profile: string;
  temporary: string;
  locale: string;
  /** Opens the debugging port that Playwright asked for; the host itself needs none. */
  port: string | undefined;
  /** Switches that the app appended before it was ready. */
  appSwitches: ReadonlyMap<string, string>;
}

export interface Chromium {
  client: CdpClient;
  /** Opens a window without browser controls in the running Chromium (headed only). */
  openAppWindow(url: string): void;
  /** Resolves when the process has ended; kills it when it does not end by itself. */
  close(): Promise<void>;
  /** Resolves when the process has ended, with the last lines that it wrote. */
  exited: Promise<string>;
}

const HEADLESS_SHELLS = ['/usr/lib/chromium/chromium-headless-shell', 'chromium-headless-shell'];
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome'];
const CLOSE_MS = 3_000;
const LAST_WORDS = 5;

const OFF_FEATURES = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'MediaRouter',
  'Translate',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'PaintHolding',
];

const FLAGS = [
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-service-autorun',
  '--no-proxy-server',
  '--password-store=basic',
  '--force-color-profile=srgb',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--block-new-web-contents',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-field-trial-config',
  '--disable-hang-monitor',
  '--disable-infobars',
  '--disable-ipc-flooding-protection',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-search-engine-choice-screen',
  '--disable-sync',
  '--metrics-recording-only',
  '--enable-unsafe-swiftshader',
  '--allow-pre-commit-input',
  '--hide-crash-restore-bubble',
  '--enable-features=SkipListAccountsWithoutGaiaCookies',
  `--disable-features=${OFF_FEATURES.join(',')}`,
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findOnPath(name: string): string | undefined {
  if (name.startsWith('/')) return isExecutable(name) ? name : undefined;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function findFirst(names: readonly string[]): string | undefined {
  return names.map(findOnPath).find((path) => path !== undefined);
}

function findChromium(headless: boolean): { path: string; mode: string[] } {
  const chosen = process.env['FOYER_CHROMIUM'];
  const shell = headless ? findFirst(HEADLESS_SHELLS) : undefined;
  const path = chosen ?? shell ?? findFirst(BROWSERS);
  if (path === undefined) throw new Error('electron host: no Chromium found; install the package chromium');
  return { path, mode: headless && path !== shell ? ['--headless=new'] : [] };
}

/** A first start must not cover the page with a translate or restore bubble. */
function writePreferences(profile: string): void {
  const file = join(profile, 'Default', 'Preferences');
  if (existsSync(file)) return;
  mkdirSync(join(profile, 'Default'), { recursive: true });
  const preferences = {
    translate: { enabled: false },
    profile: { exit_type: 'Normal', exited_cleanly: true },
  };
  writeFileSync(file, JSON.stringify(preferences));
}

/** What every process of this Chromium has to be told, also one that only asks it for a window. */
function identity(settings: ChromiumSettings): string[] {
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [`--user-data-dir=${settings.profile}`, '--test-type', ...root];
}

function flagsFor(settings: ChromiumSettings): string[] {
  const own = [`--lang=${settings.locale}`, `--accept-lang=${settings.locale}`];
  if (settings.port !== undefined) own.push(`--remote-debugging-port=${settings.port}`);
  for (const [name, value] of settings.appSwitches)
    own.push(value === '' ? `--${name}` : `--${name}=${value}`);
  return [...FLAGS, ...identity(settings), ...own];
}

/** Chromium's own chatter is dropped unless FOYER_HOST_LOG is set; Playwright waits for the DevTools line. */
function passOnLog(child: ChildProcess): string[] {
  const last: string[] = [];
  if (!child.stderr) return last;
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (last.push(line) > LAST_WORDS) last.shift();
    if (line.startsWith('DevTools listening') || process.env['FOYER_HOST_LOG'])
      process.stderr.write(`${line}\n`);
  });
  return last;
}

/** Starts Chromium without a window. It ends by itself when this process dies, because the pipe closes. */
export function startChromium(settings: ChromiumSettings): Chromium {
  const { path, mode } = findChromium(settings.headless);
  writePreferences(settings.profile);
  const env = { ...process.env, TMPDIR: settings.temporary };
  const child = spawn(path, [...mode, ...flagsFor(settings)], {
    env,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });
  const lastWords = passOnLog(child);
  const [, , , output, input] = child.stdio;
  const client = createCdpClient(input as Readable, output as Writable);
  // A broken pipe is told by the exit.
  output?.on('error', () => undefined);
  const exited = new Promise<string>((resolve) => {
    child.on('close', () => resolve(lastWords.join('\n')));
    child.on('error', (error) => resolve(error.message));
  });
  exited.then(() => client.end()).catch(report);

  return {
    client,
    exited,
    openAppWindow(url) {
      const opener = spawn(path, [...identity(settings), `--app=${url}`], { env, stdio: 'ignore' });
      opener.on('error', report);
    },
    async close() {
      const timer = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
      client.root.send('Browser.close').catch(() => (output as Writable).end());
      await exited;
      clearTimeout(timer);
    },
  };
}
