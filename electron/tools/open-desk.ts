// The second half of `npm start`, on Node 24: builds what is out of date and opens the desk, or shows the demo.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.ts';
import { desk, ROOT, say } from './desk.ts';
import { ensureMachine } from './ensure-machine.mjs';

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
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
} catch (error) {
  process.stderr.write(`foyer: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
