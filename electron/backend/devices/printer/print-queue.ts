// The queue before one printer: one job at a time, kept across restarts, and never a second print without asking.
import type { Clock } from '../../shared/clock.ts';
import type { Timers } from '../timers.ts';
import type { encodeSlip as EncodeSlip } from './escpos-encoder.ts';
import {
  afterOutcome,
  afterSlipFailure,
  answered,
  beginSending,
  cancelled,
  interrupted,
  isOutdated,
  isSendable,
  outdated,
  PrintJobError,
  retryDelay,
  withoutRecord,
  type PrintAnswer,
  type PrintJob,
  type PrintProblem,
} from './print-jobs.rules.ts';
import type { PrinterProfile } from './printer-profile.ts';
import type { Outcome, Transport } from './printer-transport.ts';
import type { RasteriserLoader } from './slip-rasteriser.ts';
import type { Slip } from './slip.ts';

/** Where jobs are kept. Every call is done when it returns; a failing one throws and has changed nothing. */
export interface PrintJobStore {
  /** All jobs that are neither printed nor cancelled, oldest first. */
  readonly open: () => PrintJob[];
  readonly find: (id: number) => PrintJob | undefined;
  readonly save: (job: PrintJob) => void;
}

export interface PrintQueueDeps {
  readonly store: PrintJobStore;
  readonly transport: Transport;
  readonly profile: PrinterProfile;
  readonly loadRasteriser: RasteriserLoader;
  /** The slip as it is now, made when it is sent; null when the record has nothing to print any more. */
  readonly renderSlip: (job: PrintJob) => Slip | null;
  readonly clock: Clock;
  /** The business day of a time. */
  readonly dayOf: (ms: number) => string;
  readonly timers: Timers;
  /** Told of every change, after it is kept. */
  readonly onChange: (job: PrintJob) => void;
  /** Told of what went wrong outside the printer: a slip that could not be made, a store that could not be written. */
  readonly onError: (error: unknown, jobId: number | null) => void;
}

export interface PrinterCondition {
  /** Of the last try; null when it went well or there was none. */
  readonly problem: PrintProblem | null;
  readonly paperNearEnd: boolean;
}

export interface PrintQueue {
  /** Once, at start: jobs left on the line become unknown, then printing begins. */
  readonly start: () => void;
  /** After new jobs are committed. Also tries a waiting printer again at once. */
  readonly wake: () => void;
  /** The answer to an unknown job; `printAgain` also for a failed one. Throws PrintJobError. */
  readonly resolve: (jobId: number, answer: PrintAnswer) => PrintJob;
  /** Takes a job out that is not on the line. Throws PrintJobError. */
  readonly cancel: (jobId: number) => PrintJob;
  readonly condition: () => PrinterCondition;
  /** What came of bytes sent past the queue, such as a test page: where they got, slips may go as well. */
  readonly learn: (outcome: Outcome) => void;
  /** Settles when nothing is on the line and nothing can be sent before a timer or a person does something. */
  readonly settled: () => Promise<void>;
  /**
   * Ends for good. The job on the line has `graceMs` to come to its end; then it is broken off, and is queued again or
   * becomes unknown.
   */
  readonly stop: (graceMs?: number) => Promise<void>;
}

/** Loaded with the first slip, or when the desk is idle: it brings the tables of Chinese characters with it. */
export function loadEncoder(): Promise<{ readonly encodeSlip: typeof EncodeSlip }> {
  return import('./escpos-encoder.ts');
}

/** Makes a queue that does nothing until `start`. */
export function createPrintQueue(deps: PrintQueueDeps): PrintQueue {
  const { store, clock, timers } = deps;
  const stopping = new AbortController();
  let stopped = false;
  let draining = false;
  let run: Promise<void> = Promise.resolve();
  let refusals = 0;
  // How often in a row jobs could not be read or kept: told once, or a full disk fills the log with it.
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;
  // The end of a job that could not be kept, a full disk for example: kept first of all at the next try.
  let unkept: PrintJob | null = null;
  // When a person last asked for an old slip again. Not kept: after a restart the slip asks once more.
  const askedAgain = new Map<number, number>();
  let condition: PrinterCondition = { problem: null, paperNearEnd: false };
  // Jobs that were on the line when the program ended are found at start, or as soon as that can be kept.
  let begun = true;

  const keep = (job: PrintJob): PrintJob => {
    store.save(job);
    deps.onChange(job);
    return job;
  };
  /** Only what came of bytes that were sent must not be forgotten: anything else is simply done again. */
  const keepEnd = (job: PrintJob): void => {
    unkept = job;
    keep(job);
    unkept = null;
  };

  /** The bytes of a slip, or what becomes of a job that has none. */
  const makeBytes = async (job: PrintJob): Promise<Buffer | PrintJob> => {
    try {
      const slip = deps.renderSlip(job);
      if (slip === null) return withoutRecord(job, clock.now());
      const { encodeSlip } = await loadEncoder();
      return await encodeSlip(slip, deps.profile, deps.loadRasteriser);
    } catch (error) {
      deps.onError(error, job.id);
      const noFont = error instanceof Error && 'code' in error && error.code === 'NO_FONT';
      return afterSlipFailure(job, noFont ? 'NO_FONT' : 'SLIP_FAILED', clock.now());
    }
  };

  const see = (outcome: Outcome) => {
    if (outcome.outcome === 'printed') condition = { problem: null, paperNearEnd: outcome.paperNearEnd };
    // That we were told to stop says nothing of the printer.
    else if (outcome.problem !== 'STOPPED') condition = { ...condition, problem: outcome.problem };
  };
  const note = (outcome: Outcome) => {
    see(outcome);
    refusals = outcome.outcome === 'refused' ? refusals + 1 : 0;
  };

  const isTooOld = (job: PrintJob): boolean =>
    isOutdated(askedAgain.get(job.id) ?? job.createdAt, clock.now(), deps.dayOf);

  const printNext = async (job: PrintJob): Promise<void> => {
    if (isTooOld(job)) {
      keep(outdated(job, clock.now()));
      return;
    }
    const made = await makeBytes(job);
    // While the slip was drawn, someone may have cancelled it.
    const current = store.find(job.id);
    if (current === undefined || !isSendable(current)) return;
    if (!Buffer.isBuffer(made)) {
      keep(made);
      return;
    }
    const sending = keep(beginSending(current, clock.now()));
    const outcome = await deps.transport.send(made, stopping.signal);
    note(outcome);
    keepEnd(afterOutcome(sending, outcome, clock.now()));
  };

  const retryLater = () => {
    retry = timers.setTimeout(wake, retryDelay(Math.max(1, refusals, failures)));
  };

  const drain = async (): Promise<void> => {
    draining = true;
    try {
      if (unkept !== null) keepEnd(unkept);
      if (!begun) findInterrupted();
      for (let job = nextJob(); job !== undefined; job = nextJob()) {
        const before = refusals;
        await printNext(job);
        if (refusals > before) break;
      }
      failures = 0;
      if (refusals > 0 && nextJob() !== undefined) retryLater();
    } catch (error) {
      failures += 1;
      if (failures === 1) deps.onError(error, null);
      if (!stopped) retryLater();
    } finally {
      // In the same turn in which no job was found: a wake that comes later must start anew.
      draining = false;
    }
  };

  const findInterrupted = (): void => {
    for (const job of store.open()) {
      if (job.state === 'sending') keep(interrupted(job, clock.now()));
    }
    begun = true;
  };

  const nextJob = (): PrintJob | undefined => (stopped ? undefined : store.open().find(isSendable));

  const wake = (): void => {
    if (draining || stopped) return;
    timers.clearTimeout(retry);
    run = drain();
  };

  const find = (jobId: number): PrintJob => {
    const job = store.find(jobId);
    if (job === undefined) throw new PrintJobError(jobId, null);
    return job;
  };

  return {
    start() {
      begun = false;
      wake();
    },
    wake,
    resolve(jobId, answer) {
      const job = keep(answered(find(jobId), answer, clock.now()));
      // Somebody has looked at the printer, and found nothing wrong with it.
      if (answer === 'printedFine') condition = { ...condition, problem: null };
      askedAgain.set(jobId, clock.now());
      wake();
      return job;
    },
    cancel: (jobId) => keep(cancelled(find(jobId), clock.now())),
    condition: () => condition,
    learn(outcome) {
      see(outcome);
      if (outcome.outcome === 'printed') wake();
    },
    async settled() {
      while (draining) await run;
    },
    async stop(graceMs = 0) {
      stopped = true;
      timers.clearTimeout(retry);
      if (graceMs === 0) stopping.abort();
      const grace = timers.setTimeout(() => stopping.abort(), graceMs);
      await run;
      timers.clearTimeout(grace);
    },
  };
}
