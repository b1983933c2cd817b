// Setting right what was written: a return undone, a loan extended, taken back, voided, amended. All of it is history.
import type { keyErrors } from '../../../api/key-states.ts';
import type { Signature } from '../../../api/lending.ts';
import type { WireEvent } from '../../../../head-office/protocol/wire.ts';
import type { Command } from '../../journal/command.ts';
import type { Db } from '../../database/handle.ts';
import { entriesOf } from '../../journal/entries.ts';
import { mayBeDue } from '../../lending/due.rules.ts';
import { mayTakeBack } from '../../shared/entries.rules.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { unlose } from './key-cases.steps.ts';
import { keyEvents } from './keys.events.ts';
import { authoriserIn, loanInState, needShift } from './keys.checks.ts';
import { keyLoanEvents } from './key-loans.events.ts';
import { signFor } from './key-loans.steps.ts';
import type { StoredLoan } from './key-loans.row.ts';
import { listGivenUp } from './key-loans.store.ts';
import type { KeysParts } from './keys.parts.ts';
import { stateOf } from './keys.rules.ts';
import { findHeldKey, findKey } from './keys.store.ts';

type Input = { readonly commandId: string; readonly loan: number };
type ExtendInput = Input & { readonly dueAt: number; readonly signature: Signature };
type VoidInput = Input & { readonly reason: string; readonly approval: string | null };
type AmendInput = Input & {
  readonly purpose: string | null;
  readonly remarks: string | null;
  readonly authorisedBy: number | null;
};

const refuse = refusals<typeof keyErrors>();

export type KeyCorrections = ReturnType<typeof createKeyCorrections>;

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createKeyCorrections(parts: KeysParts) {
  const { journal, clock, approvals } = parts;

  /** Undoes the last return, by who took it in, within ten minutes, unless the key has left again. */
  function reopen(actor: Actor, input: Input): { id: number } {
    return journal.command({ action: 'keys.reopen', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open', 'returned', 'lost']);
      if (loan.kind !== 'emergency') needShift(actor);
      const step = undoable(command.tx, loan.id, 'key_loan.returned', by(actor));
      if (!step) throw refuse('TOO_LATE', undefined);
      const { lines } = keyLoanEvents['key_loan.returned'].body.parse(step.body);
      for (const { key } of lines) letGo(command, loan, key);
      command.append(keyLoanEvents, loan.id, { type: 'key_loan.reopened', body: { lines }, sealed: null });
      return { id: loan.id };
    });
  }

  /** The key is out after all: it is not on its way home. Throws KEY_NOT_IN where somebody else has it by now. */
  function letGo(command: Command, loan: StoredLoan, id: number): void {
    const key = findHeldKey(command.tx, id);
    const other = key?.holders.find((holder) => holder.loan !== loan.id);
    if (!key || other || key.state === 'lost' || key.state === 'retired') {
      const state = key ? stateOf(key, key.holders) : 'retired';
      throw refuse('KEY_NOT_IN', {
        key: id,
        state,
        loan: other?.loan ?? null,
        number: other?.number ?? null,
        desk: null,
      });
    }
    if (key.state !== 'in_transfer') return;
    command.append(keyEvents, id, { type: 'key.out_again', body: {}, sealed: null });
  }

  /** Due later, or sooner; counted from now. */
  function extend(actor: Actor, input: ExtendInput): { id: number } {
    const { dueAt } = input;
    return journal.command({ action: 'keys.extend', input }, actor.author, (command) => {
      const { id, kind, lentAt } = loanInState(command.tx, input.loan, ['open']);
      if (kind === 'issued') throw refuse('WRONG_STATE', { record: id, state: kind });
      if (!mayBeDue(dueAt, { lentAt, now: clock.now() })) throw refuse('FIELD_NEEDED', { field: 'dueAt' });
      command.append(keyLoanEvents, id, { type: 'key_loan.extended', body: { dueAt }, sealed: null });
      signFor(parts, command, id, { for: 'keyOut', signature: input.signature });
      return { id };
    });
  }

  /** Within ten minutes, by who made the entry, of a loan that nothing happened to since. */
  function takeBack(actor: Actor, input: Input): { id: number } {
    return journal.command({ action: 'keys.takeBack', input }, actor.author, (command) => {
      const { id } = loanInState(command.tx, input.loan, ['open']);
      if (!undoable(command.tx, id, 'key_loan.lent', by(actor))) throw refuse('TOO_LATE', undefined);
      command.append(keyLoanEvents, id, { type: 'key_loan.taken_back', body: {}, sealed: null });
      return { id };
    });
  }

  /** Struck through for good, with a reason, by or with the approval of a supervisor. */
  function voidLoan(actor: Actor, input: VoidInput): { id: number } {
    const { loan, reason, approval, commandId } = input;
    const done = journal.command({ action: 'keys.void', input }, actor.author, (command) => {
      const { id, lines } = loanInState(command.tx, loan, ['open', 'returned', 'lost']);
      approvals.use(command, actor, { right: 'keys.void', record: id, commandId }, approval);
      command.append(keyLoanEvents, id, { type: 'key_loan.voided', body: {}, sealed: { reason } });
      for (const { key, lost } of lines) if (lost) putLostBack(command, key);
      return { id };
    });
    approvals.spend(approval);
    return done;
  }

  /** A loan that never was has lost nothing; what another loan lost as well stays lost. */
  function putLostBack(command: Command, key: number): void {
    if (findKey(command.tx, key)?.state === 'lost' && listGivenUp(command.tx, key).length === 0) {
      unlose(command, key);
    }
  }

  /** Puts these values in place of the present ones; the old ones stay in the history. */
  function amend(actor: Actor, input: AmendInput): { id: number } {
    const { purpose, remarks } = input;
    return journal.command({ action: 'keys.amend', input }, actor.author, (command) => {
      const loan = loanInState(command.tx, input.loan, ['open', 'returned', 'lost']);
      const keys = loan.lines.flatMap(({ key }) => findHeldKey(command.tx, key) ?? []);
      const isAsBefore = input.authorisedBy === loan.authorisedBy;
      // Who authorised it then may work elsewhere by now.
      const authoriser = isAsBefore ? null : authoriserIn(parts, keys, input.authorisedBy);
      const authorisedByName = isAsBefore ? loan.authorisedByName : (authoriser?.name ?? null);
      command.append(keyLoanEvents, loan.id, {
        type: 'key_loan.amended',
        body: { authorisedBy: input.authorisedBy },
        sealed: { authorisedByName, purpose, remarks },
      });
      return { id: loan.id };
    });
  }

  const by = ({ author }: Actor) => ({ staff: author.staff, now: clock.now() });

  return { reopen, extend, takeBack, voidLoan, amend };
}

/** What says nothing new of where the keys are, and hinders no undoing. */
const BESIDES = /\.(slip_reprinted|bringer_noted|signed)$/;

/** The last thing that happened to a loan or a case, where it is of this type and may be undone. */
export function undoable(
  db: Db,
  record: number,
  type: 'key_loan.returned' | 'key_loan.lent' | 'key_case.opened',
  by: { readonly staff: number | null; readonly now: number },
): WireEvent | null {
  const entries = entriesOf(db, record, BESIDES);
  const last = entries.at(-1);
  // What was written down late with its return left without anybody's leave: it never goes out again by an undo.
  if (last?.type !== type || last.body['way'] === 'late') return null;
  // A key that was found closed its case with its return: out again it would be lost to nobody.
  if (entries.some((event) => event.type === 'key_loan.key_lost')) return null;
  return mayTakeBack({ staff: last.staff, at: last.recordedAt }, by) ? last : null;
}
