// All SQL of the till: what was put in and handed on, and the running totals that deposits and moves add up to.
import { PAY_METHODS } from '../../../api/deposit-states.ts';
import type { CashMoveTable, CashTotalTable } from '../../../../db/schema/deposits.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { change, query, returning, upsert } from '../../database/statement.ts';
import { projector, type AnyProjector } from '../../journal/projector.ts';
import { cashMoveEvents } from './cash.events.ts';
import { cashLinesOf, foldCashMove, type CashLine, type CashMove } from './cash.fold.ts';

export interface StoredCashMove extends CashMove {
  readonly id: number;
}

const saveRow = upsert('cash_move', 'id', [
  ...(['kind', 'desk', 'day', 'clock', 'method', 'amount_fen', 'at', 'receiver', 'deposits'] as const),
  'taken_back',
]);
const removeRow = change<{ id: number }>()((db, p) => db.deleteFrom('cash_move').where('id', '=', p.id));
const byId = query<{ id: number }>()((db, p) =>
  db.selectFrom('cash_move').selectAll().where('id', '=', p.id),
);
const floatOf = query<{ desk: string }>()((db, p) =>
  db
    .selectFrom('cash_move')
    .select('id')
    .where('kind', '=', 'float')
    .where('desk', '=', p.desk)
    .orderBy('id'),
);
const newest = query<{ limit: number }>()((db, p) =>
  db.selectFrom('cash_move').selectAll().orderBy('id', 'desc').limit(p.limit),
);
const everyTotal = query()((db) =>
  db.selectFrom('cash_total').selectAll().orderBy('desk').orderBy('method').orderBy('kind'),
);
const add = returning<{ desk: string; method: string; kind: string; fen: number }>()((db, p) =>
  db
    .insertInto('cash_total')
    .values({ desk: p.desk, method: p.method, kind: p.kind, fen: p.fen })
    .onConflict((oc) =>
      oc.columns(['desk', 'method', 'kind']).doUpdateSet((eb) => ({
        fen: eb('cash_total.fen', '+', eb.ref('excluded.fen')),
      })),
    )
    .returning('fen'),
);
/** A sum of nothing is no row: the totals are then the same in whichever order the journals came. */
const dropNothing = change<{ desk: string; method: string; kind: string }>()((db, p) =>
  db
    .deleteFrom('cash_total')
    .where('desk', '=', p.desk)
    .where('method', '=', p.method)
    .where('kind', '=', p.kind),
);

/** Takes a record's lines out of the totals and puts others in; call with every change of the record's row. */
export function moveCash(tx: Tx, before: readonly CashLine[], after: readonly CashLine[]): void {
  const moved = new Map<string, CashLine>();
  const note = (line: CashLine, fen: number): void => {
    const total = [line.desk, line.method, line.kind].join(' ');
    moved.set(total, { ...line, fen: (moved.get(total)?.fen ?? 0) + fen });
  };
  for (const line of before) note(line, -line.fen);
  for (const line of after) note(line, line.fen);
  for (const line of moved.values()) {
    if (line.fen === 0) continue;
    if (add.get(tx, line)?.fen === 0) dropNothing.run(tx, line);
  }
}

export const cashMoveProjector: AnyProjector = projector({
  noun: 'cash_move',
  catalogue: cashMoveEvents,
  fold: foldCashMove,
  load: (db, id) => findCashMove(db, id) ?? null,
  save(tx, id, move, before) {
    saveRow.run(tx, toRow(id, move), before && toRow(id, before));
    moveCash(tx, before ? cashLinesOf(before) : [], cashLinesOf(move));
  },
  remove(tx, id) {
    const before = findCashMove(tx, id);
    if (before) moveCash(tx, cashLinesOf(before), []);
    removeRow.run(tx, { id });
  },
});

export function findCashMove(db: Db, id: number): StoredCashMove | undefined {
  const row = byId.get(db, { id });
  return row && toMove(row);
}

/** The record of a desk's float; the first of them where two journals began one. */
export function findFloat(db: Db, desk: string): number | undefined {
  return floatOf.get(db, { desk })?.id;
}

/** Latest entries first. */
export function listCashMoves(db: Db, limit: number): StoredCashMove[] {
  return newest.all(db, { limit }).map(toMove);
}

/** Every total that is not zero. */
export function listCashTotals(db: Db): CashTotalTable[] {
  return everyTotal.all(db, {});
}

function toRow(id: number, move: CashMove): CashMoveTable {
  const { amountFen, takenBack, ...rest } = move;
  return {
    ...{ id, ...rest, amount_fen: amountFen },
    taken_back: Number(takenBack),
  };
}

function toMove({ amount_fen, taken_back, method, kind, ...row }: CashMoveTable): StoredCashMove {
  return {
    ...row,
    kind: kind === 'float' ? 'float' : 'handedIn',
    method: PAY_METHODS.find((each) => each === method) ?? 'cash',
    amountFen: amount_fen,
    takenBack: taken_back === 1,
  };
}
