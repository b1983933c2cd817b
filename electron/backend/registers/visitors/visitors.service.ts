// What the desk does with visits: each action is one command — read, rule, append — or nothing at all.
import type { z } from 'zod';
import type { expectedForm, visitorForm } from '../../../api/visit-forms.ts';
import type { visitErrors } from '../../../api/visit-states.ts';
import { findByScanCode } from '../../devices/scan-codes.store.ts';
import type { Tx } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { mayEnterLate } from '../../shared/entries.rules.ts';
import { refusals } from '../../shared/refusal.ts';
import { newScanCode, parseScanCode } from '../../shared/scan-code.ts';
import type { Actor } from '../register.ts';
import {
  beganBy,
  checkedIdentity,
  checkPlaces,
  indexOf,
  judged,
  refuseAlike,
  refuseTwice,
  sealedOf,
  turnedAwayBefore,
  visitInState,
} from './visitors.checks.ts';
import { cardOut } from './cards.rules.ts';
import { giveBack, handOut, settleCard } from './cards.service.ts';
import { visitEvents } from './visitors.events.ts';
import type { VisitorsParts } from './visitors.parts.ts';
import {
  isComingBack,
  mayReopen,
  isConfirmed,
  isExpired,
  judgeIdentity,
  mayExpect,
  mayHaveLeft,
  mayHold,
} from './visitors.rules.ts';
import { validityOf } from './visitors.validity.ts';
import { readDocumentNumber } from './visitors.documents.ts';
import type { StoredVisit } from './visitors.row.ts';
import { findVisit } from './visitors.store.ts';

type VisitorInput = z.output<typeof visitorForm> & { readonly commandId: string };
type ExpectedInput = z.output<typeof expectedForm> & { readonly commandId: string };
type VisitInput = { readonly commandId: string; readonly visit: number };
type LeaveInput = VisitInput & {
  readonly way: 'scan' | 'list' | 'timeUnknown';
  readonly card?: 'returned' | 'kept' | null;
};

/** The number and code of a visit, and the print job of its pass where one was asked for. */
export interface Registered {
  readonly id: number;
  readonly number: string;
  readonly passCode: string;
  readonly printJob: number | null;
}

const refuse = refusals<typeof visitErrors>();

export type VisitorsService = ReturnType<typeof createVisitorsService>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createVisitorsService(parts: VisitorsParts) {
  const { journal, clock, slips, policies } = parts;

  function register(actor: Actor, input: VisitorInput): Registered {
    return printing(() =>
      journal.command({ action: 'visitors.register', input }, actor.author, (command) => {
        checkPlaces(parts, input);
        const gone = input.leftAt !== null;
        const checked = checkedIdentity(parts, command, input, gone ? 'any' : null);
        refuseAlike(parts, command.tx, { ...input, ...checked, except: null, expectedFrom: null, gone });
        const id = command.newRecord();
        const numbered = { number: command.nextNumber('V'), passCode: newPassCode() };
        appendArrival(command, id, { ...input, ...checked }, { numbered, expectedUntil: null });
        return { id, ...numbered, printJob: printPass(command, actor, id, input.printPass, 0) };
      }),
    );
  }

  function expect(actor: Actor, input: ExpectedInput): Registered {
    if (!mayExpect(input.expectedFrom, input.expectedUntil, policies.value('validity.longestDays')))
      throw refuse('FIELD_NEEDED', { field: 'expectedUntil' });
    checkPlaces(parts, input);
    return journal.command({ action: 'visitors.expect', input }, actor.author, (command) => {
      const today = parts.calendar().dayOf(clock.now());
      const { documentNumber } = judged(judgeIdentity({ ...input, verifiedBy: 'none' }, today));
      const documentIndex = indexOf(parts, input.documentType, documentNumber);
      refuseAlike(parts, command.tx, { ...input, documentIndex, except: null, gone: false });
      const id = command.newRecord();
      const numbered = { number: command.nextNumber('V'), passCode: newPassCode() };
      const { purpose, host, units, documentType, origins, expectedFrom, expectedUntil, children } = input;
      const begunBy = beganBy(parts, command, input.begunBy);
      command.append(visitEvents, id, {
        type: 'visit.expected',
        body: {
          ...{ purpose, host, units, documentType, origins, numbered, expectedFrom, expectedUntil },
          ...{ children, begunBy },
        },
        sealed: sealedOf(parts, { ...input, documentNumber }),
      });
      return { id, ...numbered, printJob: null };
    });
  }

  function arrive(actor: Actor, input: VisitorInput & VisitInput): Registered {
    return printing(() =>
      journal.command({ action: 'visitors.arrive', input }, actor.author, (command) => {
        const visit = visitInState(command.tx, input.visit, ['expected', 'cancelled']);
        checkPlaces(parts, input);
        const { id, number, passCode, passPrints, expectedUntil } = visit;
        const shown = { ...input, documentNumber: shownNumber(command.tx, visit, input) };
        const gone = input.leftAt !== null;
        const checked = checkedIdentity(parts, command, shown, gone ? 'any' : id);
        refuseAlike(parts, command.tx, { ...input, ...checked, except: id, expectedFrom: null, gone });
        appendArrival(command, id, { ...input, ...checked }, { numbered: null, expectedUntil });
        return { id, number, passCode, printJob: printPass(command, actor, id, input.printPass, passPrints) };
      }),
    );
  }

  function leave(actor: Actor, input: LeaveInput): { id: number } {
    return journal.command({ action: 'visitors.leave', input }, actor.author, (command) => {
      const { visit: record, way } = input;
      const visit = visitInState(command.tx, record, ['on_site']);
      const happenedAt = clock.now();
      const left = { type: 'visit.left', happenedAt, body: { way }, sealed: null } as const;
      command.append(visitEvents, visit.id, left, visit);
      // Nobody was there to hand a card to: it is looked for with the others that did not come back.
      settleCard(command, visit, way === 'timeUnknown' ? 'kept' : (input.card ?? null), happenedAt);
      return { id: visit.id };
    });
  }

  /** Takes a leaving back, or lets a contractor in again on the next day of their pass. */
  function reopen(actor: Actor, input: VisitInput): { id: number } {
    return journal.command({ action: 'visitors.reopen', input }, actor.author, (command) => {
      const visit = visitInState(command.tx, input.visit, ['left', 'closed']);
      if (!mayReopen(visit, clock.now(), parts.calendar())) throw refuse('ENDED_LONG_AGO', undefined);
      refuseTwice(command.tx, visit.documentIndex, visit.id);
      const again = isComingBack(visit, clock.now(), parts.calendar());
      const type = again ? 'visit.came_back' : 'visit.reopened';
      command.append(visitEvents, visit.id, { type, body: {}, sealed: null }, visit);
      if (!again) giveBack(command, visit, clock.now());
      return { id: visit.id };
    });
  }

  function cancel(actor: Actor, input: VisitInput): { id: number } {
    return journal.command({ action: 'visitors.cancel', input }, actor.author, (command) => {
      const { id } = visitInState(command.tx, input.visit, ['expected']);
      command.append(visitEvents, id, { type: 'visit.cancelled', body: {}, sealed: null });
      return { id };
    });
  }

  function reprint(actor: Actor, input: VisitInput): { id: number; printJob: number } {
    return printing(() =>
      journal.command({ action: 'visitors.reprint', input }, actor.author, (command) => {
        const { id, passPrints } = visitInState(command.tx, input.visit, ['on_site']);
        command.append(visitEvents, id, { type: 'visit.pass_reprinted', body: {}, sealed: null });
        return { id, printJob: enqueue(command, actor, id, passPrints) };
      }),
    );
  }

  /** A scan acts at once where its meaning is plain: who is inside leaves. Everything else is shown first. */
  function scan(
    actor: Actor,
    input: { readonly commandId: string; readonly code: string },
  ): { did: 'left' | 'nothing'; visit: number; state: StoredVisit['state'] } {
    const code = parseScanCode(input.code);
    if (!code.ok) throw refuse('UNKNOWN_CODE', { reason: code.reason });
    if (code.kind !== 'visitPass') throw refuse('UNKNOWN_CODE', { reason: 'KIND' });
    return journal.command({ action: 'visitors.scan', input }, actor.author, (command) => {
      const visits = findByScanCode(command.tx, code.code).flatMap(
        (record) => findVisit(command.tx, record) ?? [],
      );
      const visit = visits.find(({ state }) => state === 'on_site' || state === 'expected') ?? visits[0];
      if (!visit) throw refuse('UNKNOWN_CODE', { reason: 'NOT_ISSUED' });
      // With a turnstile card in the visitor's hand there is a question to be asked first.
      if (visit.state !== 'on_site' || cardOut(visit)) {
        return { did: 'nothing', visit: visit.id, state: visit.state };
      }
      const left = { type: 'visit.left', body: { way: 'scan' }, sealed: null } as const;
      command.append(visitEvents, visit.id, left, visit);
      return { did: 'left', visit: visit.id, state: 'left' };
    });
  }

  function appendArrival(
    command: Command,
    id: number,
    input: VisitorInput & { readonly today: string; readonly documentIndex: string | null },
    announced: {
      /** Null where it was numbered when it was announced. */
      readonly numbered: { readonly number: string; readonly passCode: string } | null;
      readonly expectedUntil: number | null;
    },
  ): void {
    const { numbered, expectedUntil } = announced;
    const { purpose, host, units, documentType, origins, verifiedBy, hostConfirmation, children } = input;
    const now = clock.now();
    const happenedAt = input.arrivedAt ?? now;
    if (!mayEnterLate(happenedAt, now, policies.value('lateEntry.days')))
      throw refuse('FIELD_NEEDED', { field: 'arrivedAt' });
    if (!isConfirmed(policies.value('hostConfirmation.asked')[purpose], hostConfirmation))
      throw refuse('FIELD_NEEDED', { field: 'hostConfirmation' });
    if (input.leftAt !== null && !mayHaveLeft(input.leftAt, happenedAt, now))
      throw refuse('FIELD_NEEDED', { field: 'leftAt' });
    // Whoever is gone is handed nothing.
    if (input.leftAt !== null && input.card !== null) throw refuse('FIELD_NEEDED', { field: 'card' });
    const { desk } = command.author;
    const validity = validityOf(parts, { purpose, arrivedAt: happenedAt, desk, expectedUntil });
    const validUntil = input.validUntil ?? validity.validUntil;
    if (input.validUntil !== null && !mayHold(validUntil, happenedAt, validity.latest))
      throw refuse('FIELD_NEEDED', { field: 'validUntil' });
    command.append(visitEvents, id, {
      type: 'visit.arrived',
      happenedAt,
      body: {
        ...{ purpose, host, units, documentType, origins, verifiedBy, numbered },
        ...{ hostConfirmation, validUntil, paperLine: input.paperLine, children },
        begunBy: beganBy(parts, command, input.begunBy),
        previous: turnedAwayBefore(parts, command, input),
        noDocument: input.documentNumber === null ? input.noDocument : null,
        documentExpired: isExpired(input.documentEnd, input.today),
        noticeVersion: policies.revisionAt('privacy.notice', happenedAt),
        passPrinted: input.printPass,
      },
      sealed: sealedOf(parts, input),
    });
    if (input.card !== null) handOut(command, id, input.card, happenedAt);
    if (input.leftAt === null) return;
    const left = {
      type: 'visit.left',
      happenedAt: input.leftAt,
      body: { way: 'list' },
      sealed: null,
    } as const;
    command.append(visitEvents, id, left);
  }

  /** The number of the document that was shown: the one that was announced, where it is that one. */
  function shownNumber(tx: Tx, visit: StoredVisit, input: VisitorInput): string | null {
    const { documentNumber, documentType, verifiedBy } = input;
    const kept = documentNumber === null && verifiedBy === 'document' && documentType === visit.documentType;
    return kept ? readDocumentNumber(parts, tx, visit.id) : documentNumber;
  }

  function printPass(
    command: Command,
    actor: Actor,
    id: number,
    wanted: boolean,
    prints: number,
  ): number | null {
    return wanted ? enqueue(command, actor, id, prints) : null;
  }

  function enqueue(command: Command, actor: Actor, record: number, prints: number): number {
    return slips.enqueue(command.tx, {
      record,
      kind: 'visitPass',
      language: actor.language,
      reprint: prints,
    });
  }

  /** A pass is on its way as soon as its job is committed; nobody waits for the printer. */
  function printing<T>(work: () => T): T {
    const result = work();
    slips.wake();
    return result;
  }

  const newPassCode = (): string => newScanCode('visitPass', parts.random);

  return { register, expect, arrive, leave, reopen, cancel, reprint, scan };
}
