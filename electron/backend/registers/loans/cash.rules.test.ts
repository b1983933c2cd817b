// What there should be in a till, and the till's book as the fold of its events.
import { expect, test } from 'vitest';
import type { CashMoveEvent } from './cash.events.ts';
import { cashLinesOf, foldCashMove, type CashMove } from './cash.fold.ts';
import { tillOf } from './cash.rules.ts';

const meta = (clock: number) => ({
  ...{ id: clock, record: 1, happenedAt: clock, recordedAt: clock, day: '2026-11-21', clock, desk: 'L1' },
  ...({ actor: 'staff', staff: 1, approver: null, shift: 1 } as const),
});
const floatSet = (clock: number, amountFen: number): CashMoveEvent => ({
  ...meta(clock),
  type: 'cash_move.float_set',
  body: { amountFen },
  sealed: null,
});
const handedIn: CashMoveEvent = {
  ...meta(1),
  type: 'cash_move.handed_in',
  body: { method: 'cash', amountFen: 30_000, deposits: 0 },
  sealed: { receiver: '测试财务' },
};
const takenBack: CashMoveEvent = { ...meta(2), type: 'cash_move.taken_back', body: {}, sealed: null };

function lines(...events: readonly CashMoveEvent[]) {
  const moved = events.reduce<CashMove | null>((move, event) => foldCashMove(move, event).state, null);
  return moved ? cashLinesOf(moved) : [];
}

test('a till holds float and receipts, less what was refunded and what finance got, for each desk and method', () => {
  const total = (kind: string, fen: number, desk = 'L1', method = 'cash') => ({ desk, method, kind, fen });
  const totals = [
    ...[
      total('float', 50_000),
      total('received', 120_000),
      total('refunded', 40_000),
      total('handedIn', 30_000),
    ],
    ...[total('received', 7, 'L2'), total('received', 9, 'L1', 'wechat')],
  ];
  expect(tillOf(totals, 'L1', 'cash')).toEqual({
    ...{
      floatFen: 50_000,
      receivedFen: 120_000,
      refundedFen: 40_000,
      handedInFen: 30_000,
      balanceFen: 100_000,
    },
  });
  expect(tillOf(totals, 'L1', 'alipay').balanceFen).toBe(0);
});

test('the float is what it was set to last; one of nothing leaves no line', () => {
  expect(lines(floatSet(1, 50_000), floatSet(2, 80_000))).toEqual([
    { kind: 'float', desk: 'L1', method: 'cash', fen: 80_000 },
  ]);
  expect(lines(floatSet(1, 50_000), floatSet(2, 0))).toEqual([]);
});

test('what finance got is gone from the till, until it turns out to be a slip of the hand', () => {
  expect(lines(handedIn)).toEqual([{ kind: 'handedIn', desk: 'L1', method: 'cash', fen: 30_000 }]);
  expect(lines(handedIn, takenBack)).toEqual([]);
  expect(foldCashMove(null, takenBack)).toEqual({ state: null, issue: 'CASH_NO_BEGINNING' });
});
