// Setting right what was written: taken back, voided, amended, extended. Nothing is deleted, everything is history.
import type { z } from 'zod';
import type { amendForm, visitErrors } from '../../../api/visitors.contract.ts';
import { decodeWire } from '../../../../head-office/protocol/wire.ts';
import type { Right, Role } from '../../../api/rights.ts';
import type { Db } from '../../database/handle.ts';
import type { Author } from '../../journal/append.ts';
import { listRecordEvents } from '../../journal/journal.store.ts';
import { refusals } from '../../shared/refusal.ts';
import { visitEvents } from './visitors.events.ts';
import { isExpired, mayTakeBack } from './visitors.rules.ts';
import {
  checkedIdentity,
  sealedOf,
  visitInState,
  type Actor,
  type VisitorsParts,
} from './visitors.service.ts';

/** Who acts, and the role they act in; null where nobody is signed in. */
export interface RankedActor extends Actor {
  readonly role: Role | null;
}

export interface CorrectionsParts extends VisitorsParts {
  /**
   * The author of an action above one's role: one's own right, or the approver behind a one-time token. Throws the
   * refusal APPROVAL_NEEDED.
   */
  readonly approved: (actor: RankedActor, right: Right, commandId: string, token: string | null) => Author;
}

type Input = { readonly commandId: string; readonly visit: number };
type AmendInput = z.output<typeof amendForm> & Input;

const refuse = refusals<typeof visitErrors>();

export type CorrectionsService = ReturnType<typeof createCorrectionsService>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createCorrectionsService(parts: CorrectionsParts) {
  const { journal, clock } = parts;

  /** Within ten minutes, by who made the entry, of a visit that nothing happened to since. */
  function takeBack(actor: Actor, { commandId, visit }: Input): { id: number } {
    return journal.command(commandId, actor.author, (command) => {
      const { id } = visitInState(command.tx, visit, ['on_site', 'expected']);
      const entry = firstEntry(command.tx, id);
      const by = { staff: actor.author.staff, now: clock.now() };
      if (!entry || !mayTakeBack(entry, by)) throw refuse('TOO_LATE', undefined);
      command.append(visitEvents, id, { type: 'visit.taken_back', body: {}, sealed: null });
      return { id };
    });
  }

  /** Struck through for good, with a reason, by or with the approval of a supervisor. */
  function voidVisit(
    actor: RankedActor,
    {
      commandId,
      visit,
      reason,
      approval,
    }: Input & { readonly reason: string; readonly approval: string | null },
  ): { id: number } {
    const author = parts.approved(actor, 'visits.void', commandId, approval);
    return journal.command(commandId, author, (command) => {
      const { id } = visitInState(command.tx, visit, ['on_site', 'expected', 'left', 'cancelled', 'closed']);
      command.append(visitEvents, id, { type: 'visit.voided', body: {}, sealed: { reason } });
      return { id };
    });
  }

  /** Puts the form's values in place of the present ones; the old ones stay in the history. */
  function amend(actor: Actor, input: AmendInput): { id: number } {
    return journal.command(input.commandId, actor.author, (command) => {
      const visit = visitInState(command.tx, input.visit, ['on_site', 'expected', 'left', 'closed']);
      const { documentNumber, today } = checkedIdentity(parts, command, input, visit.id);
      const { purpose, host, units, documentType, origins, verifiedBy } = input;
      const documentExpired = isExpired(input.documentEnd, today);
      command.append(visitEvents, visit.id, {
        type: 'visit.amended',
        body: { purpose, host, units, documentType, origins, verifiedBy, documentExpired },
        sealed: sealedOf(parts, { ...input, documentNumber }),
      });
      return { id: visit.id };
    });
  }

  /** Still here: the pass holds until `validUntil` (UTC ms), which lies ahead. */
  function extend(
    actor: RankedActor,
    { commandId, visit, validUntil }: Input & { readonly validUntil: number },
  ): { id: number } {
    if (validUntil <= clock.now()) throw refuse('FIELD_NEEDED', { field: 'validUntil' });
    return journal.command(commandId, actor.author, (command) => {
      const { id } = visitInState(command.tx, visit, ['on_site']);
      command.append(visitEvents, id, { type: 'visit.extended', body: { validUntil }, sealed: null });
      return { id };
    });
  }

  return { takeBack, voidVisit, amend, extend };
}

/** Who wrote the entry that began or changed the visit last, and when it was typed. */
function firstEntry(db: Db, record: number): { readonly staff: number | null; readonly at: number } | null {
  const last = listRecordEvents(db, record)
    .map(({ wire }) => decodeWire(wire))
    .findLast((event) => event !== null && event.type !== 'visit.pass_reprinted');
  const isEntry = last?.type === 'visit.arrived' || last?.type === 'visit.expected';
  return last && isEntry ? { staff: last.staff, at: last.recordedAt } : null;
}
