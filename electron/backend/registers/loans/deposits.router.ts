// The calls of deposits, tills and stray returns: the contract's shapes in, the services' answers out.
import { implementer } from '../../router-base.ts';
import { Refusal } from '../../shared/refusal.ts';
import { readCash, readCashMoves } from './cash.queries.ts';
import { createCashService } from './cash.service.ts';
import { createDepositBills } from './deposits.bill.ts';
import { readDeposit, readDeposits, readDepositsOf } from './deposits.queries.ts';
import { createDepositsService } from './deposits.service.ts';
import type { LoansParts } from './loans.parts.ts';
import type { LoansService } from './loans.service.ts';
import { readStrays } from './strays.queries.ts';
import { createStraysService } from './strays.service.ts';

/** Part of the loans' router. */
export function depositHandlers(parts: LoansParts, loans: LoansService) {
  const deposits = createDepositsService(parts);
  const bills = createDepositBills(parts);
  const cash = createCashService(parts);
  const strays = createStraysService(parts, loans);
  const { db } = parts.database;
  const calls = implementer.loans;
  const by = ({ staff }: { readonly staff: number | null }) => ({
    ...{ staff, desk: parts.desk(), now: parts.clock.now() },
  });
  return {
    settle: calls.settle.handler(({ context, input }) => deposits.settle(context.actor(), input)),
    undoSettle: calls.undoSettle.handler(({ context, input }) => deposits.undoSettle(context.actor(), input)),
    refundDone: calls.refundDone.handler(({ context, input }) => deposits.refundDone(context.actor(), input)),
    reprintReceipt: calls.reprintReceipt.handler(({ context, input }) =>
      deposits.reprintReceipt(context.actor(), input),
    ),
    reprintRefund: calls.reprintRefund.handler(({ context, input }) =>
      deposits.reprintRefund(context.actor(), input),
    ),
    reverse: calls.reverse.handler(({ context, input }) => bills.reverse(context.actor(), input)),
    payShortfall: calls.payShortfall.handler(({ context, input }) => bills.pay(context.actor(), input)),
    undoShortfall: calls.undoShortfall.handler(({ context, input }) => bills.undo(context.actor(), input)),
    deposits: calls.deposits.handler(({ input }) => readDeposits(db, input)),
    deposit: calls.deposit.handler(({ context, input }) => {
      const phones = context.roleNow() === 'clerk' ? 'masked' : 'whole';
      const deposit = readDeposit(db, input.deposit, { ...by(context.actor().author), phones });
      if (!deposit) throw new Refusal('NOT_FOUND', { what: 'deposit' });
      return deposit;
    }),
    depositsOf: calls.depositsOf.handler(({ input }) => readDepositsOf(db, input.loan)),
    toFinance: calls.toFinance.handler(({ context, input }) => cash.toFinance(context.actor(), input)),
    setFloat: calls.setFloat.handler(({ context, input }) => cash.setFloat(context.actor(), input)),
    handIn: calls.handIn.handler(({ context, input }) => cash.handIn(context.actor(), input)),
    takeBackMove: calls.takeBackMove.handler(({ context, input }) =>
      cash.takeBackMove(context.actor(), input),
    ),
    cashMoves: calls.cashMoves.handler(({ context, input }) =>
      readCashMoves(db, input.limit, by(context.actor().author)),
    ),
    cash: calls.cash.handler(() => readCash(db, parts.desk())),
    returnStray: calls.returnStray.handler(({ context, input }) => strays.take(context.actor(), input)),
    matchStray: calls.matchStray.handler(({ context, input }) => strays.match(context.actor(), input)),
    takeBackStray: calls.takeBackStray.handler(({ context, input }) =>
      strays.takeBack(context.actor(), input),
    ),
    closeStray: calls.closeStray.handler(({ context, input }) => strays.close(context.actor(), input)),
    reopenStray: calls.reopenStray.handler(({ context, input }) => strays.reopen(context.actor(), input)),
    strays: calls.strays.handler(({ context }) => readStrays(db, by(context.actor().author))),
  };
}
