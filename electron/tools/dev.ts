// `npm run dev`: builds, opens the desk, and builds and opens it again when a source changes.
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from './build.ts';
import { desk, ROOT, say } from './desk.ts';

const SOURCES = ['electron', 'renderer', 'db', 'resources', 'head-office'];
/** Editors save several files at once. */
const QUIET_MS = 150;

const open = await desk();
let running: ChildProcess | null = null;

function openDesk(): void {
  const opened = open(process.argv.slice(2));
  // Closed by hand: the developer is done. Closed by a rebuild: `running` is another one by then.
  opened.once('exit', (code) => {
    if (opened === running) process.exit(code ?? 1);
  });
  running = opened;
}

async function closeDesk(): Promise<void> {
  const closing = running;
  running = null;
  if (!closing || closing.exitCode !== null) return;
  closing.kill();
  await once(closing, 'exit');
}

async function rebuild(): Promise<void> {
  try {
    const made = await buildAll();
    if (made.length === 0 && running) return;
    if (made.length > 0) say(`Built ${made.join(', ')}.`);
    await closeDesk();
    openDesk();
  } catch (error) {
    say(`Not built: ${error instanceof Error ? error.message : String(error)}`);
  }
}

let turn = rebuild();
let timer: NodeJS.Timeout | undefined;
for (const folder of SOURCES) {
  watch(join(ROOT, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = turn.then(rebuild);
    }, QUIET_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void closeDesk().then(() => process.exit(0)));
}
