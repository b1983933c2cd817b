// The desk's calls: status, the stream of what changes, and answers about print jobs.
import type { DataNotice } from '../../api/data.contract.ts';
import type { DeskMessage, DeskStatus } from '../../api/desk.contract.ts';
import { badgeUid } from '../../api/people.contract.ts';
import { holdsRight, type Role } from '../../api/rights.ts';
import type { Database } from '../database/database.ts';
import { PrintJobError, type PrintJob } from '../devices/printer/print-jobs.rules.ts';
import { readHead } from '../journal/head.ts';
import type { Journal } from '../journal/journal.ts';
import { implementer } from '../router-base.ts';
import type { Calendar, Clock } from '../shared/clock.ts';
import { Refusal } from '../shared/refusal.ts';
import { tagUidOf } from '../shared/tag-uid.ts';
import type { DeskDevices } from './desk.devices.ts';
import type { DeskMessages } from './desk.messages.ts';

export interface DeskRouterParts {
  readonly database: Database;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly calendar: () => Calendar;
  readonly devices: DeskDevices;
  readonly messages: DeskMessages;
  /** Puts staff on duty; null is nobody. */
  readonly goOnDuty: (staff: number | null) => void;
  /** The register's number of a job's record. */
  readonly numberOf: (record: number) => string | null;
  /** The scan code of what wears an RFID tag. */
  readonly codeOfTag: (uid: string) => string | null;
  /** The scan code of what bears this in plain letters. */
  readonly codeOfLabel: (text: string) => string | null;
  /** What staff must be told about the data folder. */
  readonly notices: () => DataNotice[];
}

export function createDeskRouter(parts: DeskRouterParts) {
  const { devices, messages } = parts;
  const calls = implementer.desk;
  return calls.router({
    status: calls.status.handler(() => readStatus(parts)),
    watch: calls.watch.handler(async function* ({ context, signal }) {
      for await (const message of messages.subscribe('message', signal ? { signal } : {})) {
        if (mayHear(context.roleNow(), message)) yield message;
      }
    }),
    codeOfTag: calls.codeOfTag.handler(({ input }) => {
      const uid = tagUidOf(input.tag);
      return { code: (uid === null ? null : parts.codeOfTag(uid)) ?? parts.codeOfLabel(input.tag) };
    }),
    confirmClock: calls.confirmClock.handler(({ context }) => {
      parts.journal.confirmClock(context.actor().author);
      parts.goOnDuty(context.session.staff);
      messages.publish('message', { kind: 'status' });
      return {};
    }),
    answerJob: calls.answerJob.handler(({ context, input }) => {
      const { job, answer } = input;
      // The same answer sent again after a crash must not print a second time.
      const done = parts.journal.once({ action: 'desk.answerJob', input }, context.actor().author, () =>
        answerJob(devices, job, answer),
      );
      messages.publish('message', { kind: 'status' });
      return done;
    }),
  });
}

function readStatus(parts: DeskRouterParts): DeskStatus {
  const { devices } = parts;
  return {
    now: parts.clock.now(),
    timeZone: parts.calendar().zone,
    reader: devices.readerState(),
    lineReaders: devices.lineReaders(),
    ...devices.printerState(),
    jobs: devices.openJobs().map((job) => toJob(job, parts.numberOf(job.record))),
    journal: readHead(parts.database.db, parts.journal.id),
    clockJump: parts.journal.clockJump(),
    unsynced: null,
    notices: parts.notices(),
  };
}

function toJob(job: PrintJob, number: string | null): DeskStatus['jobs'][number] {
  const { id, record, kind, state, problem, attempts, createdAt } = job;
  return { id, record, kind, state, problem, attempts, createdAt, number };
}

function answerJob(
  devices: DeskDevices,
  job: number,
  answer: 'printed' | 'printAgain' | 'cancel',
): { id: number } {
  try {
    if (answer === 'cancel') devices.cancelJob(job);
    else devices.resolveJob(job, answer === 'printed' ? 'printedFine' : 'printAgain');
  } catch (error) {
    if (!(error instanceof PrintJobError)) throw error;
    if (error.code === 'NOT_FOUND') throw new Refusal('NOT_FOUND', { what: 'printJob' });
    throw new Refusal('JOB_MOVED_ON', { state: error.state });
  }
  return { id: job };
}

/**
 * What a card says is for staff who may register its holder, and for nobody who merely has the window open. Where nobody is
 * signed in, only what may be a badge is heard: it signs in.
 */
export function mayHear(role: Role | null, message: DeskMessage): boolean {
  if (message.kind === 'scanned') return role !== null || badgeUid.safeParse(message.text).success;
  const personal =
    message.kind === 'card' || message.kind === 'cardRefused' || message.kind === 'cardRemoved';
  return !personal || holdsRight(role, 'visits.write');
}
