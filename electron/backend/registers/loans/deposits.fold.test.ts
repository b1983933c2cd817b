// A deposit as the fold of its events, in the orders that several desks can bring about.
import { describe, expect, test } from 'vitest';
import type { DepositEvent } from './deposits.events.ts';
import { depositCashLines, foldDeposit, owedFen, type Deposit } from './deposits.fold.ts';

const meta = (clock: number, desk = 'L1') => ({
  ...{ id: clock, record: 1, happenedAt: clock, recordedAt: clock, day: '2026-11-21', clock, desk },
  ...({ actor: 'staff', staff: 1, approver: null, shift: 1 } as const),
});
const taken = (method: 'cash' | 'wechat' = 'cash'): DepositEvent => ({
  ...meta(1),
  type: 'deposit.taken',
  body: { number: 'D-L1-261121-0001', code: '4200000000000000', loan: 7, amountFen: 50_000, method },
  sealed: { payerName: '测试甲', payerPhone: '13800000001', reference: null, items: '轮椅 LY-001' },
});
interface Split {
  readonly kept?: number;
  readonly kind?: 'loss' | 'repair';
  readonly shortfall?: number;
  readonly pending?: boolean;
  readonly desk?: string;
}
const settled = (
  clock: number,
  { kept = 0, kind = 'repair', shortfall = 0, pending = false, desk }: Split = {},
): DepositEvent => ({
  ...meta(clock, desk),
  type: 'deposit.settled',
  body: {
    ...{ refundFen: 50_000 - kept, shortfallFen: shortfall, pending, proof: 'receipt', verifiedBy: null },
    deductions: kept > 0 ? [{ kind, amountFen: kept + shortfall }] : [],
  },
  sealed: { what: kept > 0 ? ['扶手断裂'] : [], proxyName: null, proxyPhone: null, verified: null },
});
const plain = (
  type: 'deposit.settle_undone' | 'deposit.unclaimed' | 'deposit.voided',
  clock: number,
  desk = 'L1',
): DepositEvent => ({ ...meta(clock, desk), type, body: {}, sealed: null });
const paid = (clock: number, amountFen: number, desk = 'L1'): DepositEvent => ({
  ...meta(clock, desk),
  type: 'deposit.refund_done',
  body: { amountFen },
  sealed: { reference: null },
});

function fold(...events: readonly DepositEvent[]): { deposit: Deposit; issues: string[] } {
  const issues: string[] = [];
  let deposit: Deposit | null = null;
  for (const event of events) {
    const folded = foldDeposit(deposit, event);
    deposit = folded.state;
    if (folded.issue !== undefined) issues.push(folded.issue);
  }
  if (deposit === null) throw new Error('nothing was folded');
  return { deposit, issues };
}

/** What the deposit left in the tills. */
const inTills = (deposit: Deposit): number =>
  depositCashLines(deposit).reduce((sum, { kind, fen }) => sum + (kind === 'received' ? fen : -fen), 0);

test('a deposit is held until it is paid back, and then nothing is owed and nothing left in the till', () => {
  const open = fold(taken());
  expect(open.deposit).toMatchObject({ state: 'held', payerName: '测试甲', desk: 'L1' });
  expect([owedFen(open.deposit), inTills(open.deposit)]).toEqual([50_000, 50_000]);
  const { deposit, issues } = fold(taken(), settled(2));
  expect(deposit).toMatchObject({ state: 'refunded', refundedFen: 50_000, deductedFen: 0 });
  expect([owedFen(deposit), inTills(deposit), issues]).toEqual([0, 0, []]);
});

describe('what is kept is itemised, and what is kept stays in the till:', () => {
  test('a repair leaves the balance to the payer', () => {
    const { deposit } = fold(taken(), settled(2, { kept: 20_000 }));
    expect(deposit).toMatchObject({ state: 'part_refunded', refundedFen: 30_000, deductedFen: 20_000 });
    expect(deposit.settlements[0]?.deductions).toEqual([
      { kind: 'repair', what: '扶手断裂', amountFen: 20_000 },
    ]);
    expect(inTills(deposit)).toBe(20_000);
  });

  test('a loss above the deposit keeps all of it and leaves a bill', () => {
    const { deposit } = fold(taken(), settled(2, { kept: 50_000, shortfall: 70_000, kind: 'loss' }));
    expect(deposit).toMatchObject({
      state: 'forfeited',
      refundedFen: 0,
      deductedFen: 50_000,
      shortfallFen: 70_000,
    });
  });
});

test('what was not cash is owed until finance has sent it back, whichever desk notes it', () => {
  const pending = fold(taken('wechat'), settled(2, { pending: true, desk: 'L2' }));
  expect(pending.deposit).toMatchObject({ state: 'refund_pending', pendingFen: 50_000, refundedFen: 0 });
  expect([owedFen(pending.deposit), inTills(pending.deposit)]).toEqual([50_000, 50_000]);
  const { deposit } = fold(taken('wechat'), settled(2, { pending: true, desk: 'L2' }), paid(3, 50_000, 'L2'));
  expect(deposit).toMatchObject({ state: 'refunded', pendingFen: 0, refundedFen: 50_000 });
  expect(depositCashLines(deposit).at(-1)).toEqual({
    kind: 'refunded',
    desk: 'L1',
    method: 'wechat',
    fen: 50_000,
  });
});

test('two desks that paid it back have both paid: the second is an issue, and its till lacks the money', () => {
  const { deposit, issues } = fold(taken(), settled(2), settled(3, { desk: 'L2' }));
  expect(issues).toEqual(['REFUNDED_TWICE']);
  expect(deposit).toMatchObject({ state: 'refunded', refundedFen: 100_000 });
  expect(depositCashLines(deposit).map(({ kind, desk }) => [kind, desk])).toEqual([
    ['received', 'L1'],
    ['refunded', 'L1'],
    ['refunded', 'L2'],
  ]);
});

test('each desk takes back its own settlement: the money is in its till again', () => {
  const { deposit, issues } = fold(
    ...[taken(), settled(2), settled(3, { desk: 'L2' })],
    plain('deposit.settle_undone', 4, 'L2'),
  );
  expect([deposit.state, deposit.refundedFen, issues]).toEqual(['refunded', 50_000, ['REFUNDED_TWICE']]);
  const again = fold(taken(), settled(2), plain('deposit.settle_undone', 3), settled(4, { kept: 10_000 }));
  expect(again.deposit).toMatchObject({ state: 'part_refunded', refundedFen: 40_000 });
  expect(again.issues).toEqual([]);
  expect(fold(taken(), plain('deposit.settle_undone', 2)).issues).toEqual(['UNDONE_NOT_SETTLED']);
});

test('a lost thing that turns up makes what was kept owed again, and paid once', () => {
  const reversed: DepositEvent = {
    ...meta(3, 'L2'),
    type: 'deposit.reversed',
    body: { amountFen: 50_000, shortfallFen: 70_000 },
    sealed: null,
  };
  const lost = settled(2, { kept: 50_000, shortfall: 70_000, kind: 'loss' });
  const owed = fold(taken(), lost, reversed);
  expect(owed.deposit).toMatchObject({ state: 'refund_pending', pendingFen: 50_000, shortfallFen: 0 });
  const { deposit, issues } = fold(taken(), lost, reversed, paid(4, 50_000), paid(5, 50_000));
  expect(issues).toEqual(['REFUND_NOT_OWED']);
  expect(deposit).toMatchObject({ state: 'refunded', refundedFen: 100_000, pendingFen: 0 });
  expect(inTills(deposit)).toBe(-50_000);
});

test('a loan that was a mistake voids its deposit with the money back; a refund after it is paid twice', () => {
  const { deposit } = fold(taken(), plain('deposit.voided', 2));
  expect([deposit.state, inTills(deposit), owedFen(deposit)]).toEqual(['voided', 0, 0]);
  expect(fold(taken(), plain('deposit.voided', 2), settled(3)).issues).toEqual(['REFUNDED_TWICE']);
  expect(fold(taken(), settled(2), plain('deposit.voided', 3)).issues).toEqual(['REFUNDED_TWICE']);
});

test('what nobody came for is unclaimed, may still be paid back, and leaves with finance', () => {
  const unclaimed = fold(taken(), plain('deposit.unclaimed', 2));
  expect(unclaimed.deposit).toMatchObject({ state: 'unclaimed', unclaimedAt: 2 });
  expect(owedFen(unclaimed.deposit)).toBe(50_000);
  const toFinance: DepositEvent = { ...meta(3), type: 'deposit.to_finance', body: { move: 9 }, sealed: null };
  const gone = fold(taken(), plain('deposit.unclaimed', 2), toFinance);
  expect([gone.deposit.state, owedFen(gone.deposit), gone.issues]).toEqual(['to_finance', 0, []]);
  expect(fold(taken(), plain('deposit.unclaimed', 2), toFinance, settled(4)).issues).toEqual([
    'SETTLED_AFTER_FINANCE',
  ]);
  expect(fold(taken(), settled(2), plain('deposit.unclaimed', 3)).issues).toEqual(['UNCLAIMED_NOT_HELD']);
});

test('nothing begins a deposit but taking it, and it is taken once', () => {
  expect(foldDeposit(null, settled(1))).toEqual({ state: null, issue: 'DEPOSIT_NO_BEGINNING' });
  expect(fold(taken(), { ...taken(), ...meta(2) }).issues).toEqual(['DEPOSIT_TAKEN_TWICE']);
});
