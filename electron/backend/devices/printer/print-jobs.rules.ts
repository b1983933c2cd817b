// The life of a print job: which state follows which, and when a person has to be asked.
import type { Language } from '../../../api/boot.ts';
import type { Outcome, TransportProblem } from './printer-transport.ts';

/**
 * `queued` waits its turn, `sending` is on the line, `failed` came to nothing and is tried again by itself or by hand,
 * `unknown` may be on paper and waits for a person. `printed` and `cancelled` are final.
 */
export const PRINT_JOB_STATES = ['queued', 'sending', 'printed', 'unknown', 'failed', 'cancelled'] as const;
export type PrintJobState = (typeof PRINT_JOB_STATES)[number];

/** Nothing more comes of it. */
export const isFinal = (state: PrintJobState): boolean => state === 'printed' || state === 'cancelled';

/**
 * NO_FONT: a line must be drawn and no Chinese font is installed. SLIP_FAILED: the slip could not be put together.
 * NO_RECORD: what it should show is gone. INTERRUPTED: the program ended while it was being sent. OUTDATED: it waited
 * past the end of its day, and nobody has said since that the slip is still wanted.
 */
export type PrintProblem =
  | TransportProblem
  | 'NO_FONT'
  | 'SLIP_FAILED'
  | 'NO_RECORD'
  | 'INTERRUPTED'
  | 'OUTDATED';

/** What to print, never what it says: the slip is made from the record when it is sent. One id for all its tries. */
export interface PrintJob {
  readonly id: number;
  readonly record: number;
  /** Kind of slip, as its register names it. */
  readonly kind: string;
  readonly language: Language;
  readonly state: PrintJobState;
  /** How often sending was begun. */
  readonly attempts: number;
  /** UTC ms. */
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly problem: PrintProblem | null;
  /** 0 for the first print of a slip, then 1, 2, … */
  readonly reprint: number;
}

/** What a person who has looked at the printer says of an unknown job. */
export type PrintAnswer = 'printedFine' | 'printAgain';

export class PrintJobError extends Error {
  override readonly name = 'PrintJobError';
  readonly code: 'NOT_FOUND' | 'WRONG_STATE';
  readonly state: PrintJobState | null;

  constructor(id: number, state: PrintJobState | null) {
    super(
      state === null
        ? `There is no print job ${id}; nothing was changed. Look at the list of print jobs again.`
        : `Print job ${id} is ${state}, so this cannot be done now; nothing was changed. Look at its state again.`,
    );
    this.code = state === null ? 'NOT_FOUND' : 'WRONG_STATE';
    this.state = state;
  }
}

const RETRY_DELAYS_MS = [1000, 2000, 5000, 10_000] as const;
const NEEDS_HANDS: ReadonlySet<PrintProblem> = new Set(['NO_FONT', 'SLIP_FAILED', 'OUTDATED']);
/** A slip asked for just before midnight still prints just after it. */
const OUTDATED_AFTER_MS = 15 * 60_000;

/** How long to wait after this many refusals in a row (1, 2, …), in ms. */
export function retryDelay(refusals: number): number {
  return RETRY_DELAYS_MS[Math.min(refusals, RETRY_DELAYS_MS.length) - 1] ?? RETRY_DELAYS_MS[0];
}

/** Whether the queue may send it without asking: new, or failed for a reason that goes away by itself. */
export function isSendable(job: PrintJob): boolean {
  if (job.state === 'queued') return true;
  return job.state === 'failed' && (job.problem === null || !NEEDS_HANDS.has(job.problem));
}

/**
 * Whether a slip, last asked for at `wantedAt`, has waited into another business day: passes of yesterday are useless
 * paper, and a printer that comes back after a night must not pour them out.
 */
export function isOutdated(wantedAt: number, now: number, dayOf: (ms: number) => string): boolean {
  return now - wantedAt > OUTDATED_AFTER_MS && dayOf(wantedAt) < dayOf(now);
}

/** It waits for a person, who prints it again or cancels it. */
export function outdated(job: PrintJob, now: number): PrintJob {
  return { ...job, state: 'failed', problem: 'OUTDATED', updatedAt: now };
}

export function beginSending(job: PrintJob, now: number): PrintJob {
  return { ...job, state: 'sending', attempts: job.attempts + 1, problem: null, updatedAt: now };
}

/** After sending. A job that was stopped before its first byte is simply queued again. */
export function afterOutcome(job: PrintJob, outcome: Outcome, now: number): PrintJob {
  switch (outcome.outcome) {
    case 'printed':
      return { ...job, state: 'printed', problem: null, updatedAt: now };
    case 'unknown':
      return { ...job, state: 'unknown', problem: outcome.problem, updatedAt: now };
    case 'refused': {
      const state = outcome.problem === 'STOPPED' ? 'queued' : 'failed';
      return { ...job, state, problem: outcome.problem, updatedAt: now };
    }
  }
}

/** The slip could not be made; it is not tried again until someone asks for it. */
export function afterSlipFailure(job: PrintJob, problem: 'NO_FONT' | 'SLIP_FAILED', now: number): PrintJob {
  return { ...job, state: 'failed', problem, updatedAt: now };
}

/** The record has nothing to print any more. */
export function withoutRecord(job: PrintJob, now: number): PrintJob {
  return { ...job, state: 'cancelled', problem: 'NO_RECORD', updatedAt: now };
}

/** A job found in `sending` at start: nobody knows how much of it is on paper. */
export function interrupted(job: PrintJob, now: number): PrintJob {
  return { ...job, state: 'unknown', problem: 'INTERRUPTED', updatedAt: now };
}

/** Throws PrintJobError (WRONG_STATE) unless the job is unknown, or failed and to be printed again. */
export function answered(job: PrintJob, answer: PrintAnswer, now: number): PrintJob {
  const again = answer === 'printAgain';
  if (job.state !== 'unknown' && !(again && job.state === 'failed'))
    throw new PrintJobError(job.id, job.state);
  return { ...job, state: again ? 'queued' : 'printed', problem: null, updatedAt: now };
}

/** Throws PrintJobError (WRONG_STATE) when the job is on the line, printed or cancelled already. */
export function cancelled(job: PrintJob, now: number): PrintJob {
  if (!['queued', 'failed', 'unknown'].includes(job.state)) throw new PrintJobError(job.id, job.state);
  return { ...job, state: 'cancelled', updatedAt: now };
}
