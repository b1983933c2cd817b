// Keys that are gone: the loss, what is done about it, and how it ends; each action is one command or nothing.
import type { CaseStep, CaseTold, GIVEN_UP_BECAUSE, keyCaseErrors } from '../../../api/key-cases.contract.ts';
import type { Command } from '../../journal/command.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { keyCareEvents } from './key-care.events.ts';
import { keyCaseEvents } from './key-cases.events.ts';
import { closeCases, turnUp, unlose } from './key-cases.steps.ts';
import { findCase } from './key-cases.store.ts';
import { undoable } from './key-loans.corrections.ts';
import { keyLoanEvents } from './key-loans.events.ts';
import { missingOf, takeIn } from './key-loans.steps.ts';
import { findLoan, listGivenUp } from './key-loans.store.ts';
import { keyEvents } from './keys.events.ts';
import type { KeysParts } from './keys.parts.ts';
import { stateOf } from './keys.rules.ts';
import { findHeldKey, type HeldKey } from './keys.store.ts';

type KeyInput = { readonly commandId: string; readonly key: number };
type Noted = { readonly note: string | null };
type LoseInput = KeyInput &
  Noted & { readonly told: readonly { readonly who: CaseTold; readonly at: number }[] };
type NoteInput = Noted & {
  readonly commandId: string;
  readonly case: number;
  readonly step: CaseStep;
  readonly who: CaseTold | null;
  readonly at: number | null;
  readonly costFen: number;
};

const refuse = refusals<typeof keyCaseErrors>();

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createKeyCasesService({ journal, clock }: KeysParts) {
  /** Every loan that has it by the book gives it up: its line closes as lost. */
  function lose(actor: Actor, input: LoseInput): { id: number; case: number } {
    return journal.command({ action: 'keys.loseKey', input }, actor.author, (command) => {
      const key = keyIn(command, input.key, ['in_cabinet', 'in_transfer', 'out', 'incomplete', 'issued']);
      for (const { at } of input.told) checkTime(at);
      for (const { loan } of key.holders) {
        command.append(keyLoanEvents, loan, {
          type: 'key_loan.key_lost',
          body: { key: key.id },
          sealed: null,
        });
      }
      const id = command.newRecord();
      command.append(keyCaseEvents, id, {
        type: 'key_case.opened',
        body: { key: key.id, loan: key.holders[0]?.loan ?? null, told: [...input.told] },
        sealed: { note: input.note },
      });
      command.append(keyCareEvents, key.id, { type: 'key.lost', body: { case: id }, sealed: null });
      return { id: key.id, case: id };
    });
  }

  /** It was a mistake: the loans have it again, it lies where it lay, and the case is over. */
  function takeBack(
    actor: Actor,
    input: { readonly commandId: string; readonly case: number },
  ): { id: number } {
    return journal.command({ action: 'keys.takeBackLoss', input }, actor.author, (command) => {
      const known = findCase(command.tx, input.case);
      if (!known) throw refuse.notFound('key_case');
      const by = { staff: actor.author.staff, now: clock.now() };
      if (!undoable(command.tx, known.id, 'key_case.opened', by)) throw refuse('TOO_LATE', undefined);
      const key = keyIn(command, known.key, ['lost']);
      for (const { id } of listGivenUp(command.tx, key.id)) {
        const body = { key: key.id };
        command.append(keyLoanEvents, id, { type: 'key_loan.key_not_lost', body, sealed: null });
      }
      unlose(command, key.id);
      return { id: key.id };
    });
  }

  function note(actor: Actor, input: NoteInput): { id: number } {
    return journal.command({ action: 'keys.noteCase', input }, actor.author, (command) => {
      const known = findCase(command.tx, input.case);
      if (!known) throw refuse.notFound('key_case');
      const { step, who, costFen, note: said } = input;
      // A bill may come after the key; nothing else is done about a case that is closed.
      if (known.outcome !== null && step !== 'costBilled') throw refuse('CASE_CLOSED', { case: known.id });
      const at = input.at ?? clock.now();
      checkTime(at);
      const body = { step, who: step === 'told' ? (who ?? 'other') : null, at, costFen };
      command.append(keyCaseEvents, known.id, { type: 'key_case.noted', body, sealed: { note: said } });
      return { id: known.id };
    });
  }

  /** It lies at this desk. The loan that had lost it gets it back, and the case is closed. */
  function found(actor: Actor, input: KeyInput & Noted): { id: number } {
    return journal.command({ action: 'keys.foundKey', input }, actor.author, (command) => {
      const key = keyIn(command, input.key, ['lost']);
      turnUp(command, key.id, { said: input.note, happenedAt: clock.now() });
      return { id: key.id };
    });
  }

  /** It hangs here, whatever the book says: lost, on its way, or with somebody. At another desk it goes home first. */
  function hangUp(actor: Actor, input: KeyInput): { id: number } {
    return journal.command({ action: 'keys.hangUp', input }, actor.author, (command) => {
      const key = held(command, input.key);
      const state = stateOf(key, key.holders);
      const hangs = state === 'in_cabinet' && key.desk === actor.author.desk;
      if (state === 'retired' || hangs) throw refuse('KEY_STATE', { key: key.id, state });
      if (state === 'lost') turnUp(command, key.id, { said: null, happenedAt: clock.now() });
      takeInAll(command, key);
      if (actor.author.desk === key.homeDesk) {
        command.append(keyCareEvents, key.id, { type: 'key.hung_up', body: {}, sealed: null });
      } else {
        command.append(keyEvents, key.id, { type: 'key.brought', body: {}, sealed: null });
      }
      return { id: key.id };
    });
  }

  /** Nobody looks for it any more: the lock was changed, or it is not worth it. */
  function giveUp(
    actor: Actor,
    input: KeyInput & Noted & { readonly why: (typeof GIVEN_UP_BECAUSE)[number] },
  ): { id: number } {
    return journal.command({ action: 'keys.giveUpKey', input }, actor.author, (command) => {
      const key = keyIn(command, input.key, ['lost', 'found']);
      const { why, note: said } = input;
      command.append(keyEvents, key.id, { type: 'key.retired', body: { why }, sealed: { note: said } });
      closeCases(command, key.id, 'retired', said);
      return { id: key.id };
    });
  }

  function takeInAll(command: Command, key: HeldKey): void {
    for (const { loan } of key.holders) {
      const open = findLoan(command.tx, loan);
      const lines = open ? missingOf(open).filter((line) => line.key === key.id) : [];
      if (open && lines.length > 0) takeIn(command, open, lines, { way: 'list', happenedAt: clock.now() });
    }
  }

  function checkTime(at: number): void {
    if (at > clock.now()) throw refuse('CASE_TIME', { field: 'at' });
  }

  return { lose, takeBack, note, found, hangUp, giveUp };
}

function held({ tx }: Command, id: number): HeldKey {
  const key = findHeldKey(tx, id);
  if (!key) throw refuse.notFound('key');
  return key;
}

function keyIn(command: Command, id: number, states: readonly string[]): HeldKey {
  const key = held(command, id);
  const state = stateOf(key, key.holders);
  if (!states.includes(state)) throw refuse('KEY_STATE', { key: id, state });
  return key;
}
