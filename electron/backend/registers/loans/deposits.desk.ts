// What loans ask of deposits inside their own commands: taken by lending, given back with a void, owed again when found.
import { isOpenDeposit } from '../../../api/deposit-states.ts';
import type { depositErrors } from '../../../api/deposit-states.ts';
import type { NewEvent } from '../../journal/events.ts';
import type { Command } from '../../journal/command.ts';
import { refusals } from '../../shared/refusal.ts';
import { newScanCode } from '../../shared/scan-code.ts';
import { depositEvents } from './deposits.events.ts';
import type { DepositsParts } from './deposits.parts.ts';
import type { Deposit } from './deposits.fold.ts';
import { readDepositsOf } from './deposits.queries.ts';
import { shareOfLoss, splitShare, type Weights } from './deposits.rules.ts';
import { findDeposit, listDepositsOf } from './deposits.store.ts';
import type { DepositDesk } from './loans.parts.ts';

const refuse = refusals<typeof depositErrors>();

/** Every function that takes a command throws a `Refusal` where the rules say no; nothing is written then. */
export function createDepositDesk({ random, slips }: Pick<DepositsParts, 'random' | 'slips'>): DepositDesk {
  return {
    /** The receipt number is of the day on which it is typed. Both copies are ordered; wake the queue afterwards. */
    take(command, { language }, { loan, payment, payer, items, at }) {
      const id = command.newRecord();
      const number = command.nextNumber('D');
      const code = newScanCode('deposit', random);
      const { amountFen, method, reference } = payment;
      command.append(depositEvents, id, {
        type: 'deposit.taken',
        happenedAt: at,
        body: { number, code, loan, amountFen, method },
        // A receipt is kept as long as finance asks, with amount, number and name; the phone is the loan's, and goes with it.
        sealed: { payerName: payer.name, payerPhone: null, reference, items },
      });
      const copies = ['depositReceipt', 'depositReceiptDesk'] as const;
      const order = { record: id, language, reprint: 0 };
      return { id, number, printJobs: copies.map((kind) => slips.enqueue(command.tx, { ...order, kind })) };
    },
    ofLoan: readDepositsOf,
    loanOf: (db, deposit) => findDeposit(db, deposit)?.loan,
    withdraw(command, loan) {
      for (const deposit of listDepositsOf(command.tx, loan)) {
        const { id, method, desk, state } = deposit;
        if (state === 'voided') continue;
        if (!isOpenDeposit(deposit)) throw refuse('REFUNDED_ALREADY', { deposit: id });
        if (method === 'cash' && desk !== command.author.desk) {
          throw refuse('REFUND_ELSEWHERE', { deposit: id, desk });
        }
        if (method === 'cash') {
          command.append(depositEvents, id, { type: 'deposit.voided', body: {}, sealed: null });
        } else command.append(depositEvents, id, owedWhole(deposit));
      }
    },
    reverse(command, loan, weights, approved) {
      const shares = sharesOf(command, loan, weights);
      if (shares.length > 0) approved();
      for (const { deposit, shareFen } of shares) {
        const body = splitShare(deposit, shareFen);
        command.append(depositEvents, deposit.id, { type: 'deposit.reversed', body, sealed: null });
      }
    },
    offer(command, loan, weights) {
      return sharesOf(command, loan, weights).map(({ deposit: { id, number }, shareFen: amountFen }) => {
        const body = { amountFen };
        command.append(depositEvents, id, { type: 'deposit.reversal_offered', body, sealed: null });
        return { deposit: id, number, amountFen };
      });
    },
  };
}

/** What was not cash is still on the account: it goes back to the payer through finance 待原路退款. */
function owedWhole({ amountFen: refundFen }: Deposit): NewEvent<typeof depositEvents> {
  return {
    type: 'deposit.settled',
    body: { refundFen, shortfallFen: 0, pending: true, deductions: [], proof: 'receipt', verifiedBy: null },
    sealed: { what: [], proxyName: null, proxyPhone: null, verified: null },
  };
}

/** What of each deposit belongs to the things that turn up, in fen; paid by the desk that holds it (`refundDone`). */
function sharesOf({ tx }: Command, loan: number, weights: Weights) {
  return listDepositsOf(tx, loan).flatMap((deposit) => {
    const [first] = deposit.settlements;
    if (!first || deposit.state === 'voided') return [];
    const shareFen = shareOfLoss({ ...deposit, deductions: first.deductions }, weights);
    return shareFen > 0 ? [{ deposit, shareFen }] : [];
  });
}
