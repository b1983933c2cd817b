// Starts the built desk on what this machine has, for `npm start` and `npm run dev`.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { ensureMachine } from './ensure-machine.mjs';
import { chooseElectron } from './find-electron.ts';

export const ROOT = join(import.meta.dirname, '..', '..');

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Chooses once; the returned function opens a desk each time it is called. Says so when it is the host. */
export async function desk(): Promise<(flags: readonly string[]) => ChildProcess> {
  const choice = await chooseElectron({ log: say });
  if (choice.host === 'electron-host') {
    const missing = await ensureMachine({ packages: ['chromium', 'fonts'] });
    if (missing.includes('Chromium')) {
      throw new Error('Without Electron the desk needs Chromium to open its window.');
    }
    say(`Opening on the electron host, for demo and training only: ${choice.why}.`);
  }
  // Chromium's sandbox refuses to start as root.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return (flags) => spawn(choice.executable, [...asRoot, ROOT, ...flags], { cwd: ROOT, stdio: 'inherit' });
}
