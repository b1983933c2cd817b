// Makes the machine ready: browser, fonts, virtual display, serial pairs, printing, reading PDF back. Plain JavaScript, runs on Node 20.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/**
 * @typedef {'chromium' | 'headless' | 'fonts' | 'xvfb' | 'socat' | 'cups' | 'pinyin' | 'pdf'} Need
 * @typedef {{ debian: readonly string[], commands?: readonly string[], files?: readonly string[], what: string }} Part
 */

/** @type {Record<Need, readonly Part[]>} A part is there when one of its commands is, or one of its files. */
const PARTS = {
  chromium: [
    {
      what: 'Chromium',
      debian: ['chromium'],
      commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    },
  ],
  headless: [
    {
      what: 'Chromium headless shell',
      debian: ['chromium-headless-shell'],
      commands: ['chromium-headless-shell'],
    },
  ],
  fonts: [
    {
      what: 'Noto CJK fonts',
      debian: ['fonts-noto-cjk'],
      files: ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'],
    },
    {
      what: 'Noto emoji font',
      debian: ['fonts-noto-color-emoji'],
      files: ['/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf'],
    },
  ],
  xvfb: [{ what: 'Xvfb', debian: ['xvfb'], commands: ['Xvfb'] }],
  socat: [{ what: 'socat', debian: ['socat'], commands: ['socat'] }],
  pdf: [{ what: 'Poppler', debian: ['poppler-utils'], commands: ['pdftotext'] }],
  cups: [
    {
      what: 'CUPS',
      debian: ['cups', 'cups-client', 'cups-filters'],
      files: ['/usr/sbin/cupsd'],
    },
  ],
  pinyin: [
    {
      what: 'fcitx5 with pinyin',
      debian: ['fcitx5', 'fcitx5-pinyin', 'fcitx5-frontend-gtk3', 'dbus-daemon'],
      files: ['/usr/share/fcitx5/inputmethod/pinyin.conf'],
    },
    { what: 'xdotool', debian: ['xdotool'], commands: ['xdotool'] },
  ],
};

/** @param {string} command */
function onPath(command) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => existsSync(path.join(folder, command)));
}

/**
 * The parts that are missing among those needed.
 * @param {readonly Need[]} needs
 * @param {{ hasCommand: (command: string) => boolean, hasFile: (file: string) => boolean }} [look]
 */
export function missingParts(needs, look = { hasCommand: onPath, hasFile: existsSync }) {
  return needs
    .flatMap((need) => PARTS[need])
    .filter((part) => !(part.commands ?? []).some(look.hasCommand) && !(part.files ?? []).some(look.hasFile));
}

/** How root's commands are run here: as root, with sudo, or not at all (null). */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  if (!onPath('sudo')) return null;
  const asks = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0;
  return asks && !process.stdin.isTTY ? null : ['sudo'];
}

/** @param {readonly string[]} prefix @param {readonly string[]} args */
function aptGet(prefix, args) {
  const [command = 'apt-get', ...rest] = [...prefix, 'apt-get', ...args];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, rest, { stdio: ['inherit', 'ignore', 'inherit'], env }).status === 0;
}

/** @param {readonly string[]} prefix @param {readonly string[]} packages */
function aptInstall(prefix, packages) {
  return aptGet(prefix, ['install', '-y', '--no-install-recommends', ...packages]);
}

/**
 * Installs what is missing on Debian and Ubuntu, as root or with sudo; elsewhere only says what is missing. Resolves
 * with the names of what is still missing, so that the caller decides whether it can go on.
 * @param {{ packages: readonly Need[], log?: (line: string) => void }} wanted
 * @returns {Promise<string[]>}
 */
export async function ensureMachine({ packages, log = (line) => process.stdout.write(`${line}\n`) }) {
  const missing = missingParts(packages);
  if (missing.length === 0) return [];
  const names = missing.map((part) => part.what).join(', ');
  const prefix = process.platform === 'linux' && onPath('apt-get') ? rootPrefix() : null;
  if (!prefix) {
    log(
      `Missing on this machine: ${names}. Please install ${missing.length > 1 ? 'them' : 'it'} and start again.`,
    );
    return missing.map((part) => part.what);
  }
  log(`Installing ${names} (apt-get) …`);
  const debian = missing.flatMap((part) => part.debian);
  if (!aptInstall(prefix, debian)) {
    aptGet(prefix, ['update']);
    // One by one the second time, so that a package this release does not have keeps no other one away.
    if (!aptInstall(prefix, debian)) for (const name of debian) aptInstall(prefix, [name]);
  }
  const left = missingParts(packages).map((part) => part.what);
  if (left.length > 0) log(`Could not be installed: ${left.join(', ')}. Please install by hand.`);
  return left;
}
