// `npm run demo`: the main job on the sample property, through the real app and both simulated devices.
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from '../../electron/tools/build.ts';
import { findElectron } from '../../electron/tools/find-electron.ts';
import { ensureDemo } from '../../electron/tools/simulator/machine.ts';
import { startSimulatedDesk, type PrintedSlip } from '../../electron/tools/simulator/simulated-desk.ts';
import { launchApp } from '../support/launch-app.ts';
import { readFacts } from './demo-facts.ts';
import { createDemoRecord } from './demo-record.ts';
import { tellStory } from './demo-story.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'demo-output');
const SLIP_MS = 20_000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(seed: number): Promise<boolean> {
  await ensureDemo();
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(join(FOLDER, 'screens'), { recursive: true });
  const made = await buildAll();
  if (made.length > 0) say(`Built ${made.join(', ')}.`);

  const temporary = await mkdtemp(join(tmpdir(), 'foyer-demo-'));
  const dataDir = join(temporary, 'data');
  const record = createDemoRecord(FOLDER, say);
  const host = findElectron() === null ? 'the electron host' : 'Electron';
  try {
    await demonstrate(dataDir, seed, record);
    const facts = await record.step('the journal verifies', () => Promise.resolve(readFacts(dataDir)));
    return (await record.write({ host, seed, facts })).ok;
  } catch (error) {
    await record.write({ host, seed, facts: null });
    complain(error);
    return false;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function demonstrate(
  dataDir: string,
  seed: number,
  record: ReturnType<typeof createDemoRecord>,
): Promise<void> {
  const slips = createSlipTray();
  await using devices = await startSimulatedDesk({
    folder: join(FOLDER, 'passes'),
    printerPort: 0,
    onSlip: slips.take,
    onError: slips.jam,
  });
  const launched = await record.step('the devices and the desk start', () =>
    launchApp({ dataDir, seed, reader: devices.readerPath, printer: devices.printerAddress }),
  );
  try {
    await tellStory({ page: launched.page, devices, record, slip: slips.nth });
  } catch (error) {
    await launched.page.screenshot({ path: join(FOLDER, 'screens', 'failed.png') }).catch(() => {});
    throw error;
  } finally {
    await launched.close();
  }
}

/** Where the slips fall; one can be waited for. */
function createSlipTray() {
  const waiting = new Map<number, PromiseWithResolvers<PrintedSlip>>();
  const place = (count: number): PromiseWithResolvers<PrintedSlip> => {
    const known = waiting.get(count) ?? Promise.withResolvers<PrintedSlip>();
    waiting.set(count, known);
    return known;
  };
  return {
    take: (slip: PrintedSlip): void => place(slip.count).resolve(slip),
    jam(error: unknown): void {
      for (const { reject } of waiting.values()) reject(error);
    },
    nth(count: number): Promise<PrintedSlip> {
      const late = setTimeout(
        () => place(count).reject(new Error(`slip ${count} did not come out of the printer`)),
        SLIP_MS,
      );
      return place(count).promise.finally(() => clearTimeout(late));
    },
  };
}

function complain(error: unknown): void {
  process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
}

// Playwright leaves a second rejection behind when a program does not start; the first one is the step's.
let unheard = false;
process.on('unhandledRejection', (error) => {
  unheard = true;
  complain(error);
});

const { values } = parseArgs({ options: { seed: { type: 'string', default: '1' } }, strict: false });
try {
  const ok = await run(Number(values.seed));
  process.exitCode = ok && !unheard ? 0 : 1;
} catch (error) {
  complain(error);
  process.exitCode = 1;
}
say(`demo-output: ${FOLDER}`);
