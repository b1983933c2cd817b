// What comes after a settlement: the bill beyond the deposit 赔偿单 is paid, what was kept for a found thing is given back.
import type { depositErrors, DepositState, PayMethod } from '../../../api/deposit-states.ts';
import type { Db } from '../../database/handle.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { mayTakeBackLast, type TakingBack } from './deposits.entry.ts';
import { depositEvents } from './deposits.events.ts';
import type { DepositsParts } from './deposits.parts.ts';
import { splitShare } from './deposits.rules.ts';
import { findDeposit, type StoredDeposit } from './deposits.store.ts';

type Input = { readonly commandId: string; readonly deposit: number };
type PaidInput = Input & {
  readonly amountFen: number;
  readonly method: PayMethod;
  readonly reference: string | null;
};

const refuse = refusals<typeof depositErrors>();

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createDepositBills({ journal, clock, approvals }: DepositsParts) {
  function pay(actor: Actor, input: PaidInput): { id: number } {
    return journal.command({ action: 'loans.payShortfall', input }, actor.author, (command) => {
      const { id, state, shortfallFen, shortfallPaidFen } = depositOf(command.tx, input.deposit);
      const mostFen = shortfallFen - shortfallPaidFen;
      if (mostFen <= 0) throw refuse('WRONG_STATE', { record: id, state });
      const { amountFen, method, reference } = input;
      if (amountFen > mostFen) throw refuse('AMOUNT_WRONG', { field: 'amountFen', mostFen });
      command.append(depositEvents, id, {
        type: 'deposit.shortfall_paid',
        body: { amountFen, method },
        sealed: { reference },
      });
      return { id };
    });
  }

  function undo(actor: Actor, input: Input): { id: number } {
    return journal.command({ action: 'loans.undoShortfall', input }, actor.author, (command) => {
      const { id } = depositOf(command.tx, input.deposit);
      if (!mayUndoShortfall(command.tx, id, { ...actor.author, now: clock.now() })) {
        throw refuse('TOO_LATE', undefined);
      }
      command.append(depositEvents, id, { type: 'deposit.shortfall_undone', body: {}, sealed: null });
      return { id };
    });
  }

  /** The thing is here again: somebody above decides that what was kept for it goes back. */
  function reverse(
    actor: Actor,
    input: Input & { readonly approval: string | null },
  ): { id: number; amountFen: number; shortfallFen: number; state: DepositState } {
    const { approval, commandId } = input;
    const done = journal.command({ action: 'loans.reverse', input }, actor.author, (command) => {
      const deposit = depositOf(command.tx, input.deposit);
      const { id, state, offeredFen } = deposit;
      if (offeredFen === 0) throw refuse('WRONG_STATE', { record: id, state });
      approvals.use(command, actor, { right: 'loans.decide', record: id, commandId }, approval);
      const taken = { amountFen: offeredFen };
      command.append(depositEvents, id, { type: 'deposit.offer_taken', body: taken, sealed: null });
      const body = splitShare(deposit, offeredFen);
      command.append(depositEvents, id, { type: 'deposit.reversed', body, sealed: null });
      return { id, ...body, state: depositOf(command.tx, id).state };
    });
    approvals.spend(approval);
    return done;
  }

  return { pay, undo, reverse };
}

/** Whether they may take back what was paid last: their own entry, a moment ago, with nothing after it. */
export function mayUndoShortfall(db: Db, id: number, by: TakingBack): boolean {
  return mayTakeBackLast(db, id, 'deposit.shortfall_paid', by);
}

function depositOf(db: Db, id: number): StoredDeposit {
  const deposit = findDeposit(db, id);
  if (!deposit) throw refuse.notFound('deposit');
  return deposit;
}
