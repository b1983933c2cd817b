// `npm run simulator`: readers and a printer without hardware, worked from a keyboard menu.
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { say } from './desk.ts';
import { ensureSimulators } from './simulator/machine.ts';
import { createMenu } from './simulator/menu.ts';
import { startSimulatedDesk, type PrintedSlip } from './simulator/simulated-desk.ts';

const USAGE = `npm run simulator -- [--out DIR] [--port N]
  --out DIR   where each slip goes as a picture (a folder in the system's temporary one)
  --port N    the printer's TCP port on 127.0.0.1 (9100)`;

const OPTIONS = {
  out: { type: 'string', default: join(tmpdir(), 'foyer-slips') },
  port: { type: 'string', default: '9100' },
  help: { type: 'boolean', default: false },
} as const;

async function run(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  const printerPort = Number(values.port);
  if (values.help || !Number.isInteger(printerPort) || printerPort < 0 || printerPort > 65_535) {
    say(USAGE);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  await ensureSimulators();
  const folder = resolve(values.out);
  await using desk = await startSimulatedDesk({ folder, printerPort, onSlip: tell, onError: complain });
  const menu = createMenu(desk);
  say(`Card reader and printer are ready; slips go to ${folder}`);
  say(`  npm start -- --sample --reader ${desk.readerPath} --printer ${desk.printerAddress}\n`);
  say(`In the settings, for a tag reader (10 digits): ${desk.tagReaderPath}`);
  say(`and for a scanner: ${desk.scannerPath}\n`);
  say(`${menu.help}\n`);
  await keys(async (key) => {
    const done = await menu.press(key);
    if (done !== 'unknown') say(done === 'quit' ? 'Bye.' : done);
    return done !== 'quit';
  });
}

/** Hands each key over until one answers false or the input ends. */
async function keys(take: (key: string) => Promise<boolean>): Promise<void> {
  process.stdin.setEncoding('utf8');
  if (process.stdin.isTTY) process.stdin.setRawMode(true);
  try {
    for await (const typed of process.stdin as AsyncIterable<string>) {
      for (const key of typed) if (!(await take(key))) return;
    }
  } finally {
    if (process.stdin.isTTY) process.stdin.setRawMode(false);
    process.stdin.destroy();
  }
}

function tell({ count, picture, job }: PrintedSlip): void {
  const whole = job.complete ? '' : ' (the line broke before its end)';
  say(
    picture ? `Slip ${count}${whole}: ${picture}` : `Slip ${count} cannot be printed: ${job.problem ?? ''}`,
  );
}

function complain(error: unknown): void {
  process.stderr.write(`simulator: ${error instanceof Error ? error.message : String(error)}\n`);
}

try {
  await run();
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
