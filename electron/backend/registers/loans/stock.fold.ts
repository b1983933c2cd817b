// How many of a kind a desk has, rest or lie blocked there, as the fold of its events.
import type { Folded } from '../../journal/projector.ts';
import type { LoanStockEvent } from './items.events.ts';

/** So many that dry, are cleaned or charged until then; null until somebody says so. */
export interface Resting {
  readonly count: number;
  readonly until: number | null;
}

export interface LoanStock {
  readonly type: number;
  readonly desk: string;
  /** All that belong to the desk, those that are out, blocked or lost among them. */
  readonly total: number;
  readonly blocked: number;
  readonly lost: number;
  readonly resting: readonly Resting[];
  readonly clock: number;
}

export function foldStock(stock: LoanStock | null, event: LoanStockEvent): Folded<LoanStock> {
  const { type, desk } = event.body;
  const before: LoanStock = stock ?? { type, desk, total: 0, blocked: 0, lost: 0, resting: [], clock: 0 };
  const now = { ...before, clock: event.clock };
  switch (event.type) {
    case 'loan_stock.set':
      return { state: { ...now, total: event.body.total } };
    case 'loan_stock.moved':
      return counted(now, 'total', event.body.count);
    case 'loan_stock.rested': {
      const { count, until } = event.body;
      return { state: { ...now, resting: [...restingAt(now, event.happenedAt), { count, until }] } };
    }
    case 'loan_stock.rest_over':
      return { state: { ...now, resting: fewer(restingAt(now, event.happenedAt), event.body.count) } };
    case 'loan_stock.blocked':
      return counted(now, 'blocked', event.body.count);
    case 'loan_stock.released':
      return counted(now, 'blocked', -event.body.count);
    case 'loan_stock.lost':
      return counted(now, 'lost', event.body.count);
    case 'loan_stock.found':
      return counted(now, 'lost', -event.body.count);
  }
}

function counted(stock: LoanStock, what: 'total' | 'blocked' | 'lost', change: number): Folded<LoanStock> {
  const count = stock[what] + change;
  const state = { ...stock, [what]: Math.max(0, count) };
  // More were taken away than the book had: two desks wrote of the same ones.
  return count < 0 ? { state, issue: 'FEWER_THAN_NONE' } : { state };
}

/** A rest whose time is over is over by itself; kept, such rests would pile up for as long as the desk lends. */
function restingAt({ resting }: LoanStock, at: number): readonly Resting[] {
  return resting.filter(({ until }) => until === null || until > at);
}

/** The latest ones rest no longer: those that were put down last are taken up first. */
function fewer(resting: readonly Resting[], count: number): readonly Resting[] {
  let left = count;
  return resting
    .toReversed()
    .map((each) => {
      const taken = Math.min(left, each.count);
      left -= taken;
      return { ...each, count: each.count - taken };
    })
    .filter((each) => each.count > 0)
    .toReversed();
}
