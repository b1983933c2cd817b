// A loan of keys as its events tell it, also where two desks tell it differently.
import { expect, test } from 'vitest';
import type { KeyLoanEvent } from './key-loans.events.ts';
import { foldKeyLoan, type KeyLoan } from './key-loans.fold.ts';
import { foldKey, type Key } from './keys.fold.ts';
import type { KeyEvent } from './keys.events.ts';

const meta = (clock: number, desk = 'L1') => ({
  ...{ id: clock, record: 1, happenedAt: clock, recordedAt: clock, day: '2026-11-21', clock, desk },
  ...({ actor: 'staff', staff: 7, approver: null, shift: null } as const),
});

type Lent = Extract<KeyLoanEvent, { type: 'key_loan.lent' }>;

/** A set of three pieces and a single key. */
const lent = (clock: number): Lent => ({
  ...meta(clock),
  type: 'key_loan.lent',
  body: {
    ...{ number: 'K-L1-261121-0001', slipCode: '2100000000000018', kind: 'lent', borrower: 9 },
    lines: [
      { key: 11, pieces: 3 },
      { key: 12, pieces: 1 },
    ],
    ...{ authorisedBy: null, dueAt: 100, slipPrinted: true, bars: [] },
  },
  sealed: {
    ...{ borrowerName: '测试工', borrowerPhone: '13900001111', borrowerFrom: '测试机电' },
    ...{
      authorisedByName: null,
      purpose: '检修',
      remarks: null,
      overrideReason: null,
      keyNames: ['A-1203 全套', '屋面门'],
    },
  },
});
const returned = (clock: number, key: number, pieces: number): KeyLoanEvent => ({
  ...meta(clock),
  type: 'key_loan.returned',
  body: { lines: [{ key, pieces }], way: 'scan' },
  sealed: null,
});
const reopened = (clock: number, key: number, pieces: number): KeyLoanEvent => ({
  ...meta(clock),
  type: 'key_loan.reopened',
  body: { lines: [{ key, pieces }] },
  sealed: null,
});
const lost = (clock: number, key: number): KeyLoanEvent => ({
  ...{ ...meta(clock), type: 'key_loan.key_lost', body: { key }, sealed: null },
});
const plain = (clock: number, type: 'key_loan.taken_back' | 'key_loan.slip_reprinted'): KeyLoanEvent => ({
  ...{ ...meta(clock), type, body: {}, sealed: null },
});
const voided = (clock: number): KeyLoanEvent => ({
  ...{ ...meta(clock), type: 'key_loan.voided', body: {}, sealed: { reason: '测试' } },
});

function fold(...events: readonly KeyLoanEvent[]): { loan: KeyLoan | null; issues: string[] } {
  let loan: KeyLoan | null = null;
  const issues: string[] = [];
  for (const event of events) {
    const folded = foldKeyLoan(loan, event);
    loan = folded.state;
    if (folded.issue) issues.push(folded.issue);
  }
  return { loan, issues };
}

const back = (loan: KeyLoan | null) => loan?.lines.map((line) => [line.back, line.lost]);

test('a loan is open until the last piece of the last key is back', () => {
  const half = fold(lent(1), returned(2, 11, 2), returned(3, 12, 1));
  expect(half.loan).toMatchObject({ state: 'open', returnedAt: null });
  const { loan, issues } = fold(lent(1), returned(2, 11, 2), returned(3, 12, 1), returned(4, 11, 1));
  expect(loan).toMatchObject({ state: 'returned', returnedAt: 4, lentAt: 1, slipPrints: 1 });
  expect(issues).toEqual([]);
});

test('two desks that both take in the same key agree, and say so', () => {
  const { loan, issues } = fold(lent(1), returned(2, 12, 1), returned(3, 12, 1));
  expect(back(loan)).toEqual([
    [0, false],
    [1, false],
  ]);
  expect(issues).toEqual(['RETURNED_NOT_OUT']);
});

test('a return undone is out again, and undone twice is an issue', () => {
  const once = fold(lent(1), returned(2, 11, 3), returned(3, 12, 1), reopened(4, 12, 1));
  expect(once.loan).toMatchObject({ state: 'open', returnedAt: null });
  const { loan, issues } = fold(lent(1), returned(2, 11, 3), reopened(3, 11, 3), reopened(4, 11, 3));
  expect(back(loan)?.[0]).toEqual([0, false]);
  expect(issues).toEqual(['REOPENED_NOT_BACK']);
});

test('a loan that lost a key ends as lost; brought after all, the key is lost no more', () => {
  const gone = fold(lent(1), returned(2, 11, 3), lost(3, 12));
  expect(gone.loan).toMatchObject({ state: 'lost', returnedAt: null });
  const { loan, issues } = fold(lent(1), returned(2, 11, 3), lost(3, 12), returned(4, 12, 1));
  expect(loan).toMatchObject({ state: 'returned', returnedAt: 4 });
  expect(back(loan)?.[1]).toEqual([1, false]);
  expect(issues).toEqual([]);
  expect(fold(lent(1), returned(2, 12, 1), lost(3, 12)).issues).toEqual(['LOST_NOT_OUT']);
  expect(fold(lent(1), lost(2, 99)).issues).toEqual(['UNKNOWN_LINE']);
});

test('what was voided or taken back stays so, whatever another desk did meanwhile', () => {
  for (const end of [voided(2), plain(2, 'key_loan.taken_back')]) {
    const { loan, issues } = fold(lent(1), end, returned(3, 11, 3));
    expect(loan?.state).toBe(end.type === 'key_loan.voided' ? 'voided' : 'taken_back');
    expect(issues).toEqual(['AFTER_VOID']);
  }
});

test('an erased loan keeps its course and loses its person and the names of its keys', () => {
  const { loan } = fold(
    { ...lent(1), sealed: null },
    returned(2, 11, 3),
    plain(3, 'key_loan.slip_reprinted'),
  );
  expect(loan).toMatchObject({ borrowerName: null, borrowerPhone: null, purpose: null, slipPrints: 2 });
  expect(loan?.lines.map(({ name }) => name)).toEqual([null, null]);
});

test('an event before the beginning makes no row', () => {
  expect(fold(returned(1, 11, 1))).toEqual({ loan: null, issues: ['NO_BEGINNING'] });
});

const put = (clock: number): KeyEvent => ({
  ...meta(clock),
  type: 'key.put',
  body: {
    ...{ code: '1427', tag: '2000000000000012', kind: 'common', pieces: 1, copies: 1, homeDesk: 'L1' },
    ...{ cabinet: 'A', hook: '7', units: [], tenant: null, mayBorrow: null, loanHours: null },
    ...{ idAsked: false, seal: null },
  },
  sealed: { name: '屋面门', opens: null, instruction: null },
});
const moved = (
  clock: number,
  desk: string,
  type: 'key.brought' | 'key.arrived' | 'key.out_again',
): KeyEvent => ({
  ...{ ...meta(clock, desk), type, body: {}, sealed: null },
});
const sent = (clock: number, to: string): KeyEvent => ({
  ...{ ...meta(clock), type: 'key.sent', body: { to }, sealed: null },
});

function foldAll(...events: readonly KeyEvent[]): { key: Key | null; issues: string[] } {
  let key: Key | null = null;
  const issues: string[] = [];
  for (const event of events) {
    const folded = foldKey(key, event);
    key = folded.state;
    if (folded.issue) issues.push(folded.issue);
  }
  return { key, issues };
}

test('a key brought to another desk is on its way home, and hangs on its hook again once it is there', () => {
  const away = foldAll(put(1), moved(2, 'L2', 'key.brought'));
  expect(away.key).toMatchObject({ state: 'in_transfer', desk: 'L2', transferTo: 'L1', homeDesk: 'L1' });
  const { key } = foldAll(put(1), moved(2, 'L2', 'key.brought'), moved(3, 'L1', 'key.arrived'));
  expect(key).toMatchObject({ state: 'in_cabinet', desk: 'L1', transferTo: null, cabinet: 'A', hook: '7' });
});

test('a key sent to another desk has its home there from its arrival on, on no hook yet', () => {
  const { key } = foldAll(put(1), sent(2, 'L33'), moved(3, 'L33', 'key.arrived'));
  expect(key).toMatchObject({ state: 'in_cabinet', homeDesk: 'L33', desk: 'L33', cabinet: null, hook: null });
});

test('a key whose return was undone is not on its way; one put again stays where it is', () => {
  const undone = foldAll(put(1), moved(2, 'L2', 'key.brought'), moved(3, 'L2', 'key.out_again'));
  expect(undone.key).toMatchObject({ state: 'in_cabinet', transferTo: null });
  const again = foldAll(put(1), moved(2, 'L2', 'key.brought'), { ...put(3), sealed: null });
  expect(again.key).toMatchObject({ state: 'in_transfer', transferTo: 'L1', name: null });
});

test('a retired key that is seen all the same is looked into', () => {
  const retired: KeyEvent = {
    ...{ ...meta(2), type: 'key.retired', body: { why: 'lockChanged' }, sealed: { note: null } },
  };
  const { key, issues } = foldAll(put(1), retired, moved(3, 'L2', 'key.brought'));
  expect(key?.state).toBe('in_transfer');
  expect(issues).toEqual(['KEY_GONE']);
  expect(foldAll(sent(1, 'L2'))).toEqual({ key: null, issues: ['NO_BEGINNING'] });
});
