// Finds what the desk runs on: Electron's own program, or the stand-in for it.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..', '..');
const PROBE_MS = 4000;
const INSTALL_MS = 5 * 60_000;

type Environment = Readonly<Record<string, string | undefined>>;

export interface ElectronChoice {
  readonly executable: string;
  readonly host: 'electron' | 'electron-host';
  /** Why it is the host; empty for Electron itself. */
  readonly why: string;
}

/** The stand-in of tests/electron-host, which takes Electron's command line. */
export function electronHost(root = ROOT): string {
  return join(root, 'tests', 'electron-host', 'electron-host');
}

/**
 * Path of an Electron program that is already on this machine, or null. Looks itself and never loads the package
 * `electron`, because loading it starts a download that may wait for minutes. Throws when FOYER_ELECTRON names a
 * file that is not there.
 */
export function findElectron(
  where: { readonly root?: string; readonly env?: Environment; readonly platform?: NodeJS.Platform } = {},
): string | null {
  const { root = ROOT, env = process.env, platform = process.platform } = where;
  const named = env['FOYER_ELECTRON'];
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`FOYER_ELECTRON names ${named}, which is not there.`);
  }
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return ifThere(join(override, programOf(platform)));
  const version = join(packageFolder(root), 'dist', 'version');
  if (!existsSync(version)) return null;
  if (readFileSync(version, 'utf8').trim().replace(/^v/, '') !== wantedVersion(root)) return null;
  return ifThere(join(packageFolder(root), 'dist', programOf(platform)));
}

/**
 * Electron if it is here or can be had in reasonable time, else the host. FOYER_HOST=chromium takes the host without
 * asking; in CI nothing is downloaded.
 */
export async function chooseElectron(
  where: {
    readonly root?: string;
    readonly env?: Environment;
    readonly log?: (line: string) => void;
  } = {},
): Promise<ElectronChoice> {
  const { root = ROOT, env = process.env, log = () => {} } = where;
  const host = (why: string): ElectronChoice => ({
    executable: electronHost(root),
    host: 'electron-host',
    why,
  });
  const electron = (executable: string): ElectronChoice => ({ executable, host: 'electron', why: '' });

  if (env['FOYER_HOST'] === 'chromium') return host('FOYER_HOST=chromium asks for it');
  const found = findElectron({ root, env });
  if (found) return electron(found);
  if (env['CI']) return host('CI does not download Electron');
  if (!(await answers(downloadUrl(wantedVersion(root), env)))) {
    return host('the download host of Electron does not answer');
  }
  log('Downloading Electron, once …');
  const installer = join(packageFolder(root), 'install.js');
  spawnSync(process.execPath, [installer], { stdio: 'inherit', timeout: INSTALL_MS });
  const installed = findElectron({ root, env });
  return installed ? electron(installed) : host('Electron could not be downloaded');
}

/** Where @electron/get will look, by the same variables. */
export function downloadUrl(
  version: string,
  env: Environment,
  platform: string = process.platform,
  arch: string = process.arch,
): string {
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'];
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/';
  const folder = (env['ELECTRON_CUSTOM_DIR'] ?? 'v{{ version }}').replace('{{ version }}', version);
  return `${base}${folder}/electron-v${version}-${platform}-${arch}.zip`;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })).ok;
  } catch {
    return false;
  }
}

function programOf(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe';
  return platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

function packageFolder(root: string): string {
  return join(root, 'node_modules', 'electron');
}

function wantedVersion(root: string): string {
  const text = readFileSync(join(packageFolder(root), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function ifThere(file: string): string | null {
  return existsSync(file) ? file : null;
}
