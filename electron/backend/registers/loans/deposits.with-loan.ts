// What happens to a deposit inside the commands of its loan: taken by lending, voided with it, owed again when found.
import type { depositErrors, PayMethod } from '../../../api/deposit-states.ts';
import type { Command } from '../../journal/command.ts';
import { refusals } from '../../shared/refusal.ts';
import { makeScanCode, SCAN_CODE_RANDOM_DIGITS } from '../../shared/scan-code.ts';
import { depositEvents } from './deposits.events.ts';
import type { DepositsParts, Teller } from './deposits.parts.ts';
import { judgeReversal } from './deposits.rules.ts';
import { listDepositsOf, type StoredDeposit } from './deposits.store.ts';

/** What is taken, from whom, for what. `items` is what the receipt says: `长柄雨伞 YS-014`. */
export interface DepositTaken {
  readonly loan: number;
  /** Above 0. */
  readonly amountFen: number;
  readonly method: PayMethod;
  readonly reference: string | null;
  readonly payerName: string;
  readonly payerPhone: string | null;
  readonly items: string;
  /** When it truly happened; the receipt number is of the day on which it is typed. */
  readonly happenedAt: number;
}

const refuse = refusals<typeof depositErrors>();

export type DepositsWithLoan = ReturnType<typeof createDepositsWithLoan>;

/** Every function is called inside the loan's command and throws a `Refusal` where the rules say no. */
export function createDepositsWithLoan(parts: Pick<DepositsParts, 'random' | 'slips' | 'approvals'>) {
  const { random, slips, approvals } = parts;

  /** Takes a deposit and orders its receipt in two copies; wake the queue after the command. */
  function takeDeposit(
    command: Command,
    { language }: Pick<Teller, 'language'>,
    { loan, amountFen, method, reference, payerName, payerPhone, items, happenedAt }: DepositTaken,
  ): { readonly id: number; readonly number: string; readonly printJobs: readonly number[] } {
    const id = command.newRecord();
    const number = command.nextNumber('D');
    const digits = String(random.below(10 ** SCAN_CODE_RANDOM_DIGITS));
    const code = makeScanCode('deposit', digits.padStart(SCAN_CODE_RANDOM_DIGITS, '0'));
    command.append(depositEvents, id, {
      type: 'deposit.taken',
      happenedAt,
      body: { number, code, loan, amountFen, method },
      sealed: { payerName, payerPhone, reference, items },
    });
    const order = { record: id, language, reprint: 0 };
    const copies = ['depositReceipt', 'depositReceiptDesk'] as const;
    return { id, number, printJobs: copies.map((kind) => slips.enqueue(command.tx, { ...order, kind })) };
  }

  /**
   * The loan was a mistake: what is held for it goes back to the payer, at the desk that holds it. What was settled
   * stays as it was settled.
   */
  function voidDeposits(command: Command, loan: number): void {
    const open = listDepositsOf(command.tx, loan).filter(isOpen);
    for (const { id, method, desk } of open) {
      if (method === 'cash' && desk !== command.author.desk)
        throw refuse('REFUND_ELSEWHERE', { deposit: id, desk });
      command.append(depositEvents, id, { type: 'deposit.voided', body: {}, sealed: null });
    }
  }

  /**
   * `found` of `lost` things turned up: their share of what was kept for the loss is owed again (`refund_pending`), and
   * paid by the desk that holds it. Needs `loans.decide` on the loan, where anything is reversed.
   */
  function reverseLoss(
    command: Command,
    actor: Teller,
    what: {
      readonly loan: number;
      readonly found: number;
      readonly lost: number;
      readonly commandId: string;
    },
    approval: string | null,
  ): void {
    const reversals = listDepositsOf(command.tx, what.loan).flatMap((deposit) => {
      const [first] = deposit.settlements;
      if (!first || deposit.state === 'voided') return [];
      const body = judgeReversal({ ...deposit, deductions: first.deductions }, what);
      return body.amountFen + body.shortfallFen > 0 ? [{ id: deposit.id, body }] : [];
    });
    if (reversals.length === 0) return;
    const { loan: record, commandId } = what;
    approvals.use(command, actor, { right: 'loans.decide', record, commandId }, approval);
    for (const { id, body } of reversals) {
      command.append(depositEvents, id, { type: 'deposit.reversed', body, sealed: null });
    }
  }

  return { takeDeposit, voidDeposits, reverseLoss };
}

/** Whether its receipt is open: nobody has settled it, and the desk has the money. */
export function isOpen({ state }: Pick<StoredDeposit, 'state'>): boolean {
  return state === 'held' || state === 'unclaimed';
}
