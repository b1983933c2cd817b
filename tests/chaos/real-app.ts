// The same on the whole built app, window and all: main is killed under a hand that registers walk-ins.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { registerWalkIn, signIn } from '../e2e/desk-page.ts';
import { launchApp, type LaunchedApp } from '../support/launch-app.ts';
import type { ChaosOptions, ChaosReport } from './chaos.ts';
import { readKept } from './kept.store.ts';
import type { Kept } from './ledger.rules.ts';

/** A kill falls this long after the first form opens, in ms. */
const EARLIEST = 500;
const LATEST = 5000;

export type AppReport = Pick<ChaosReport, 'kills' | 'failures'> & { readonly acknowledged: number };

/** Kills main (and with it window and backend) `kills` times on the sample property. Needs `npm run build`. */
export async function killRealApp({ kills, seed, say }: ChaosOptions): Promise<AppReport> {
  const dataDir = join(mkdtempSync(join(tmpdir(), 'foyer-chaos-app-')), 'data');
  const random = seededRandom(seed);
  const acknowledged = new Map<string, string>();
  const failures: { kill: number; faults: readonly string[] }[] = [];
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      const desk = await open(dataDir, seed);
      await workUntilKilled(desk, kill, EARLIEST + random.below(LATEST - EARLIEST), acknowledged);
      const { kept, broken } = readKept(join(dataDir, DATABASE_FILE));
      const faults = [...broken, ...findLost(acknowledged, kept)];
      if (faults.length > 0) failures.push({ kill, faults });
      say(`kill ${kill + 1} of ${kills}, the app: ${acknowledged.size} walk-ins shown as registered`);
    }
    // It must still open after the last one.
    const desk = await open(dataDir, seed);
    await desk.close();
    return { kills, failures, acknowledged: acknowledged.size };
  } finally {
    rmSync(join(dataDir, '..'), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function open(dataDir: string, seed: number): Promise<LaunchedApp> {
  const desk = await launchApp({ dataDir, seed });
  try {
    await signIn(desk.page);
    return desk;
  } catch (error) {
    await desk.close();
    throw error;
  }
}

/** Registers until the kill; what the window showed as registered is acknowledged. */
async function workUntilKilled(
  { app, page }: LaunchedApp,
  kill: number,
  afterMs: number,
  acknowledged: Map<string, string>,
): Promise<void> {
  let alive = true;
  const work = async (): Promise<void> => {
    for (let n = 0; alive; n += 1) {
      const name = `测试${kill}次${n}号`;
      const number = await registerWalkIn(page, name);
      acknowledged.set(number, name);
    }
  };
  const working = work().catch((error: unknown) => {
    if (alive) throw error;
  });
  await Promise.race([sleep(afterMs), working]);
  alive = false;
  const main = app.process();
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  main.once('exit', () => resolve());
  main.kill('SIGKILL');
  await Promise.all([gone, working]);
}

function findLost(acknowledged: ReadonlyMap<string, string>, { visits, journals }: Kept): string[] {
  const numbers = visits.map(({ number }) => number);
  const lost = [...acknowledged.keys()].filter((number) => !numbers.includes(number));
  return [
    ...lost.map((number) => `${number} was shown as registered and is not there`),
    ...(new Set(numbers).size === numbers.length ? [] : ['a number was given twice']),
    ...(journals === 1 ? [] : [`there are ${journals} journals: a kill must not begin a new one`]),
  ];
}
