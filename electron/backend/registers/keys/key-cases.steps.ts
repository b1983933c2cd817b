// The steps of a case that several actions take within their command: it is closed, the loss never was.
import type { CaseOutcome } from '../../../api/key-cases.contract.ts';
import type { Command } from '../../journal/command.ts';
import { keyCareEvents } from './key-care.events.ts';
import { keyCaseEvents } from './key-cases.events.ts';
import { listCasesOf } from './key-cases.store.ts';
import { takeInLost } from './key-loans.steps.ts';

/** Ends whatever case of this key is open. */
export function closeCases(command: Command, key: number, outcome: CaseOutcome, said: string | null): void {
  for (const { id, outcome: over } of listCasesOf(command.tx, key)) {
    if (over !== null) continue;
    command.append(keyCaseEvents, id, {
      type: 'key_case.closed',
      body: { outcome },
      sealed: { note: said },
    });
  }
}

/** A key that was lost is here: every loan that lost it gets it back, and its case is closed. `happenedAt` in UTC ms. */
export function turnUp(
  command: Command,
  key: number,
  { said, happenedAt }: { readonly said: string | null; readonly happenedAt: number },
): void {
  takeInLost(command, key, happenedAt);
  command.append(keyCareEvents, key, { type: 'key.found', body: {}, sealed: null });
  closeCases(command, key, 'found', said);
}

/** A key that is lost by the book never was: it is where it was before, and its case is over. */
export function unlose(command: Command, key: number): void {
  command.append(keyCareEvents, key, { type: 'key.not_lost', body: {}, sealed: null });
  closeCases(command, key, 'mistaken', null);
}
