// Opens the built desk for a test: real Electron or its host, each start with folders of its own.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import type { ElectronApplication, Page } from 'playwright';
import { electronHost, findElectron } from '../../electron/tools/find-electron.ts';
import { SPEC_ZONE } from './spec-zone.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface LaunchSettings {
  /** A folder from an earlier start, to open it again with its key; else a new one that `close` removes. */
  readonly dataDir?: string;
  /** Default true. A real desk needs `sample: false` and, on the host, FOYER_HOST_REAL=1, which is set here. */
  readonly sample?: boolean;
  /** Begins in training mode, beside the desk or the sample property. */
  readonly training?: boolean;
  readonly seed?: number;
  /** Path of the card reader's device. */
  readonly reader?: string;
  /** `tcp://127.0.0.1:PORT`. */
  readonly printer?: string;
  readonly language?: 'zh-CN' | 'en';
  readonly env?: Readonly<Record<string, string>>;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The desk's window; its page is loaded, the backend may still be starting. */
  readonly page: Page;
  readonly dataDir: string;
  /** Quits as a user would, and removes the folders unless `dataDir` was given. */
  close(): Promise<void>;
}

/**
 * Launches through Playwright's `_electron` only, so that every spec runs unchanged on the host and, with
 * FOYER_ELECTRON=/path, on a real binary. The built program has to be in out/ (`npm run build`).
 */
export async function launchApp(settings: LaunchSettings = {}): Promise<LaunchedApp> {
  const own = settings.dataDir === undefined ? await mkdtemp(join(tmpdir(), 'foyer-e2e-')) : null;
  const dataDir = settings.dataDir ?? join(own ?? '', 'data');
  // Beside the data folder, because the property key lies here: a second start must find it again.
  const profile = `${dataDir}-profile`;
  const temporary = `${dataDir}-tmp`;
  await Promise.all([dataDir, profile, temporary].map((folder) => mkdir(folder, { recursive: true })));

  const app = await _electron.launch({
    executablePath: findElectron() ?? electronHost(),
    cwd: ROOT,
    args: [`--user-data-dir=${profile}`, ROOT, '--data-dir', dataDir, ...flags(settings)],
    env: { ...environment(), TMPDIR: temporary, FOYER_HOST_REAL: '1', ...settings.env },
  });
  try {
    const page = await app.firstWindow();
    // The first page handed out may be the blank one that a window begins with.
    await page.waitForFunction(() => 'desktop' in globalThis && document.readyState === 'complete');
    return { app, page, dataDir, close };
  } catch (error) {
    await close();
    throw error;
  }

  async function close(): Promise<void> {
    await app.close();
    const leftovers = own ? [own] : [temporary];
    await Promise.all(leftovers.map((folder) => rm(folder, { recursive: true, force: true })));
  }
}

function flags(settings: LaunchSettings): string[] {
  const { sample = true, training = false, seed, reader, printer, language } = settings;
  return [
    ...(sample ? ['--sample'] : []),
    ...(training ? ['--training'] : []),
    ...(seed === undefined ? [] : ['--seed', String(seed)]),
    ...['--zone', SPEC_ZONE],
    ...(reader === undefined ? [] : ['--reader', reader]),
    ...(printer === undefined ? [] : ['--printer', printer]),
    ...(language === undefined ? [] : ['--lang', language]),
  ];
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
