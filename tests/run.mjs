#!/usr/bin/env node
// The door to all tests: starts on Node 20 with nothing installed, gets what is missing, goes on in Node 24.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureMachine } from '../electron/tools/ensure-machine.mjs';
import { ensureModules, requireNode24 } from '../electron/tools/ensure-modules.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const args = process.argv.slice(2);

/**
 * What a stage needs of the machine; a stage that is not named here needs nothing but Node.
 * @type {Record<string, Parameters<typeof ensureMachine>[0]['packages']>}
 */
const NEEDS = {
  unit: ['fonts'],
  scenario: ['fonts', 'socat'],
  device: ['fonts', 'socat', 'cups'],
  host: ['chromium', 'headless', 'fonts', 'xvfb'],
  e2e: ['chromium', 'headless', 'fonts', 'xvfb', 'socat', 'pinyin', 'pdf'],
};

const named = args.filter((arg) => !arg.startsWith('-'));
const every = args.includes('--fast') ? ['unit', 'scenario'] : Object.keys(NEEDS);
const packages = (named.length > 0 ? named : every).flatMap((stage) => NEEDS[stage] ?? []);

ensureModules();
if (!args.includes('--help')) await ensureMachine({ packages: [...new Set(packages)] });

// What comes after this line may use everything that was installed.
const { status } = spawnSync(requireNode24(), [path.join(root, 'tests/run/main.ts'), ...args], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
