// `npm run dev`: builds, opens the desk, and builds and opens it again when a source changes.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.ts';
import { chooseElectron } from './find-electron.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCES = ['electron', 'renderer', 'db', 'resources', 'head-office'];
/** Editors save several files at once. */
const QUIET_MS = 150;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const choice = await chooseElectron({ log: say });
const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
let desk: ChildProcess | null = null;

function openDesk(): void {
  const opened = spawn(choice.executable, [...asRoot, ROOT, ...process.argv.slice(2)], { stdio: 'inherit' });
  // Closed by hand: the developer is done. Closed by a rebuild: `desk` is another one by then.
  opened.once('exit', (code) => opened === desk && process.exit(code ?? 1));
  desk = opened;
}

async function closeDesk(): Promise<void> {
  const closing = desk;
  desk = null;
  if (!closing || closing.exitCode !== null) return;
  closing.kill();
  await once(closing, 'exit');
}

async function rebuild(): Promise<void> {
  try {
    const made = await buildAll();
    if (made.length === 0) return;
    say(`built ${made.join(', ')}`);
    await closeDesk();
    openDesk();
  } catch (error) {
    say(`not built: ${error instanceof Error ? error.message : String(error)}`);
  }
}

let turn = buildAll().then(openDesk);
let timer: NodeJS.Timeout | undefined;
for (const folder of SOURCES) {
  watch(join(ROOT, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(rebuild);
    }, QUIET_MS);
  });
}
await turn;
