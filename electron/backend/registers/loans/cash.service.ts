// What the desk does with its till: the float, what finance gets 上缴财务, and unclaimed deposits handed over.
import type { Signature } from '../../../api/lending.ts';
import type { depositErrors, PayMethod } from '../../../api/deposit-states.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { cashMoveEvents } from './cash.events.ts';
import { freeOf, owedAt, tillOf } from './cash.rules.ts';
import { findCashMove, findFloat, listCashTotals, type StoredCashMove } from './cash.store.ts';
import { mayTakeBackLast, type TakingBack } from './deposits.entry.ts';
import { depositEvents } from './deposits.events.ts';
import type { DepositsParts } from './deposits.parts.ts';
import { findDeposit, listOwed, type StoredDeposit } from './deposits.store.ts';

type Commanded = { readonly commandId: string };
/** The receiver is named, and signs where policy asks whoever gets money to. */
type Received = Commanded & { readonly receiver: string; readonly signature: Signature };

const refuse = refusals<typeof depositErrors>();

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createCashService({
  journal,
  clock,
  signatures,
  slips,
}: Pick<DepositsParts, 'journal' | 'clock' | 'signatures' | 'slips'>) {
  function setFloat(actor: Actor, input: Commanded & { readonly amountFen: number }): { id: number } {
    return journal.command({ action: 'loans.setFloat', input }, actor.author, (command) => {
      const id = findFloat(command.tx, actor.author.desk ?? '') ?? command.newRecord();
      const { amountFen } = input;
      command.append(cashMoveEvents, id, { type: 'cash_move.float_set', body: { amountFen }, sealed: null });
      return { id };
    });
  }

  function handIn(
    actor: Actor,
    input: Received & {
      readonly method: PayMethod;
      readonly amountFen: number;
      readonly heldToo: boolean;
    },
  ): { id: number; printJobs: number[] } {
    signatures.check('refund', input.signature);
    const done = journal.command({ action: 'loans.handIn', input }, actor.author, (command) => {
      const { method, amountFen, receiver } = input;
      const desk = actor.author.desk ?? '';
      const till = tillOf(listCashTotals(command.tx), desk, method);
      const heldFen = input.heldToo ? 0 : owedAt(listOwed(command.tx), desk, method);
      const mostFen = freeOf(till, heldFen, method);
      if (amountFen > mostFen) throw refuse('AMOUNT_WRONG', { field: 'amountFen', mostFen });
      const id = appendHandIn(command, { method, amountFen, deposits: 0 }, receiver);
      sign(command, id, input.signature);
      return { id, printJobs: printHandIn(command, actor, id) };
    });
    slips.wake();
    return done;
  }

  /** A deposit that finance has is settled by finance: it leaves the desk's book with the money. */
  function toFinance(
    actor: Actor,
    input: Received & { readonly deposits: readonly number[] },
  ): { moves: number[]; amountFen: number; printJobs: number[] } {
    signatures.check('refund', input.signature);
    const done = journal.command({ action: 'loans.toFinance', input }, actor.author, (command) => {
      const deposits = [...new Set(input.deposits)].map((id) => unclaimedHere(command, id));
      const moves: number[] = [];
      for (const [method, group] of Map.groupBy(deposits, (deposit) => deposit.method)) {
        const amountFen = group.reduce((sum, deposit) => sum + deposit.amountFen, 0);
        const move = appendHandIn(command, { method, amountFen, deposits: group.length }, input.receiver);
        for (const { id } of group) {
          command.append(depositEvents, id, { type: 'deposit.to_finance', body: { move }, sealed: null });
        }
        sign(command, move, input.signature);
        moves.push(move);
      }
      return {
        ...{ moves, amountFen: deposits.reduce((sum, deposit) => sum + deposit.amountFen, 0) },
        printJobs: moves.flatMap((move) => printHandIn(command, actor, move)),
      };
    });
    slips.wake();
    return done;
  }

  /** A hand-in that was typed wrongly a moment ago. */
  function takeBackMove(actor: Actor, input: Commanded & { readonly move: number }): { id: number } {
    return journal.command({ action: 'loans.takeBackMove', input }, actor.author, (command) => {
      const move = findCashMove(command.tx, input.move);
      if (!move) throw refuse.notFound('cash_move');
      if (!mayTakeBackMove(command.tx, move, { ...actor.author, now: clock.now() })) {
        throw refuse('TOO_LATE', undefined);
      }
      command.append(cashMoveEvents, move.id, { type: 'cash_move.taken_back', body: {}, sealed: null });
      return { id: move.id };
    });
  }

  /** Both copies are signed: finance takes one along. */
  function printHandIn({ tx }: Command, { language }: Actor, record: number): number[] {
    const copies = ['handIn', 'handInDesk'] as const;
    return copies.map((kind) => slips.enqueue(tx, { record, kind, language, reprint: 0 }));
  }

  /** Appends the receiver's signature behind what it is for, where there is one. */
  function sign(command: Command, id: number, signature: Signature): void {
    const body = signatures.keep(command, id, 'refund', signature);
    if (body) command.append(cashMoveEvents, id, { type: 'cash_move.signed', body, sealed: null });
  }

  return { setFloat, handIn, toFinance, takeBackMove };
}

function appendHandIn(
  command: Command,
  body: { readonly method: PayMethod; readonly amountFen: number; readonly deposits: number },
  receiver: string,
): number {
  const id = command.newRecord();
  command.append(cashMoveEvents, id, { type: 'cash_move.handed_in', body, sealed: { receiver } });
  return id;
}

function unclaimedHere({ tx, author }: Command, id: number): StoredDeposit {
  const deposit = findDeposit(tx, id);
  if (!deposit) throw refuse.notFound('deposit');
  const { state, desk } = deposit;
  if (state !== 'unclaimed') throw refuse('WRONG_STATE', { record: id, state });
  if (desk !== author.desk) throw refuse('REFUND_ELSEWHERE', { deposit: id, desk });
  return deposit;
}

/** Whether they may take a hand-in back. Deposits that left with it are finance's and stay so. */
export function mayTakeBackMove(
  db: Db,
  { id, deposits }: Pick<StoredCashMove, 'id' | 'deposits'>,
  by: TakingBack,
): boolean {
  return deposits === 0 && mayTakeBackLast(db, id, 'cash_move.handed_in', by);
}
