// Makes node_modules agree with the lock file. Plain JavaScript: runs on Node 20 with nothing installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

/**
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * True when everything the lock file names is installed in that version. Optional packages may be missing: they are
 * for other machines. `installed` is npm's own record, `node_modules/.package-lock.json`.
 * @param {Lock} lock
 * @param {Lock} installed
 */
export function modulesAreCurrent(lock, installed) {
  return Object.entries(lock.packages ?? {}).every(([place, wanted]) => {
    if (!place.includes('node_modules/')) return true;
    const found = installed.packages?.[place];
    return found ? found.version === wanted.version : wanted.optional === true;
  });
}

/** @param {string} file @returns {Lock} */
function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** Runs `npm ci` when something is missing; prints one line before it does. Throws when npm fails. */
export function ensureModules(root = ROOT) {
  const lock = readLock(path.join(root, 'package-lock.json'));
  const installed = readLock(path.join(root, 'node_modules', '.package-lock.json'));
  if (modulesAreCurrent(lock, installed)) return;
  process.stdout.write('Installing what package-lock.json names (npm ci) …\n');
  const { status } = spawnSync('npm', ['ci'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0)
    throw new Error('npm ci failed (see above). Mend that and start again; nothing else was changed.');
}

/**
 * The Node 24 that npm installed for this machine, or null where there is none (macOS): then the Node that runs has
 * to be 24 itself.
 */
function findNode24(root = ROOT) {
  const folder = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const file = path.join(root, 'node_modules', folder, 'bin', name);
  return existsSync(file) ? file : null;
}

/**
 * Path of a Node 24: the one that runs, else the installed one. Throws when neither is 24, because better-sqlite3
 * would end an older Node without a word.
 */
export function requireNode24(root = ROOT) {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  const found = findNode24(root);
  if (found) return found;
  throw new Error(
    `Foyer needs Node 24 on this machine; this is ${process.versions.node}. Install it and start again.`,
  );
}
