// The desk's calls: status, the stream of what changes, and answers about print jobs.
import type { DeskMessage, DeskStatus } from '../../api/desk.contract.ts';
import { holdsRight } from '../../api/rights.ts';
import type { Database } from '../database/database.ts';
import { PrintJobError, type PrintJob } from '../devices/printer/print-jobs.rules.ts';
import { readHead } from '../journal/head.ts';
import type { Journal } from '../journal/journal.ts';
import type { Session } from '../people/session.ts';
import { implementer } from '../router-base.ts';
import type { Calendar, Clock } from '../shared/clock.ts';
import { Refusal } from '../shared/refusal.ts';
import type { DeskDevices } from './desk.devices.ts';
import type { DeskMessages } from './desk.messages.ts';

export interface DeskRouterParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly calendar: () => Calendar;
  readonly devices: DeskDevices;
  readonly messages: DeskMessages;
  /** The register's number of a job's record. */
  readonly numberOf: (record: number) => string | null;
}

export function createDeskRouter(parts: DeskRouterParts) {
  const { devices, messages } = parts;
  const calls = implementer.desk;
  return calls.router({
    status: calls.status.handler(() => readStatus(parts)),
    watch: calls.watch.handler(async function* ({ context, signal }) {
      for await (const message of messages.subscribe('message', signal ? { signal } : {})) {
        if (mayHear(context.session, message)) yield message;
      }
    }),
    answerJob: calls.answerJob.handler(({ input: { job, answer } }) => {
      if (!devices.queue) throw new Refusal('NOT_FOUND', { what: 'printer' });
      try {
        if (answer === 'cancel') devices.queue.cancel(job);
        else devices.queue.resolve(job, answer === 'printed' ? 'printedFine' : 'printAgain');
      } catch (error) {
        // Somebody answered already, here or in the other window: the list shows it.
        if (!(error instanceof PrintJobError)) throw error;
        if (error.code === 'NOT_FOUND') throw new Refusal('NOT_FOUND', { what: 'printJob' });
      }
      return { id: job };
    }),
  });
}

function readStatus(parts: DeskRouterParts): DeskStatus {
  const { devices } = parts;
  return {
    now: parts.clock.now(),
    timeZone: parts.calendar().zone,
    reader: devices.readerState(),
    ...devices.printerState(),
    jobs: devices.openJobs().map((job) => toJob(job, parts.numberOf(job.record))),
    journal: readHead(parts.database.db, parts.journal.id),
    unsynced: null,
  };
}

function toJob(job: PrintJob, number: string | null): DeskStatus['jobs'][number] {
  const { id, record, kind, state, problem, attempts, createdAt } = job;
  return { id, record, kind, state, problem, attempts, createdAt, number };
}

/** What a card says is for staff who may register its holder, and for nobody who merely has the window open. */
function mayHear(session: Session, message: DeskMessage): boolean {
  const personal =
    message.kind === 'card' || message.kind === 'cardRefused' || message.kind === 'cardRemoved';
  return !personal || holdsRight(session.staff?.role ?? null, 'visits.write');
}
