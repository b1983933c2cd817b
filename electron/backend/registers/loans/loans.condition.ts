// How a thing came back, said after the return: the last return is taken back and written again with what was seen.
import type { Condition, LoanState } from '../../../api/loan-states.ts';
import { mayTakeBack } from '../../shared/entries.rules.ts';
import type { Actor } from '../register.ts';
import { loanInState, refuse } from './loans.checks.ts';
import type { LoansParts } from './loans.parts.ts';
import type { LoansService } from './loans.service.ts';

interface ConditionInput {
  readonly commandId: string;
  readonly loan: number;
  readonly condition: Condition;
}

export type NoteCondition = ReturnType<typeof createNoteCondition>;

/**
 * By who took it in, within ten minutes; the return keeps the time at which it was. Money that went out for it stays
 * out. Throws a `Refusal` named in the contract, with nothing written, where the rules say no.
 */
export function createNoteCondition(
  { journal, clock }: Pick<LoansParts, 'journal' | 'clock'>,
  { appendReopen, appendReturn }: Pick<LoansService, 'appendReopen' | 'appendReturn'>,
) {
  return (actor: Actor, input: ConditionInput): { id: number; state: LoanState } =>
    journal.command({ action: 'loans.noteCondition', input }, actor.author, (command) => {
      const { loan: id, condition } = input;
      const loan = loanInState(command.tx, id, ['open', 'returned', 'returned_damaged', 'lost']);
      const { lastReturn } = loan;
      // How a stray came was said as it was taken in.
      if (!lastReturn || lastReturn.stray !== undefined)
        throw refuse('WRONG_STATE', { record: id, state: loan.state });
      const entry = { staff: lastReturn.staff, at: lastReturn.typedAt };
      const by = { staff: actor.author.staff, now: clock.now() };
      if (!mayTakeBack(entry, by)) throw refuse('TOO_LATE', undefined);
      const open = appendReopen(command, loan, lastReturn);
      const lines = lastReturn.lines.map(({ line, count }) => ({ line, count, condition }));
      return { id, state: appendReturn(command, open, { lines, way: 'list', at: lastReturn.at }) };
    });
}
