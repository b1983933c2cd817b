// Plays planned acts on a real backend: every one goes through the contract's calls, as if a window had asked.
import { createRouterClient } from '@orpc/server';
import type { Backend } from '../compose.ts';
import { createPrintJobStore } from '../devices/printer/print-jobs.store.ts';
import { afterOutcome, beginSending } from '../devices/printer/print-jobs.rules.ts';
import { actAs, type Session } from '../people/session.ts';
import { findStaffByNumber } from '../people/staff.store.ts';
import { goOnDuty } from '../registers/shifts/index.ts';
import type { Calendar, Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import type { Act, Plan } from './sample.acts.ts';

/** A clock that stands where it was put. */
export interface ScriptedClock extends Clock {
  set(ms: number): void;
}

export interface PlayParts {
  readonly backend: Backend;
  readonly clock: ScriptedClock;
  readonly calendar: Calendar;
  /** For command ids. */
  readonly random: Random;
  readonly desk: string;
}

const PRINTING_MS = 1_800;

/** Plays the acts in the order of their times. Rejects with whatever the desk refuses: a plan that is wrong. */
export async function play(parts: PlayParts, acts: readonly Act[]): Promise<void> {
  const { backend, clock } = parts;
  const context = backend.newContext();
  const { visitors } = createRouterClient(backend.router, { context });
  const records = new Map<Plan, number>();
  const printed = createPrinted(parts);
  const recordOf = (visit: Plan): number => {
    const record = records.get(visit);
    if (record === undefined) throw new RangeError('an act of a visit that has not begun');
    return record;
  };

  for (const act of acts.toSorted((a, b) => a.at - b.at)) {
    clock.set(act.at);
    await perform(act);
  }

  async function perform(act: Act): Promise<void> {
    const commandId = commandIdAt(act.at, parts.random);
    switch (act.do) {
      case 'goOnDuty':
        takeOver(parts, act.staff, context.session);
        return;
      case 'register': {
        const { id, printJob } = await visitors.register({ ...act.form, commandId });
        records.set(act.visit, id);
        printed(printJob);
        return;
      }
      case 'expect': {
        const { id } = await visitors.expect({ ...act.form, commandId });
        records.set(act.visit, id);
        return;
      }
      case 'arrive': {
        const input = { ...act.form, commandId, visit: recordOf(act.visit) };
        printed((await visitors.arrive(input)).printJob);
        return;
      }
      case 'leave':
        await visitors.leave({ commandId, visit: recordOf(act.visit), way: act.way });
        return;
      case 'reprint':
        printed((await visitors.reprint({ commandId, visit: recordOf(act.visit) })).printJob);
        return;
      case 'cancel':
      case 'reopen':
        await visitors[act.do]({ commandId, visit: recordOf(act.visit) });
    }
  }
}

/** Puts staff on duty. Answers them where they work the visitors' register from now on. */
/** Butlers go on duty without taking the desk over. */
function takeOver({ backend, clock, calendar, desk }: PlayParts, number: string, session: Session): void {
  const staff = findStaffByNumber(backend.database.db, number);
  if (!staff) throw new RangeError('a rota names staff who are not on file');
  goOnDuty({ journal: backend.journal, clock, calendar: () => calendar }, staff, desk);
  if (staff.role !== 'butler') actAs(session, staff);
}

/** Passes of the past came out of a printer that nobody has any more. */
function createPrinted({ backend, clock }: PlayParts): (job: number | null) => void {
  const store = createPrintJobStore(backend.database);
  return (id) => {
    const job = id === null ? undefined : store.find(id);
    if (!job) return;
    const sent = beginSending(job, clock.now());
    store.save(afterOutcome(sent, { outcome: 'printed', paperNearEnd: false }, clock.now() + PRINTING_MS));
  };
}

/** A UUID of version 7, as a window makes them. */
function commandIdAt(ms: number, random: Random): string {
  const bytes = random.bytes(16);
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
