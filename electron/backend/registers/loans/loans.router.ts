// Loans' calls: the contract's shapes in, the service's answers out.
import type { Role } from '../../../api/rights.ts';
import { implementer } from '../../router-base.ts';
import type { Actor } from '../register.ts';
import { depositHandlers } from './deposits.router.ts';
import { phonesFor } from '../../shared/masked-phone.ts';
import { Refusal } from '../../shared/refusal.ts';
import { readHistory, type HistoryNames } from '../history.ts';
import { readDueChecks, readItems, readTypes } from './items.queries.ts';
import type { ItemsService } from './items.service.ts';
import { judge, linesOnFile, waiveLimit } from './loans.checks.ts';
import type { LoanCalls } from './loans.calls.ts';
import type { NoteCondition } from './loans.condition.ts';
import { changesOfLoan } from './loans.history.ts';
import type { LoanCorrections } from './loans.corrections.ts';
import type { LoansParts } from './loans.parts.ts';
import { countLoans, listLoans, readLoan, type Moment } from './loans.queries.ts';
import { depositAsked, dueOfTypes } from './loans.rules.ts';
import type { createScan } from './loans.scan.ts';
import type { LoansService } from './loans.service.ts';

export interface LoansRouterParts extends LoansParts {
  readonly names: HistoryNames;
  readonly service: LoansService;
  readonly corrections: LoanCorrections;
  readonly items: ItemsService;
  readonly followUps: LoanCalls;
  readonly scan: ReturnType<typeof createScan>;
  readonly noteCondition: NoteCondition;
}

/** Whose history this register tells. */
const NOUNS = ['loan', 'loan_item', 'loan_type', 'loan_stock', 'deposit', 'stray_return'];

export type LoansRouter = ReturnType<typeof createLoansRouter>;

export function createLoansRouter(parts: LoansRouterParts) {
  const { service, corrections, items, clock, calendar, desk, deposits, names } = parts;
  const { db } = parts.database;
  const calls = implementer.loans;
  const here = () => ({ now: clock.now(), desk: desk() });
  const moment = ({ author: { staff } }: Actor, role: Role | null): Moment => ({
    ...{ ...here(), staff, depositsOf: deposits.ofLoan, showCalls: parts.followUps.show },
    phones: phonesFor(role),
    soonMinutes: parts.policies.value('followUp.dueSoonMinutes'),
  });
  return calls.router({
    ...depositHandlers(parts, service),
    lend: calls.lend.handler(({ context, input }) => service.lend(context.actor(), input)),
    judge: calls.judge.handler(({ context, input }) => {
      const { role } = context.actor();
      const now = clock.now();
      const lines = linesOnFile(db, input.lines);
      const types = lines.map(({ type }) => type);
      const borrower = input.borrower && parts.borrowers.look(db, input.borrower);
      return {
        dueAt:
          types.length === 0
            ? null
            : dueOfTypes(types, { lentAt: input.lentAt ?? now, now, calendar: calendar() }),
        depositFen: depositAsked(lines),
        ...{ idAsked: types.some(({ idAsked }) => idAsked), waiveFen: waiveLimit(parts, role) },
        bars: judge(parts, db, { lines, borrower, waivedFen: 0, role }),
      };
    }),
    return: calls.return.handler(({ context, input }) => {
      const { id, state } = service.giveBack(context.actor(), input);
      const held = deposits.ofLoan(db, id).filter((deposit) => deposit.state === 'held');
      return { id, state, deposits: held.map((deposit) => deposit.id) };
    }),
    scan: calls.scan.handler(({ context, input }) => parts.scan(context.actor(), input)),
    reopen: calls.reopen.handler(({ context, input }) => service.reopen(context.actor(), input)),
    noteCondition: calls.noteCondition.handler(({ context, input }) =>
      parts.noteCondition(context.actor(), input),
    ),
    extend: calls.extend.handler(({ context, input }) => service.extend(context.actor(), input)),
    reprint: calls.reprint.handler(({ context, input }) => service.reprint(context.actor(), input)),
    lose: calls.lose.handler(({ context, input }) => corrections.lose(context.actor(), input)),
    found: calls.found.handler(({ context, input }) => corrections.found(context.actor(), input)),
    takeBack: calls.takeBack.handler(({ context, input }) => corrections.takeBack(context.actor(), input)),
    void: calls.void.handler(({ context, input }) => corrections.voidLoan(context.actor(), input)),
    amend: calls.amend.handler(({ context, input }) => corrections.amend(context.actor(), input)),
    list: calls.list.handler(({ context, input }) =>
      listLoans(db, input, moment(context.actor(), context.roleNow())),
    ),
    get: calls.get.handler(({ context, input }) => {
      const loan = readLoan(db, input.loan, moment(context.actor(), context.roleNow()));
      if (!loan) throw new Refusal('NOT_FOUND', { what: 'loan' });
      return loan;
    }),
    followUpTargets: calls.followUpTargets.handler(({ context, input }) =>
      parts.followUps.targets(db, input.loan, phonesFor(context.roleNow())),
    ),
    followUp: calls.followUp.handler(({ context, input }) => parts.followUps.call(context.actor(), input)),
    takeBackCall: calls.takeBackCall.handler(({ context, input }) =>
      parts.followUps.takeBackCall(context.actor(), input),
    ),
    history: calls.history.handler(({ context, input }) => {
      const phones = phonesFor(context.roleNow());
      return readHistory(db, input.record, names, NOUNS, {
        projection: parts.journal.projection,
        changesOf: (step) => changesOfLoan(step, phones),
      });
    }),
    counts: calls.counts.handler(({ context }) => countLoans(db, moment(context.actor(), context.roleNow()))),
    types: calls.types.handler(() => readTypes(db, here())),
    items: calls.items.handler(({ input }) => readItems(db, input.type, here())),
    dueChecks: calls.dueChecks.handler(() => readDueChecks(db, calendar().dayOf(clock.now()), here())),
    putType: calls.putType.handler(({ context, input }) => items.putType(context.actor(), input)),
    withdrawType: calls.withdrawType.handler(({ context, input }) =>
      items.withdrawType(context.actor(), input),
    ),
    bindTag: calls.bindTag.handler(({ context, input }) => items.bindTag(context.actor(), input)),
    putItem: calls.putItem.handler(({ context, input }) => items.putItem(context.actor(), input)),
    retireItem: calls.retireItem.handler(({ context, input }) => items.retireItem(context.actor(), input)),
    setStock: calls.setStock.handler(({ context, input }) => items.setStock(context.actor(), input)),
    printTag: calls.printTag.handler(({ context, input }) => items.printTag(context.actor(), input)),
    rest: calls.rest.handler(({ context, input }) => items.rest(context.actor(), input)),
    restOver: calls.restOver.handler(({ context, input }) => items.restOver(context.actor(), input)),
    block: calls.block.handler(({ context, input }) => items.block(context.actor(), input)),
    release: calls.release.handler(({ context, input }) => items.release(context.actor(), input)),
    miss: calls.miss.handler(({ context, input }) => items.miss(context.actor(), input)),
    turnedUp: calls.turnedUp.handler(({ context, input }) => items.turnedUp(context.actor(), input)),
    restSome: calls.restSome.handler(({ context, input }) => items.restSome(context.actor(), input)),
    restSomeOver: calls.restSomeOver.handler(({ context, input }) =>
      items.restSomeOver(context.actor(), input),
    ),
    blockSome: calls.blockSome.handler(({ context, input }) => items.blockSome(context.actor(), input)),
    releaseSome: calls.releaseSome.handler(({ context, input }) => items.releaseSome(context.actor(), input)),
    missSome: calls.missSome.handler(({ context, input }) => items.missSome(context.actor(), input)),
    turnedUpSome: calls.turnedUpSome.handler(({ context, input }) =>
      items.turnedUpSome(context.actor(), input),
    ),
    checkDaily: calls.checkDaily.handler(({ context, input }) => items.checkDaily(context.actor(), input)),
  });
}
