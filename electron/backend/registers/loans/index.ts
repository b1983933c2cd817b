// Loans 公共借用: what there is to lend, who has it, and until when.
import type { Language } from '../../../api/boot.ts';
import type { Db } from '../../database/handle.ts';
import { dueMoments } from '../../lending/due.moments.ts';
import type { SlipPlace } from '../../places/slip-place.ts';
import { firstAfter } from '../../shared/moments.ts';
import type { HistoryNames } from '../history.ts';
import type { Register, Tenancy } from '../register.ts';
import { cashPaper, nameHandIn } from './cash.slip.ts';
import { depositCard, depositPaper } from './deposits.paper.ts';
import { findDeposit } from './deposits.store.ts';
import { markUnclaimed } from './deposits.unclaimed.ts';
import { createItemsService } from './items.service.ts';
import { findItem, findItemByAsset, findItemByRfid, findType, listItems, listStock } from './items.store.ts';
import { createLoanCalls } from './loans.calls.ts';
import { createNoteCondition } from './loans.condition.ts';
import { createLoanCorrections } from './loans.corrections.ts';
import type { LoansParts } from './loans.parts.ts';
import { createLoansRouter, type LoansRouter } from './loans.router.ts';
import { createScan } from './loans.scan.ts';
import { itemCard, loanCard, openItem } from './loans.search.ts';
import { createLoansService } from './loans.service.ts';
import { loansLending } from './loans.lending.ts';
import { itemTag, loanSlip } from './loans.slip.ts';
import { findLoan, listOpen, loansProjector } from './loans.store.ts';

export { cashMoveProjector } from './cash.store.ts';
export { createDepositDesk } from './deposits.desk.ts';
export { depositProjector } from './deposits.store.ts';
export { putItem as putLoanItem, putType as putLoanType } from './items.file.ts';
export { setStock as setLoanStock } from './items.moves.ts';
export { loanItemProjector, loanStockProjector, loanTypeProjector } from './items.store.ts';
export { loansProjector } from './loans.store.ts';
export { strayProjector } from './strays.store.ts';
export { putUsualTypes as putUsualLoanTypes, USUAL_TYPES as USUAL_LOAN_TYPES } from './types.usual.ts';

/** When what dries, is cleaned or charged is ready again (UTC ms). */
function restsEnd(db: Db): (number | null)[] {
  return [...listItems(db), ...listStock(db).flatMap(({ resting }) => resting)].map(({ until }) => until);
}

export interface LoansRegisterParts extends LoansParts {
  readonly names: HistoryNames;
  readonly placeOf: (language: Language, desk: string) => SlipPlace;
  /** Whether a borrower is a contact of the tenant or comes from one of its units. */
  readonly isUnder: (borrower: number, tenancy: Tenancy) => boolean;
}

export interface LoansRegister extends Register {
  readonly name: 'loans';
  readonly router: LoansRouter;
  /** Marks deposits that nobody came for; answers how many. Called as time goes by. */
  markUnclaimed(): number;
}

export function createLoansRegister(parts: LoansRegisterParts): LoansRegister {
  const service = createLoansService(parts);
  return {
    name: 'loans',
    markUnclaimed: () => markUnclaimed(parts),
    projector: loansProjector,
    router: createLoansRouter({
      ...parts,
      service,
      corrections: createLoanCorrections(parts),
      items: createItemsService(parts),
      followUps: createLoanCalls(parts),
      scan: createScan(parts, service),
      noteCondition: createNoteCondition(parts, service),
    }),
    slip(db, { record, kind, language, reprint }) {
      if (kind === 'loanSlip') return slipOf(db, record, language, reprint);
      const item = kind === 'loanItemTag' ? findItem(db, record) : undefined;
      const type = item && findType(db, item.type);
      if (item && type) return itemTag(item, type, parts.placeOf(language, item.desk), language);
      const order = { record, kind, language, reprint };
      return depositPaper(db, order, parts.placeOf) ?? cashPaper(db, order, parts.placeOf);
    },
    numberOf: (db, record) =>
      findLoan(db, record)?.number ??
      findItem(db, record)?.asset ??
      findDeposit(db, record)?.number ??
      nameHandIn(db, record),
    searchCard(db, record) {
      const loan = findLoan(db, record);
      return loan ? loanCard(db, loan) : (itemCard(db, record) ?? depositCard(db, record));
    },
    openItems: (db) =>
      [...listOpen(db), ...listItems(db).filter(({ state }) => state !== 'retired')].map(({ id }) => id),
    turnsAt: (db, after) => firstAfter(after, [...dueMoments(listOpen(db), parts.policies), ...restsEnd(db)]),
    openUnder: (db, tenancy) =>
      listOpen(db)
        .filter(({ borrower }) => parts.isUnder(borrower, tenancy))
        .map((loan) => openItem(db, loan)),
    // Things have to be brought: none of it ends with a word.
    closeWithTenancy: () => {},
    wearing(db, uid) {
      const item = findItemByRfid(db, uid);
      return item ? { wearer: 'loanItem', record: item.id, number: item.asset, code: item.tagCode } : null;
    },
    labelled: (db, text) => findItemByAsset(db, text)?.tagCode ?? null,
    lending: loansLending,
    blindIndexes: () => [],
  };

  /** What is over, erased or locked needs no slip, however long the printer was away. */
  function slipOf(db: Db, record: number, language: Language, reprint: number) {
    const loan = findLoan(db, record);
    if (!loan || loan.borrowerName === null || loan.state !== 'open') return null;
    const lines = loan.lines.flatMap(({ type: id, item, count }) => {
      const type = findType(db, id);
      return type ? [{ type, asset: item === null ? null : (findItem(db, item)?.asset ?? null), count }] : [];
    });
    const deposits = parts.deposits.ofLoan(db, record);
    return loanSlip(loan, { lines, deposits }, parts.placeOf(language, loan.desk), language, reprint);
  }
}
