// What the window reads of the tills, in the contract's shapes.
import { PAY_METHODS } from '../../../api/deposit-states.ts';
import type { CashMoveRow, CashRow } from '../../../api/deposits.contract.ts';
import type { Db } from '../../database/handle.ts';
import { freeOf, owedAt, tillOf } from './cash.rules.ts';
import { mayTakeBackMove } from './cash.service.ts';
import { listCashMoves, listCashTotals } from './cash.store.ts';
import type { TakingBack } from './deposits.entry.ts';
import { listOwed } from './deposits.store.ts';

/** Per desk and method, where anything ever moved; the cash of the asking desk always, and first. */
export function readCash(db: Db, ownDesk: string | null): CashRow[] {
  const totals = listCashTotals(db);
  const owed = listOwed(db);
  const desks = [...new Set([...(ownDesk === null ? [] : [ownDesk]), ...totals.map(({ desk }) => desk)])];
  return desks.flatMap((desk) =>
    PAY_METHODS.flatMap((method): CashRow[] => {
      const isKnown = totals.some((total) => total.desk === desk && total.method === method);
      if (!isKnown && !(desk === ownDesk && method === 'cash')) return [];
      const till = tillOf(totals, desk, method);
      const heldFen = owedAt(owed, desk, method);
      return [{ desk, method, ...till, heldFen, freeFen: freeOf(till, heldFen, method) }];
    }),
  );
}

/** Floats and hand-ins, latest first. */
export function readCashMoves(db: Db, limit: number, by: TakingBack): CashMoveRow[] {
  return listCashMoves(db, limit).map((move) => {
    const { id, kind, desk, method, amountFen, at, receiver, takenBack } = move;
    const mayTakeBack = kind === 'handedIn' && mayTakeBackMove(db, move, by);
    return { id, kind, desk, method, amountFen, at, receiver, takenBack, mayTakeBack };
  });
}
