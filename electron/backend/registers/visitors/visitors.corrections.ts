// Setting right what was written: taken back, voided, amended, extended. Nothing is deleted, everything is history.
import type { z } from 'zod';
import type { amendForm, correctedVisit } from '../../../api/visit-forms.ts';
import type { visitErrors } from '../../../api/visit-states.ts';
import type { ApprovalDesk } from '../../people/approvals.ts';
import type { Command } from '../../journal/command.ts';
import type { Db } from '../../database/handle.ts';
import { entriesOf } from '../../journal/entries.ts';
import { mayTakeBack } from '../../shared/entries.rules.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { visitEvents } from './visitors.events.ts';
import { isExpired, latestValidity, mayHold } from './visitors.rules.ts';
import { beganBy, checkedIdentity, checkPlaces, sealedOf, visitInState } from './visitors.checks.ts';
import type { VisitorsParts } from './visitors.parts.ts';
import type { StoredVisit } from './visitors.row.ts';
import { passDiffers } from './visitors.slip.ts';
import { findVisit } from './visitors.store.ts';

export interface CorrectionsParts extends VisitorsParts {
  readonly approvals: ApprovalDesk;
}

type Input = { readonly commandId: string; readonly visit: number };
type VoidInput = Input & { readonly reason: string; readonly approval: string | null };
type AmendInput = z.output<typeof amendForm> & Input;

type Corrected = z.output<typeof correctedVisit>;

const refuse = refusals<typeof visitErrors>();

export type VisitCorrections = ReturnType<typeof createVisitCorrections>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createVisitCorrections(parts: CorrectionsParts) {
  const { journal, clock, approvals } = parts;

  /**
   * Within ten minutes, by who made the entry, of a visit that nothing happened to since. Whoever had been announced is
   * expected again, where it was their arrival.
   */
  function takeBack(actor: Actor, input: Input): { id: number } {
    return journal.command({ action: 'visitors.takeBack', input }, actor.author, (command) => {
      const visit = visitInState(command.tx, input.visit, ['on_site', 'expected', 'left', 'denied']);
      const { id, state, expectedFrom } = visit;
      const entry = latestEntry(command.tx, id);
      const by = { staff: actor.author.staff, now: clock.now() };
      if (!entry || !mayTakeBack(entry, by)) throw refuse('TOO_LATE', undefined);
      const expectedAgain = state !== 'expected' && expectedFrom !== null;
      command.append(visitEvents, id, { type: 'visit.taken_back', body: { expectedAgain }, sealed: null });
      return { id };
    });
  }

  /** Struck through for good, with a reason, by or with the approval of a supervisor. */
  function voidVisit(actor: Actor, input: VoidInput): { id: number } {
    const { visit, reason, approval, commandId } = input;
    const done = journal.command({ action: 'visitors.void', input }, actor.author, (command) => {
      const { id } = visitInState(command.tx, visit, [
        'on_site',
        'expected',
        'left',
        'cancelled',
        'closed',
        'denied',
      ]);
      approvals.use(command, actor, { right: 'visits.void', record: id, commandId }, approval);
      command.append(visitEvents, id, { type: 'visit.voided', body: {}, sealed: { reason } });
      return { id };
    });
    approvals.spend(approval);
    return done;
  }

  /** Puts the form's values in place of the present ones; the old ones stay in the history. */
  function amend(actor: Actor, input: AmendInput): Corrected {
    return journal.command({ action: 'visitors.amend', input }, actor.author, (command) => {
      const visit = visitInState(command.tx, input.visit, [
        'on_site',
        'expected',
        'left',
        'closed',
        'denied',
      ]);
      checkPlaces(parts, input);
      const { document } = input;
      const checked = document && checkDocument(command, input, document, visit);
      const { purpose, host, units, origins, children } = input;
      const begunBy = beganBy(parts, command, input.begunBy);
      command.append(visitEvents, visit.id, {
        type: 'visit.amended',
        body: {
          ...{ purpose, host, units, origins, children, begunBy },
          document: checked?.body ?? null,
          noDocument: isWithout(visit, checked) ? input.noDocument : null,
        },
        sealed: sealedOf(parts, { ...input, documentNumber: checked?.number ?? null }),
      });
      return corrected(command, visit);
    });
  }

  /** Only who is on site is looked for elsewhere on site: the amendment of a finished visit hinders nobody. */
  function checkDocument(
    command: Command,
    { host, hostName, purpose }: AmendInput,
    { type, number, end, verifiedBy }: NonNullable<AmendInput['document']>,
    visit: StoredVisit,
  ) {
    const claim = { host, hostName, purpose, verifiedBy, documentType: type, documentNumber: number };
    const except = visit.state === 'on_site' ? visit.id : 'any';
    const { documentNumber, today } = checkedIdentity(parts, command, claim, except);
    return { number: documentNumber, body: { type, verifiedBy, expired: isExpired(end, today) } };
  }

  /** Still here: the pass holds until `validUntil` (UTC ms), which lies ahead, by the longest time that policy allows at most. */
  function extend(actor: Actor, input: Input & { readonly validUntil: number }): Corrected {
    const { visit, validUntil } = input;
    const now = clock.now();
    const latest = latestValidity(now, parts.policies.value('validity.longestDays'));
    if (!mayHold(validUntil, now, latest)) throw refuse('FIELD_NEEDED', { field: 'validUntil' });
    return journal.command({ action: 'visitors.extend', input }, actor.author, (command) => {
      const before = visitInState(command.tx, visit, ['on_site']);
      command.append(visitEvents, before.id, { type: 'visit.extended', body: { validUntil }, sealed: null });
      return corrected(command, before);
    });
  }

  /** Whoever is inside and has a pass in hand may have one that is no longer right. */
  function corrected({ tx }: Command, before: StoredVisit): Corrected {
    const after = findVisit(tx, before.id);
    const isCarried = before.state === 'on_site' && before.passPrints > 0;
    const passOutdated = isCarried && after !== undefined && passDiffers(before, after, parts.calendar());
    return { id: before.id, passOutdated };
  }

  return { takeBack, voidVisit, amend, extend };
}

/** Whether the visit has come and has no document, as amended. */
function isWithout(visit: StoredVisit, checked: { readonly number: string | null } | null): boolean {
  const number = checked ? checked.number : visit.documentMasked;
  return visit.arrivedAt !== null && number === null;
}

/** What goes with an entry and is taken back along with it. */
const BESIDES = /\.(pass_reprinted|card_out|document_revealed)$/;

/** Who wrote the entry that began or changed the visit last, and when it was typed. */
function latestEntry(db: Db, record: number): { readonly staff: number | null; readonly at: number } | null {
  const entries = entriesOf(db, record, BESIDES);
  const entered = entries.findLast(({ type }) => type === 'visit.arrived');
  // Whoever was entered when they had left already has come and gone by one command.
  const last = entries.findLast(({ type, command }) => type !== 'visit.left' || command !== entered?.command);
  const isEntry =
    last?.type === 'visit.arrived' || last?.type === 'visit.expected' || last?.type === 'visit.denied';
  return last && isEntry ? { staff: last.staff, at: last.recordedAt } : null;
}
