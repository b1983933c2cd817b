// `npm start`: from a fresh clone to an open desk. Plain JavaScript: begins on Node 20 with nothing installed.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureMachine } from './ensure-machine.mjs';
import { ensureModules, requireNode24 } from './ensure-modules.mjs';
import { chooseElectron } from './find-electron.mjs';

const ROOT = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const DEMO = path.join(ROOT, 'tests', 'demo', 'run.ts');

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Only Linux opens windows by these; elsewhere there is always a display. */
function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Runs a program to its end, handing it our signals, and ends with its exit code.
 * @param {string} command
 * @param {readonly string[]} args
 */
async function become(command, args) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  process.exitCode = typeof code === 'number' ? code : 1;
}

/** @param {readonly string[]} flags */
async function openWindow(flags) {
  const choice = await chooseElectron({ log: say });
  if (choice.host === 'electron-host') {
    const missing = await ensureMachine({ packages: ['chromium', 'fonts'] });
    if (missing.includes('Chromium'))
      throw new Error('Without Electron the desk needs Chromium to open its window.');
    say(`Opening on the electron host, for demo and training only: ${choice.why}.`);
  }
  // Chromium's sandbox refuses to start as root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  await become(choice.executable, [...(asRoot ? ['--no-sandbox'] : []), ROOT, ...flags]);
}

/** @param {readonly string[]} flags */
async function runDemo(flags) {
  if (!existsSync(DEMO)) throw new Error('There is no display, and no demo to show instead.');
  await ensureMachine({ packages: ['chromium', 'headless', 'fonts', 'socat'] });
  say('There is no display: running the guided demo without a window.');
  await become(process.execPath, [DEMO, ...flags]);
}

/** @param {readonly string[]} flags */
async function start(flags) {
  ensureModules();
  const node = requireNode24();
  if (node !== process.execPath) return become(node, [fileURLToPath(import.meta.url), ...flags]);
  const built = spawnSync(process.execPath, [path.join(ROOT, 'electron', 'tools', 'build.ts')], {
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Error('The program does not build (see above).');
  return hasDisplay() ? openWindow(flags) : runDemo(flags);
}

start(process.argv.slice(2)).catch((/** @type {unknown} */ error) => {
  process.stderr.write(`foyer: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
