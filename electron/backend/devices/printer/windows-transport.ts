// Jobs through the printing system of Windows, untouched by a driver, and followed until they are done. Unproven there.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Outcome, Transport, TransportProblem } from './printer-transport.ts';
import { createRemoteWinspool, type RemoteWinspool } from './winspool-thread.ts';
import { problemOfCall, standOfJob, troubleOfPrinter } from './winspool-status.ts';
import { WINDOWS_ERRORS, WinspoolError, type PrinterHandle } from './winspool.ts';

export interface WindowsLimits {
  /** From handing a job over until it is done; then it is called back. */
  readonly jobMs: number;
  /** Between two looks at it. */
  readonly lookMs: number;
}

const WINDOWS_LIMITS: WindowsLimits = { jobMs: 30_000, lookMs: 300 };
/** For one call: a queue on another machine that is off keeps the system waiting for long. */
const CALL_MS = 10_000;
const windows = createRemoteWinspool(CALL_MS);

export interface WindowsTransportOptions {
  readonly queue: string;
  readonly limits?: WindowsLimits;
  readonly winspool?: RemoteWinspool;
}

/** A transport into a queue of Windows. No job of ours is left behind in it, as with CUPS. */
export function createWindowsTransport(options: WindowsTransportOptions): Transport {
  const { queue, limits = WINDOWS_LIMITS, winspool = windows } = options;

  /** Puts the bytes into the queue's job. A job that cannot be filled is thrown away. */
  const fill = async (
    printer: PrinterHandle,
    bytes: Buffer,
    signal: AbortSignal,
  ): Promise<Outcome | null> => {
    let taken = 0;
    let writing = false;
    try {
      await winspool.startPage(printer);
      while (taken < bytes.length) {
        if (signal.aborted) throw new Broken('STOPPED');
        writing = true;
        const more = await winspool.write(printer, bytes.subarray(taken));
        writing = false;
        if (more === 0) throw new Broken('STALLED');
        taken += more;
      }
      await winspool.endPage(printer);
      await winspool.endDoc(printer);
      return null;
    } catch (error) {
      const problem = problemOf(error);
      await quietly(winspool.abort(printer));
      const inDoubt = taken > 0 || (writing && isUnanswered(error));
      return { outcome: inDoubt ? 'unknown' : 'refused', problem };
    }
  };

  /** Follows a job that is whole in the queue to its end. */
  const follow = async (printer: PrinterHandle, job: number, signal: AbortSignal): Promise<Outcome> => {
    let why: TransportProblem | null = null;
    for (let waited = 0; waited < limits.jobMs && !signal.aborted; waited += limits.lookMs) {
      const status = await winspool.jobStatus(printer, job);
      // A queue forgets what it has printed. One that was in trouble may have been emptied by hand.
      const now = status === null ? null : standOfJob(status);
      if (now?.stand === 'deleted' || (now === null && why !== null)) {
        return { outcome: 'unknown', problem: 'SPOOLER_FAILED' };
      }
      if (now === null || now.stand === 'done') return { outcome: 'printed', paperNearEnd: false };
      why = now.stand === 'waits' ? now.why : null;
      await sleep(limits.lookMs, undefined, { signal }).catch(() => undefined);
    }
    await quietly(winspool.deleteJob(printer, job));
    return { outcome: 'unknown', problem: signal.aborted ? 'STOPPED' : (why ?? 'NO_ANSWER') };
  };

  const print = async (printer: PrinterHandle, bytes: Buffer, signal: AbortSignal): Promise<Outcome> => {
    const trouble = troubleOfPrinter(await winspool.printerStatus(printer));
    if (trouble !== null) return { outcome: 'refused', problem: trouble };
    if (signal.aborted) return { outcome: 'refused', problem: 'STOPPED' };
    const job = await winspool.startDoc(printer, 'Foyer');
    const failed = await fill(printer, bytes, signal);
    if (failed !== null) return failed;
    // The whole job is in the queue, so that whatever goes wrong from here on leaves it to a person.
    return follow(printer, job, signal).catch((error: unknown) => ({
      outcome: 'unknown',
      problem: problemOf(error),
    }));
  };

  return {
    async send(bytes, signal): Promise<Outcome> {
      if (bytes.length === 0) throw new RangeError('a print job needs at least one byte');
      if (signal.aborted) return { outcome: 'refused', problem: 'STOPPED' };
      try {
        const printer = await winspool.open(queue);
        try {
          return await print(printer, bytes, signal);
        } finally {
          await quietly(winspool.close(printer));
        }
      } catch (error) {
        return { outcome: 'refused', problem: problemOf(error) };
      }
    },
  };
}

/** The queues that this account prints to, as Windows names them; none where there is no Windows. */
export async function listWindowsQueues(winspool = windows): Promise<string[]> {
  return winspool.queues().catch(() => []);
}

/** What ends a job from our side. */
class Broken extends Error {
  override readonly name = 'Broken';
  readonly problem: TransportProblem;

  constructor(problem: TransportProblem) {
    super(problem);
    this.problem = problem;
  }
}

function problemOf(error: unknown): TransportProblem {
  if (error instanceof Broken) return error.problem;
  if (error instanceof WinspoolError) return problemOfCall(error);
  throw error;
}

/** The call did not come back, or its thread is gone: what it was to do may be done all the same. */
function isUnanswered(error: unknown): boolean {
  return error instanceof WinspoolError && (error.call === 'load' || error.code === WINDOWS_ERRORS.TIMEOUT);
}

/** Clearing up after what has failed already: how that goes changes nothing. */
async function quietly(call: Promise<unknown>): Promise<void> {
  await call.catch(() => undefined);
}
