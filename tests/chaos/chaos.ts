// The chaos run: a desk that works, is killed at random moments, comes back, and is judged each time.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DATABASE_FILE, type BackendConfig } from '../../electron/api/boot.ts';
import type { ApiClient } from '../../electron/api/contract.ts';
import { composeBackend } from '../../electron/backend/compose.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { seededRandom, systemRandom } from '../../electron/backend/shared/random.ts';
import { furnish, openWindow, PIN, STAFF, TEST_KEY } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { createApp, type App, type Victim } from './app.ts';
import { CARDS, createDeskDay, type DeskDay } from './desk-day.ts';
import { readKept } from './kept.store.ts';
import { findFaults, findPaperFaults, type Kept } from './ledger.rules.ts';
import { startChaosPrinter, type ChaosPrinter } from './printer.ts';
import { findViewFaults } from './views.ts';

export interface ChaosOptions {
  readonly kills: number;
  readonly seed: number;
  /** One line about each kill. */
  readonly say: (line: string) => void;
}

export interface ChaosReport {
  readonly kills: number;
  /** What was wrong after which kill; the last entry, `kills`, is the end. */
  readonly failures: readonly { readonly kill: number; readonly faults: readonly string[] }[];
  readonly commands: number;
  /** Commands that got no answer and were sent again, and how many of them had been kept before the kill. */
  readonly repeated: number;
  readonly keptUnanswered: number;
  readonly passes: number;
  readonly torn: number;
  /** Jobs that were `unknown` after a kill and were answered by looking at the paper. */
  readonly asked: number;
  readonly viewChecks: number;
}

const LONGEST_LIFE_MS = 120;
/** Every so many kills the app is killed once more while it starts. */
const STARTS_EVERY = 8;
const LONGEST_START_MS = 600;
const VIEWS_EVERY = 20;
const DRAIN_WITHIN_MS = 30_000;

export async function runChaos({ kills, seed, say }: ChaosOptions): Promise<ChaosReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'foyer-chaos-'));
  const printer = await startChaosPrinter();
  const config: BackendConfig = {
    ...{ dataDir, property: 'desk', seed, language: 'zh-CN', reader: null, appVersion: '0.0.0-chaos' },
    printer: { host: '127.0.0.1', port: printer.port },
  };
  await setUp(config);
  const app = createApp(config);
  try {
    app.start();
    return await killAndJudge(app, printer, dataDir, { kills, seed, say });
  } catch (error) {
    // The log names errors and places, nothing personal: what is needed to find out why the desk did not come back.
    say(readFileSync(join(dataDir, 'backend.log'), 'utf8').trim().split('\n').slice(-3).join('\n'));
    throw error;
  } finally {
    await app.end();
    await printer.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function killAndJudge(
  app: App,
  printer: ChaosPrinter,
  dataDir: string,
  { kills, seed, say }: ChaosOptions,
): Promise<ChaosReport> {
  const random = seededRandom(seed);
  const day = createDeskDay(random);
  const path = join(dataDir, DATABASE_FILE);
  const failures: { kill: number; faults: readonly string[] }[] = [];
  const totals = { repeated: 0, keptUnanswered: 0, asked: 0, viewChecks: 0 };
  const judge = (kill: number, faults: readonly string[]): void => {
    if (faults.length > 0) failures.push({ kill, faults });
  };

  let api = await signedIn(app);
  for (let kill = 0; kill < kills; kill += 1) {
    const victim: Victim = kill % 2 === 0 ? 'backend' : 'app';
    await workUntilKilled(app, api, day, victim, random.below(LONGEST_LIFE_MS * 1000) / 1000);
    await app.gone();
    // Read before anybody repeats or prints anything: as the kill left it.
    const left = readKept(path);
    const faults = [...left.broken, ...findFaults(day.ledger(), left.kept)];
    totals.keptUnanswered += countKeptUnanswered(day, left.kept);
    if (victim === 'app') {
      if (kill % VIEWS_EVERY === VIEWS_EVERY - 1) {
        faults.push(...findViewFaults(dataDir));
        totals.viewChecks += 1;
      }
      app.start();
      if (kill % STARTS_EVERY === STARTS_EVERY - 1) {
        await sleep(random.below(LONGEST_START_MS));
        app.kill('app');
        await app.gone();
        app.start();
      }
    }
    api = await signedIn(app);
    totals.repeated += await day.repeat(api);
    totals.asked += await answerUnknown(api, printer, path);
    const after = readKept(path);
    faults.push(...after.broken, ...findFaults(day.ledger(), after.kept));
    faults.push(...findPaperFaults(after.kept, printer.papers));
    judge(kill, faults);
    say(`kill ${kill + 1} of ${kills}, ${victim}: ${day.ledger().length} commands${marks(faults)}`);
  }

  judge(kills, await finish(app, api, printer, day, dataDir));
  totals.viewChecks += 1;
  const { papers } = printer;
  return {
    kills,
    failures,
    commands: day.ledger().length,
    passes: papers.length,
    torn: printer.torn(),
    ...totals,
  };
}

/** A folder with the property of the tests and a drawer of turnstile cards, closed again. */
async function setUp(config: BackendConfig): Promise<void> {
  const backend = composeBackend({
    config: { ...config, printer: null },
    ...{
      propertyKey: TEST_KEY,
      clock: { now: () => Date.now() },
      random: systemRandom,
      log: createSilentLog(),
    },
  });
  await furnish(backend, systemRandom);
  const { api, close } = openWindow(backend);
  await api.people.signIn({ number: STAFF.supervisor, pin: PIN });
  await api.visitors.putCards({ commandId: uuidv7(), ...CARDS });
  close();
  await backend.close();
}

async function signedIn(app: App): Promise<ApiClient> {
  const api = await app.window();
  await api.people.signIn({ number: STAFF.receptionist, pin: PIN });
  return api;
}

/** Two pairs of hands at the desk, until the kill; it falls at any point of a call, inside a commit too. */
async function workUntilKilled(
  app: App,
  api: ApiClient,
  day: DeskDay,
  victim: Victim,
  afterMs: number,
): Promise<void> {
  const { promise: dead, reject } = Promise.withResolvers<never>();
  const killed = new Error('killed');
  dead.catch(() => {});
  const hands = [day.work(api, dead), day.work(api, dead)];
  const ended = Promise.allSettled(hands);
  await sleep(Math.floor(afterMs));
  // The rest of a millisecond, so that kills do not all fall where timers fall.
  const until = performance.now() + (afterMs % 1);
  while (performance.now() < until);
  app.kill(victim);
  reject(killed);
  for (const result of await ended) {
    if (result.status === 'rejected' && result.reason !== killed) throw result.reason;
  }
}

/** As staff would: look at the paper, then say what is on it. */
async function answerUnknown(api: ApiClient, { papers }: ChaosPrinter, path: string): Promise<number> {
  const { jobs, visits } = readKept(path).kept;
  const unknown = jobs.filter(({ state }) => state === 'unknown');
  for (const { id, record, reprint } of unknown) {
    const visit = visits.find((kept) => kept.id === record);
    const printed = papers.some((paper) => paper.number === visit?.number && paper.reprint === reprint);
    await api.desk.answerJob({ commandId: uuidv7(), job: id, answer: printed ? 'printed' : 'printAgain' });
  }
  return unknown.length;
}

function countKeptUnanswered(day: DeskDay, { answers }: Kept): number {
  return day.ledger().filter((sent) => sent.answer === null && answers.has(sent.commandId)).length;
}

/** Lets the queue run dry, then judges once more, views too: every job is on paper, once. */
async function finish(
  app: App,
  api: ApiClient,
  printer: ChaosPrinter,
  day: DeskDay,
  dataDir: string,
): Promise<string[]> {
  const late = performance.now() + DRAIN_WITHIN_MS;
  for (;;) {
    await answerUnknown(api, printer, join(dataDir, DATABASE_FILE));
    const { jobs } = await api.desk.status();
    if (jobs.length === 0) break;
    if (performance.now() > late) return [`${jobs.length} jobs are still open: ${jobs[0]?.state}`];
    await sleep(50);
  }
  await app.end();
  const { kept, broken } = readKept(join(dataDir, DATABASE_FILE));
  return [
    ...broken,
    ...findFaults(day.ledger(), kept),
    ...findPaperFaults(kept, printer.papers),
    ...findViewFaults(dataDir),
  ];
}

const marks = (faults: readonly string[]): string => faults.map((fault) => `\n  ${fault}`).join('');
