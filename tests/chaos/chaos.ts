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
import { readKept, type Read } from './kept.store.ts';
import { findFaults, findPaperFaults, type Kept, type Sent } from './ledger.rules.ts';
import { createLendingDay, putStock, type LendingDay, type LendingStock } from './lending-day.ts';
import { findLendingFaults, type LendingSent } from './lending.rules.ts';
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
  /** Loans of things and keys that were acknowledged, deposits that were paid back, and what the rules refused. */
  readonly lent: number;
  readonly paidBack: number;
  readonly refused: number;
  /** Kills that fell while something was being lent, taken in or paid back. */
  readonly cutLending: number;
  readonly papers: number;
  readonly torn: number;
  /** Jobs that were `unknown` after a kill and were answered by looking at the paper. */
  readonly asked: number;
  readonly viewChecks: number;
}

const LONGEST_LIFE_MS = 200;
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
  const stock = await setUp(config);
  const app = createApp(config);
  try {
    app.start();
    return await killAndJudge(app, printer, dataDir, stock, { kills, seed, say });
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
  stock: LendingStock,
  { kills, seed, say }: ChaosOptions,
): Promise<ChaosReport> {
  const random = seededRandom(seed);
  const day = createDeskDay(random);
  const lending = createLendingDay(random, stock);
  const path = join(dataDir, DATABASE_FILE);
  const failures: { kill: number; faults: readonly string[] }[] = [];
  const totals = { repeated: 0, keptUnanswered: 0, cutLending: 0, asked: 0, viewChecks: 0 };
  const judge = (kill: number, faults: readonly string[]): void => {
    if (faults.length > 0) failures.push({ kill, faults });
  };

  let api = await signedIn(app);
  for (let kill = 0; kill < kills; kill += 1) {
    const victim: Victim = kill % 2 === 0 ? 'backend' : 'app';
    await workUntilKilled(
      app,
      api,
      [day, day, lending, lending],
      victim,
      random.below(LONGEST_LIFE_MS * 1000) / 1000,
    );
    await app.gone();
    // Read before anybody repeats or prints anything: as the kill left it.
    const left = readKept(path);
    if (lending.ledger().some(isOpen)) totals.cutLending += 1;
    const faults = judgeFile(left, day, lending);
    totals.keptUnanswered += countKeptUnanswered([...day.ledger(), ...lending.ledger()], left.kept);
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
    totals.repeated += (await day.repeat(api)) + (await lending.repeat(api));
    totals.asked += await answerUnknown(api, printer, path);
    const after = readKept(path);
    faults.push(...judgeFile(after, day, lending));
    faults.push(...findPaperFaults(after.kept, printer.papers));
    judge(kill, faults);
    say(
      `kill ${kill + 1} of ${kills}, ${victim}: ${day.ledger().length + lending.ledger().length} commands${marks(faults)}`,
    );
  }

  judge(kills, await finish(app, api, printer, { day, lending }, dataDir));
  totals.viewChecks += 1;
  const { papers } = printer;
  return {
    kills,
    failures,
    commands: day.ledger().length + lending.ledger().length,
    ...countLending(lending),
    papers: papers.length,
    torn: printer.torn(),
    ...totals,
  };
}

/** A folder with the property of the tests, a drawer of turnstile cards and things to lend, closed again. */
async function setUp(config: BackendConfig): Promise<LendingStock> {
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
  const stock = await putStock(api, backend);
  close();
  await backend.close();
  return stock;
}

async function signedIn(app: App): Promise<ApiClient> {
  const api = await app.window();
  await api.people.signIn({ number: STAFF.receptionist, pin: PIN });
  return api;
}

/** All hands at the desk, until the kill; it falls at any point of a call, inside a commit too. */
async function workUntilKilled(
  app: App,
  api: ApiClient,
  days: readonly Pick<DeskDay, 'work'>[],
  victim: Victim,
  afterMs: number,
): Promise<void> {
  const { promise: dead, reject } = Promise.withResolvers<never>();
  const killed = new Error('killed');
  dead.catch(() => {});
  const hands = days.map((day) => day.work(api, dead));
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
  const { jobs } = readKept(path).kept;
  const unknown = jobs.filter(({ state }) => state === 'unknown');
  for (const { id, number, kind, reprint } of unknown) {
    const printed = papers.some(
      (paper) => paper.number === number && paper.kind === kind && paper.reprint === reprint,
    );
    await api.desk.answerJob({ commandId: uuidv7(), job: id, answer: printed ? 'printed' : 'printAgain' });
  }
  return unknown.length;
}

function countKeptUnanswered(sent: readonly Pick<Sent, 'commandId' | 'answer'>[], { answers }: Kept): number {
  return sent.filter(({ answer, commandId }) => answer === null && answers.has(commandId)).length;
}

function countLending(lending: LendingDay): Pick<ChaosReport, 'lent' | 'paidBack' | 'refused'> {
  const done = (...kinds: readonly LendingSent['kind'][]): number =>
    lending.ledger().filter(({ kind, answer }) => answer !== null && kinds.includes(kind)).length;
  const refused = lending.ledger().filter((sent) => sent.refused !== null).length;
  return { lent: done('lend', 'lendKey'), paidBack: done('settle'), refused };
}

const isOpen = ({ answer, refused }: LendingSent): boolean => answer === null && refused === null;

/** What the file says against what was acknowledged, of visits and of lending. */
function judgeFile({ kept, lending: of, broken }: Read, day: DeskDay, lending: LendingDay): string[] {
  return [...broken, ...findFaults(day.ledger(), kept), ...findLendingFaults(lending.ledger(), of)];
}

/** Lets the queue run dry, then judges once more, views too: every job is on paper, once. */
async function finish(
  app: App,
  api: ApiClient,
  printer: ChaosPrinter,
  { day, lending }: { readonly day: DeskDay; readonly lending: LendingDay },
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
  const last = readKept(join(dataDir, DATABASE_FILE));
  return [
    ...judgeFile(last, day, lending),
    ...findPaperFaults(last.kept, printer.papers),
    ...findViewFaults(dataDir),
  ];
}

const marks = (faults: readonly string[]): string => faults.map((fault) => `\n  ${fault}`).join('');
