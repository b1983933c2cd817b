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
  let retry: NodeJS.Timeout | undefined;
  // The end of a job that could not be kept, a full disk for example: kept first of all at the next try.
  let unkept: PrintJob | null = null;
  // When a person last asked for an old slip again. Not kept: after a restart the slip asks once more.
  const askedAgain = new Map<number, number>();
  let condition: PrinterCondition = { problem: null, paperNearEnd: false };

  const keep = (job: PrintJob): PrintJob => {
    unkept = job;
    store.save(job);
    unkept = null;
    deps.onChange(job);
    return job;
  };

  /** Null when there are no bytes to send, and then the job has its new state. */
  const makeBytes = async (job: PrintJob): Promise<Buffer | null> => {
    try {
      const slip = deps.renderSlip(job);
      if (slip !== null) {
        const { encodeSlip } = await loadEncoder();
        return await encodeSlip(slip, deps.profile, deps.loadRasteriser);
      }
      keep(withoutRecord(job, clock.now()));
    } catch (error) {
      if (unkept !== null) throw error;
      deps.onError(error, job.id);
      const noFont = error instanceof Error && 'code' in error && error.code === 'NO_FONT';
      keep(afterSlipFailure(job, noFont ? 'NO_FONT' : 'SLIP_FAILED', clock.now()));
    }
    return null;
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
    const bytes = await makeBytes(job);
    // While the slip was drawn, someone may have cancelled it.
    const current = store.find(job.id);
    if (bytes === null || current === undefined || !isSendable(current)) return;
    const sending = keep(beginSending(current, clock.now()));
    const outcome = await deps.transport.send(bytes, stopping.signal);
    note(outcome);
    keep(afterOutcome(sending, outcome, clock.now()));
  };

  const retryLater = () => {
    retry = timers.setTimeout(wake, retryDelay(Math.max(1, refusals)));
  };

  const drain = async (): Promise<void> => {
    draining = true;
    try {
      if (unkept !== null) keep(unkept);
      for (let job = nextJob(); job !== undefined; job = nextJob()) {
        const before = refusals;
        await printNext(job);
        if (refusals > before) break;
      }
      if (refusals > 0 && nextJob() !== undefined) retryLater();
    } catch (error) {
      deps.onError(error, null);
      if (!stopped) retryLater();
    } finally {
      // In the same turn in which no job was found: a wake that comes later must start anew.
      draining = false;
    }
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
      for (const job of store.open()) {
        if (job.state === 'sending') keep(interrupted(job, clock.now()));
      }
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
