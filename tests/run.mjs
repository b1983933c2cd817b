#!/usr/bin/env node
// The door to all tests: starts on Node 20 with nothing installed, gets what is missing, goes on in Node 24.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureMachine } from '../electron/tools/ensure-machine.mjs';
import { ensureModules } from '../electron/tools/ensure-modules.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);

await ensureModules();
// The fast part needs neither a browser nor a serial port.
if (!args.includes('--fast') && !args.includes('--help')) {
  await ensureMachine({ packages: ['chromium', 'fonts', 'xvfb', 'socat'] });
}

const node24 = path.join(root, 'node_modules/.bin/node');
const node = existsSync(node24) ? node24 : process.execPath;
const { status } = spawnSync(node, [path.join(root, 'tests/run/main.ts'), ...args], {
  stdio: 'inherit',
  cwd: root,
});
process.exitCode = status ?? 1;
