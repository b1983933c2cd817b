// Plays planned acts on a real backend: every one goes through the contract's calls, as if a window had asked.
import { createRouterClient } from '@orpc/server';
import type { BorrowerPick } from '../../api/borrowers.contract.ts';
import type { Backend } from '../compose.ts';
import { createPrintJobStore } from '../devices/printer/print-jobs.store.ts';
import { afterOutcome, beginSending } from '../devices/printer/print-jobs.rules.ts';
import { actAs, type Session } from '../people/session.ts';
import { findStaffByNumber, type StoredStaff } from '../people/staff.store.ts';
import { goOnDuty } from '../registers/shifts/index.ts';
import type { Calendar, Clock } from '../shared/clock.ts';
import type { Random } from '../shared/random.ts';
import { MINUTE, type Act, type KeyBorrower, type Plan } from './sample.acts.ts';
import type { Person } from './sample.people.ts';

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
  const { approvals, visitors, keys, loans } = createRouterClient(backend.router, { context });
  const borrowers = new Map<Person, number>();
  const records = new Map<Plan, number>();
  const printed = createPrinted(parts);
  const recordOf = (visit: Plan): number => {
    const record = records.get(visit);
    if (record === undefined) throw new RangeError('an act of something that has not begun');
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
        return;
      case 'giveCard':
        await visitors.giveCard({ commandId, visit: recordOf(act.visit), card: act.card });
        return;
      case 'lendThing': {
        const { id, printJobs } = await loans.lend({ ...act.form, commandId });
        records.set(act.loan, id);
        for (const job of printJobs) printed(job);
        return;
      }
      case 'returnThing': {
        const lines = [{ line: 0, count: 1, condition: act.condition }];
        await loans.return({ commandId, loan: recordOf(act.loan), lines, way: 'scan' });
        return;
      }
      case 'loseThing':
        await loans.lose({ commandId, loan: recordOf(act.loan), line: 0, count: 1, note: null });
        return;
      case 'settleDeposit': {
        const { deposits } = await loans.get({ loan: recordOf(act.loan) });
        for (const { id: deposit } of deposits) {
          const { printJobs } = await loans.settle({ commandId, deposit, proof: { how: 'receipt' } });
          for (const job of printJobs) printed(job);
        }
        return;
      }
      case 'setFloat':
        await clientOf(parts, act.by).loans.setFloat({ commandId, amountFen: act.amountFen });
        return;
      case 'blockThing':
        await loans.block({ commandId, item: act.item, reason: act.reason });
        return;
      case 'voidByPhone': {
        const { called, approver, reason } = act.call;
        const record = recordOf(act.visit);
        const proof = { way: 'phone' as const, approver, called, calledAt: act.at - MINUTE };
        const what = { right: 'visits.void' as const, record, commandId, reason, proof };
        const { approval } = await approvals.grant(what);
        await visitors.void({ commandId, visit: record, reason, approval });
        return;
      }
      case 'putCards':
        await clientOf(parts, act.by).visitors.putCards({ commandId, first: act.first, last: act.last });
        return;
      case 'lendKeys': {
        const { by, keys: taken, ...form } = act.form;
        const lent = {
          ...form,
          keys: taken.map(({ id }) => ({ key: id })),
          borrower: pickOf(parts, by, borrowers),
        };
        const { id, printJob } = await keys.lend({ ...lent, remarks: null, commandId });
        records.set(act.loan, id);
        if (isNew(by, borrowers)) borrowers.set(by.worker, (await keys.get({ loan: id })).borrower);
        printed(printJob);
        return;
      }
      case 'returnKeys':
        await keys.return({ commandId, loan: recordOf(act.loan), lines: act.lines });
        return;
      case 'scanCode':
        await keys.scan({ commandId, code: act.code });
        return;
      case 'sendKey':
        await clientOf(parts, act.by).keys.transfer({ commandId, key: act.key, desk: act.to });
        return;
      case 'lend': {
        const staff = staffBy(parts, act.staff).id;
        const lent = { desk: parts.desk, until: act.until };
        await clientOf(parts, act.by).staff.lend({ commandId, staff, lent });
      }
    }
  }
}

/** The calls of somebody who looks in at the desk without taking it over. */
function clientOf(parts: PlayParts, number: string) {
  const context = parts.backend.newContext();
  actAs(context.session, staffBy(parts, number));
  return createRouterClient(parts.backend.router, { context });
}

function staffBy({ backend }: PlayParts, number: string): StoredStaff {
  const staff = findStaffByNumber(backend.database.db, number);
  if (!staff) throw new RangeError('the sample names staff who are not on file');
  return staff;
}

/** Who borrows: by their record from the second time on. */
function pickOf(parts: PlayParts, by: KeyBorrower, borrowers: ReadonlyMap<Person, number>): BorrowerPick {
  if ('contact' in by) return { from: 'contact', contact: by.contact };
  if ('staff' in by) return { from: 'staff', staff: staffBy(parts, by.staff).id };
  const { name, phone, documentType, documentNumber } = by.worker;
  const borrower = borrowers.get(by.worker);
  if (borrower !== undefined) return { from: 'borrower', borrower };
  const person = { kind: 'contractor' as const, name, phone, company: by.company };
  return { from: 'new', person, document: { documentType, documentNumber } };
}

function isNew(
  by: KeyBorrower,
  borrowers: ReadonlyMap<Person, number>,
): by is Extract<KeyBorrower, { readonly worker: Person }> {
  return 'worker' in by && !borrowers.has(by.worker);
}

/** Puts staff on duty. Butlers go on duty without taking the desk over. */
function takeOver(parts: PlayParts, number: string, session: Session): void {
  const { backend, clock, calendar, desk } = parts;
  const staff = staffBy(parts, number);
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
