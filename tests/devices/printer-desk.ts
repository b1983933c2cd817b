// A desk with one simulated printer on a real TCP port, a real queue and jobs in a real database.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Language } from '../../electron/api/boot.ts';
import type { PrinterSetting } from '../../electron/api/devices.contract.ts';
import { openDatabase } from '../../electron/backend/database/database.ts';
import {
  createPrintJobStore,
  insertPrintJob,
} from '../../electron/backend/devices/printer/print-jobs.store.ts';
import { createPrintQueue } from '../../electron/backend/devices/printer/print-queue.ts';
import { PRINTER_PROFILES } from '../../electron/backend/devices/printer/printer-profile.ts';
import type { PrintJob } from '../../electron/backend/devices/printer/print-jobs.rules.ts';
import type { Transport } from '../../electron/backend/devices/printer/printer-transport.ts';
import { createRasteriserLoader } from '../../electron/backend/devices/printer/slip-rasteriser.ts';
import { createTcpTransport, type TcpLimits } from '../../electron/backend/devices/printer/tcp-transport.ts';
import { createThermalPrinter } from '../../electron/backend/devices/printer/thermal-printer.ts';
import {
  startPrinterSimulator,
  type PrinterBehaviour,
  type SimulatedJob,
} from '../../electron/backend/devices/simulator/printer.simulator.ts';
import { sampleVisitorPass } from './printer-sample.ts';

/** Short enough for tests, long enough for a slow machine. */
const SHORT_LIMITS: TcpLimits = { connectMs: 5000, answerMs: 1500, quietMs: 1000, farewellMs: 10_000 };

/** A day that does not end while a test runs, whenever it runs. */
const NOON = Date.UTC(2026, 10, 21, 4);
const clock = { now: (): number => NOON + Math.round(performance.now()) };

const timers = { setTimeout, clearTimeout };

/** A printer, and the jobs that it printed, in order. Hands out its port for others to call. */
export async function simulatedPrinter(behaviour: PrinterBehaviour = 'healthy', port = 0) {
  const jobs: SimulatedJob[] = [];
  const printer = await startPrinterSimulator({
    port,
    paper: PRINTER_PROFILES.rom80,
    timers,
    behaviour,
    onJob: (job) => jobs.push(job),
  });
  return { ...printer, jobs, [Symbol.asyncDispose]: printer.close };
}

/** Our transport as the program uses it: through node-thermal-printer. */
export function transportTo(port: number, limits = SHORT_LIMITS) {
  return createThermalPrinter(createTcpTransport({ host: '127.0.0.1', port, limits }));
}

/**
 * A queue over a database file in its own folder, before a network printer's port or another transport; the same
 * folder given again is the desk after a restart.
 */
export function openDesk(
  printer: number | Transport,
  folder = mkdtempSync(join(tmpdir(), 'foyer-printer-')),
) {
  const database = openDatabase(join(folder, 'foyer.db'), { backupDir: null });
  const store = createPrintJobStore(database);
  const errors: unknown[] = [];
  const changes: PrintJob[] = [];
  const queue = createPrintQueue({
    store,
    transport: typeof printer === 'number' ? transportTo(printer) : printer,
    profile: PRINTER_PROFILES.rom80,
    loadRasteriser: createRasteriserLoader(),
    renderSlip: (job) => sampleVisitorPass(job.language),
    clock,
    dayOf: (ms) => new Date(ms).toISOString().slice(0, 10),
    timers,
    onChange: (job) => changes.push(job),
    onError: (error) => errors.push(error),
  });
  return {
    queue,
    store,
    errors,
    changes,
    folder,
    /** As a register does it: in a transaction of its own, then wake. */
    print(language: Language = 'zh-CN'): number {
      const job = { record: 1, kind: 'visitor.pass', language, createdAt: clock.now(), reprint: 0 };
      const id = database.write((tx) => insertPrintJob(tx, job));
      queue.wake();
      return id;
    },
    /** As a kill does it: no goodbye to the queue. */
    drop: () => database.close(),
    async [Symbol.asyncDispose]() {
      await queue.stop();
      database.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((next) => setTimeout(next, 5));
}

/** The system gives ports out from 32768 on, to whoever asks; nobody is given these meanwhile. */
const [FIRST_PORT, PORTS] = [20_000, 12_000];
let tried = process.pid * 53;

/** A port that nobody listens on, and that nobody gets by chance. */
export async function freePort(): Promise<number> {
  for (;;) {
    tried += 1;
    const port = FIRST_PORT + (tried % PORTS);
    const probe = createServer();
    const { promise, resolve } = Promise.withResolvers<boolean>();
    probe.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    if (!(await promise)) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}

/** What an admin types for a network printer on this machine. */
export const printerAt = (port: number): PrinterSetting => ({
  connection: { kind: 'tcp', host: '127.0.0.1', port },
  profile: 'rom80',
  answersStatus: true,
});
