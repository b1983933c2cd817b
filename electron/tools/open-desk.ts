// The second half of `npm start`, on Node 24: builds what is out of date and opens the desk, or shows the demo.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.ts';
import { desk, ROOT, say } from './desk.ts';
import { ensureMachine } from './ensure-machine.mjs';
import { waitFor } from './outlive.mjs';

const DEMO = join(ROOT, 'tests', 'demo', 'run.ts');
const flags = process.argv.slice(2);

/** Only Linux opens windows by these; elsewhere there is always a display. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function demo(): Promise<ChildProcess> {
  if (!existsSync(DEMO)) throw new Error('There is no display, and no demo to show instead.');
  await ensureMachine({ packages: ['chromium', 'headless', 'fonts', 'socat'] });
  say('There is no display: running the guided demo without a window.');
  return spawn(process.execPath, [DEMO, ...flags], { cwd: ROOT, stdio: 'inherit' });
}

try {
  const made = await buildAll();
  if (made.length > 0) say(`Built ${made.join(', ')}.`);
  const child = hasDisplay() ? (await desk())(flags) : await demo();
  process.exitCode = await waitFor(child);
} catch (error) {
  process.stderr.write(`foyer: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
