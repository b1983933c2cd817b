// The counts of a kind at a desk: what rests is kept while it rests, and no longer.
import { expect, test } from 'vitest';
import { foldStock, type LoanStock } from './stock.fold.ts';
import type { LoanStockEvent } from './items.events.ts';

const HOUR = 3_600_000;

function rested(happenedAt: number, until: number | null): LoanStockEvent {
  const place = { type: 1, desk: 'L1' };
  return {
    ...{ id: 1, record: 1, happenedAt, recordedAt: happenedAt, day: '2026-11-21', clock: happenedAt },
    ...{ actor: 'staff', staff: 1, approver: null, shift: null, desk: 'L1' },
    ...{ type: 'loan_stock.rested', body: { ...place, count: 1, until }, sealed: null },
  };
}

test('a year of power banks that charge leaves no more rests than there are now', () => {
  const times = Array.from({ length: 365 }, (_, at) => at * 24 * HOUR);
  const stock = [rested(0, null), ...times.map((at) => rested(at, at + HOUR))].reduce<LoanStock | null>(
    (state, event) => foldStock(state, event).state,
    null,
  );
  expect(stock?.resting).toEqual([
    { count: 1, until: null },
    { count: 1, until: 364 * 24 * HOUR + HOUR },
  ]);
});
