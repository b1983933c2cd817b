// Settling deposits: refunded or deducted once, taken back a moment later, paid out when it was pending.
import type { z } from 'zod';
import type { settleForm } from '../../../api/deposits.contract.ts';
import type { Signature } from '../../../api/lending.ts';
import { isOpenDeposit } from '../../../api/deposit-states.ts';
import type { depositErrors, DepositState } from '../../../api/deposit-states.ts';
import { journalOf } from '../../../../head-office/protocol/ids.ts';
import type { Db } from '../../database/handle.ts';
import type { Command } from '../../journal/command.ts';
import { refusals } from '../../shared/refusal.ts';
import type { Actor } from '../register.ts';
import { mayTakeBackLast, type TakingBack } from './deposits.entry.ts';
import { depositEvents } from './deposits.events.ts';
import type { DepositsParts } from './deposits.parts.ts';
import { payerPhoneOf } from './deposits.payer.ts';
import { isPaidBack, isPhoneOf, judgeSettling, mayHappenAt } from './deposits.rules.ts';
import { findDeposit, type StoredDeposit } from './deposits.store.ts';
import { findLoan } from './loans.store.ts';

type Input = { readonly commandId: string; readonly deposit: number };
type SettleInput = z.output<typeof settleForm> & Input & { readonly approval: string | null };

/** What a settlement came to. */
export interface Settled {
  readonly id: number;
  readonly state: DepositState;
  readonly refundFen: number;
  readonly shortfallFen: number;
  readonly printJobs: number[];
}

const refuse = refusals<typeof depositErrors>();

/** Every function throws a `Refusal` named in the contract, with nothing written, where the rules say no. */
export function createDepositsService(parts: DepositsParts) {
  const { journal, clock, slips, policies, approvals, signatures } = parts;

  function settle(actor: Actor, input: SettleInput): Settled {
    const { commandId, deductions, proof, approval } = input;
    signatures.check('refund', input.signature);
    const settled = journal.command({ action: 'loans.settle', input }, actor.author, (command) => {
      const { deposit, endedAt } = openDeposit(command, input.deposit);
      const { id, method } = deposit;
      const happenedAt = settledAt(deposit, endedAt, input.settledAt);
      const split = judgeSettling(deposit.amountFen, deductions, input.acceptShortfall);
      if (!split.ok) throw refuse('AMOUNT_WRONG', { field: 'deductions', mostFen: split.mostFen });
      if (deductions.length > 0 || !isKnownHere(parts, deposit)) {
        approvals.use(command, actor, { right: 'loans.decide', record: id, commandId }, approval);
      }
      if (
        proof.how === 'receiptLost' &&
        proof.verifiedBy === 'phone' &&
        !isPhoneOf({ payerPhone: payerPhoneOf(command.tx, deposit) }, proof.verified)
      ) {
        throw refuse('PAYER_UNPROVEN', { field: 'verified' });
      }
      const { refundFen, shortfallFen } = split;
      const event = {
        type: 'deposit.settled' as const,
        happenedAt,
        body: {
          ...{ refundFen, shortfallFen, pending: method !== 'cash' && refundFen > 0, proof: proof.how },
          deductions: deductions.map(({ kind, amountFen }) => ({ kind, amountFen })),
          verifiedBy: proof.how === 'receiptLost' ? proof.verifiedBy : null,
        },
        sealed: {
          what: deductions.map(({ what }) => what),
          proxyName: proof.how === 'proxy' ? proof.name : null,
          proxyPhone: proof.how === 'proxy' ? proof.phone : null,
          verified: proof.how === 'receiptLost' ? proof.verified : null,
        },
      };
      const now = { ...deposit, ...command.append(depositEvents, id, event, deposit) };
      sign(command, id, input.signature);
      const printJobs = input.printSlip ? printRefund(command, actor, now) : [];
      return { id, state: now.state, refundFen, shortfallFen, printJobs };
    });
    approvals.spend(approval);
    slips.wake();
    return settled;
  }

  /** The money is back in the till, and the receipt open again. */
  function undoSettle(actor: Actor, input: Input): { id: number } {
    return journal.command({ action: 'loans.undoSettle', input }, actor.author, (command) => {
      const deposit = depositOf(command.tx, input.deposit);
      if (!mayUndoSettle(command.tx, deposit, { ...actor.author, now: clock.now() })) {
        throw refuse('TOO_LATE', undefined);
      }
      command.append(depositEvents, deposit.id, { type: 'deposit.settle_undone', body: {}, sealed: null });
      return { id: deposit.id };
    });
  }

  function refundDone(
    actor: Actor,
    input: Input & { readonly reference: string | null; readonly signature: Signature },
  ): { id: number; amountFen: number } {
    // What finance sends back, nobody is there to sign for.
    if (findDeposit(parts.database.db, input.deposit)?.method === 'cash')
      signatures.check('refund', input.signature);
    return journal.command({ action: 'loans.refundDone', input }, actor.author, (command) => {
      const deposit = depositOf(command.tx, input.deposit);
      const { id, state, pendingFen: amountFen } = deposit;
      if (state !== 'refund_pending') throw refuse('WRONG_STATE', { record: id, state });
      refuseElsewhere(deposit, command);
      const sealed = { reference: input.reference };
      command.append(depositEvents, id, { type: 'deposit.refund_done', body: { amountFen }, sealed });
      sign(command, id, input.signature);
      return { id, amountFen };
    });
  }

  /** The customer's copy once more, marked as such. */
  function reprintReceipt(actor: Actor, input: Input): { id: number; printJobs: number[] } {
    const done = journal.command({ action: 'loans.reprintReceipt', input }, actor.author, (command) => {
      const deposit = depositOf(command.tx, input.deposit);
      const { id, state, receiptPrints: reprint } = deposit;
      if (!isOpenDeposit(deposit)) throw refuse('WRONG_STATE', { record: id, state });
      command.append(depositEvents, id, {
        type: 'deposit.reprinted',
        body: { slip: 'receipt' },
        sealed: null,
      });
      const order = { record: id, kind: 'depositReceipt', language: actor.language, reprint };
      return { id, printJobs: [slips.enqueue(command.tx, order)] };
    });
    slips.wake();
    return done;
  }

  function reprintRefund(actor: Actor, input: Input): { id: number; printJobs: number[] } {
    const done = journal.command({ action: 'loans.reprintRefund', input }, actor.author, (command) => {
      const { id, state } = depositOf(command.tx, input.deposit);
      if (!isPaidBack({ state })) throw refuse('WRONG_STATE', { record: id, state });
      command.append(depositEvents, id, {
        type: 'deposit.reprinted',
        body: { slip: 'refund' },
        sealed: null,
      });
      return { id, printJobs: printRefund(command, actor, depositOf(command.tx, id)) };
    });
    slips.wake();
    return done;
  }

  /** Appends the signature behind what it is for, where there is one. */
  function sign(command: Command, id: number, signature: Signature): void {
    const body = signatures.keep(command, id, 'refund', signature);
    if (body) command.append(depositEvents, id, { type: 'deposit.signed', body, sealed: null });
  }

  /** The slip of a settlement, and the statement to be signed where the receipt is lost. */
  function printRefund(command: Command, { language }: Actor, deposit: StoredDeposit): number[] {
    const { id: record, settlements, refundPrints: reprint } = deposit;
    const lost = settlements[0]?.proof === 'receiptLost';
    const kinds = ['depositRefund', ...(lost ? ['receiptLost'] : [])];
    return kinds.map((kind) => slips.enqueue(command.tx, { record, kind, language, reprint }));
  }

  /** Nothing is paid back before the thing is. */
  function settledAt({ takenAt }: StoredDeposit, endedAt: number, typed: number | null): number {
    const now = clock.now();
    const happenedAt = typed ?? now;
    const days = policies.value('lateEntry.days');
    // A clock that was set back does not keep anybody from their money.
    if (typed !== null && !mayHappenAt(happenedAt, { takenAt: Math.max(takenAt, endedAt), now, days })) {
      throw refuse('FIELD_NEEDED', { field: 'settledAt' });
    }
    return happenedAt;
  }

  return { settle, undoSettle, refundDone, reprintReceipt, reprintRefund };
}

/** A deposit whose money is here, of a loan that is over; and since when that is (UTC ms). */
function openDeposit(command: Command, id: number) {
  const deposit = depositOf(command.tx, id);
  if (isPaidBack(deposit)) throw refuse('REFUNDED_ALREADY', { deposit: id });
  if (!isOpenDeposit(deposit)) throw refuse('WRONG_STATE', { record: id, state: deposit.state });
  refuseElsewhere(deposit, command);
  const loan = findLoan(command.tx, deposit.loan);
  if (!loan || loan.state === 'open') {
    throw refuse('WRONG_STATE', { record: deposit.loan, state: loan?.state ?? 'unknown' });
  }
  return { deposit, endedAt: loan.returnedAt ?? deposit.takenAt };
}

function depositOf(db: Db, id: number): StoredDeposit {
  const deposit = findDeposit(db, id);
  if (!deposit) throw refuse.notFound('deposit');
  return deposit;
}

/** Cash goes out where it lies; what was not cash goes back through finance, from wherever it is asked for. */
function refuseElsewhere({ id, method, desk }: StoredDeposit, command: Command): void {
  if (method === 'cash' && desk !== command.author.desk)
    throw refuse('REFUND_ELSEWHERE', { deposit: id, desk });
}

/**
 * Whether everything that happened to it is sure to be here. A deposit of the journal before this one (a backup was
 * put back) may have been refunded after the backup: a supervisor looks at the desk's copy first.
 */
function isKnownHere({ journal }: DepositsParts, { id, method }: StoredDeposit): boolean {
  return method !== 'cash' || journalOf(id) === journal.id;
}

/** Whether they may take the settlement back: their own, a moment ago, with nothing after it. */
export function mayUndoSettle(db: Db, deposit: StoredDeposit, by: TakingBack): boolean {
  const { id } = deposit;
  return isPaidBack(deposit) && mayTakeBackLast(db, id, 'deposit.settled', by);
}
