// Finds what the desk runs on: Electron's own program, or the stand-in for it. Plain JavaScript.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const PROBE_MS = 4000;
const INSTALL_MS = 5 * 60_000;

/**
 * @typedef {Record<string, string | undefined>} Environment
 * @typedef {{ readonly executable: string, readonly host: 'electron' | 'electron-host', readonly why: string }} Choice
 */

const PROGRAM = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/** The stand-in of tests/electron-host, which takes Electron's command line. */
export function electronHost(root = ROOT) {
  return path.join(root, 'tests', 'electron-host', 'electron-host');
}

/**
 * Path of an Electron program that is already on this machine, or null. Looks itself and never loads the package
 * `electron`, because loading it starts a download that may wait for minutes. Throws when FOYER_ELECTRON names a
 * file that is not there.
 * @param {{ root?: string, env?: Environment, platform?: string }} [where]
 */
export function findElectron({ root = ROOT, env = process.env, platform = process.platform } = {}) {
  const named = env.FOYER_ELECTRON;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`FOYER_ELECTRON names ${named}, which is not there.`);
  }
  const program = PROGRAM[/** @type {'win32' | 'darwin'} */ (platform)] ?? 'electron';
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return firstThere(path.join(override, program));
  const folder = path.join(root, 'node_modules', 'electron');
  const built = path.join(folder, 'dist', 'version');
  if (!existsSync(built) || readFileSync(built, 'utf8').trim().replace(/^v/, '') !== wantedVersion(folder))
    return null;
  return firstThere(path.join(folder, 'dist', program));
}

/**
 * Electron if it is here or can be had in reasonable time, else the host. FOYER_HOST=chromium takes the host without
 * asking; in CI nothing is downloaded.
 * @param {{ root?: string, env?: Environment, log?: (line: string) => void }} [where]
 * @returns {Promise<Choice>}
 */
export async function chooseElectron({ root = ROOT, env = process.env, log = () => {} } = {}) {
  /** @param {string} why @returns {Choice} */
  const host = (why) => ({ executable: electronHost(root), host: 'electron-host', why });
  if (env.FOYER_HOST === 'chromium') return host('FOYER_HOST=chromium asks for it');
  const found = findElectron({ root, env });
  if (found) return { executable: found, host: 'electron', why: found };
  if (env.CI) return host('CI does not download Electron');
  const folder = path.join(root, 'node_modules', 'electron');
  const url = downloadUrl(wantedVersion(folder), env);
  if (!(await answers(url))) return host('the download host of Electron does not answer');
  log('Downloading Electron, once …');
  spawnSync(process.execPath, [path.join(folder, 'install.js')], { stdio: 'inherit', timeout: INSTALL_MS });
  const installed = findElectron({ root, env });
  return installed
    ? { executable: installed, host: 'electron', why: installed }
    : host('Electron could not be downloaded');
}

/**
 * Where @electron/get will look, by the same variables.
 * @param {string} version
 * @param {Environment} env
 */
export function downloadUrl(version, env, platform = process.platform, arch = process.arch) {
  const mirror = env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror;
  const base = mirror ?? 'https://github.com/electron/electron/releases/download/';
  const folder = (env.ELECTRON_CUSTOM_DIR ?? 'v{{ version }}').replace('{{ version }}', version);
  return `${base}${folder}/electron-v${version}-${platform}-${arch}.zip`;
}

/** @param {string} url */
async function answers(url) {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_MS) })).ok;
  } catch {
    return false;
  }
}

/** @param {string} file */
function firstThere(file) {
  return existsSync(file) ? file : null;
}

/** @param {string} folder */
function wantedVersion(folder) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
}
