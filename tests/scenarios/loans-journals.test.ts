// Loans, items, counts and types as several desks write of them: equal tables in any order; two that lend one item.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../electron/backend/journal/command.ts';
import {
  loanItemEvents,
  loanStockEvents,
  loanTypeEvents,
} from '../../electron/backend/registers/loans/items.events.ts';
import { loanEvents } from '../../electron/backend/registers/loans/loans.events.ts';
import { CONDITIONS } from '../../electron/api/loan-states.ts';
import { readItems } from '../../electron/backend/registers/loans/items.queries.ts';
import { listLinesOfItem } from '../../electron/backend/registers/loans/loans.store.ts';
import { arriveBy, exchange, openInstallation, tables } from '../support/installations.ts';

const RUNS = { numRuns: 12, seed: 20_261_122 };

const step = fc.record({
  desk: fc.nat(2),
  what: fc.nat(26),
  n: fc.nat(5),
  wait: fc.nat(90_000),
  sync: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Records {
  readonly type: number;
  readonly item: number;
  readonly stock: number;
  readonly loans: readonly number[];
}

const empty = { body: {}, sealed: null } as const;
const TAG = '4000000000000000';

function putType(command: Command, type: number, n: number): void {
  const body = {
    ...{
      nameZh: '雨伞',
      nameEn: 'Umbrella',
      tracking: 'asset' as const,
      prefix: 'YS',
      rainGear: n % 2 === 0,
    },
    ...{ depositFen: n * 100, loanHours: 1 + n, idAsked: false, lossPriceFen: 0, accessories: [], least: n },
    ...{ restMinutes: n, restAlways: false, dailyCheck: true },
  } as const;
  command.append(loanTypeEvents, type, { type: 'loan_type.put', body, sealed: null });
}

function lend(command: Command, loan: number, { type, item }: Records, n: number): void {
  const lines = [
    { type, item: item as number | null, count: 1 },
    { type: 2, item: null, count: 1 + n },
  ];
  const body = { number: `L-${n}`, slipCode: `410000000000000${n}`, borrower: 9, lines, dueAt: 1000 };
  command.append(loanEvents, loan, {
    type: 'loan.lent',
    body: { ...body, bars: [], slipPrinted: true },
    sealed: {
      ...{ borrowerName: '测试', borrowerPhone: null, borrowerFrom: null, remarks: null, waived: null },
    },
  });
}

/** Two loans of one item, as two desks write them that know nothing of each other. */
function begin(command: Command): Records {
  const [type = 0, item = 0, stock = 0, ...loans] = Array.from({ length: 5 }, () => command.newRecord());
  const records = { type, item, stock, loans };
  putType(command, type, 0);
  command.append(loanItemEvents, item, {
    ...{ type: 'loan_item.put', body: { type, asset: 'YS-001', tagCode: TAG }, sealed: { remark: null } },
  });
  command.append(loanStockEvents, stock, {
    ...{ type: 'loan_stock.set', body: { type: 2, desk: 'L1', total: 9 }, sealed: null },
  });
  for (const [at, loan] of loans.entries()) lend(command, loan, records, at);
  return records;
}

function play(command: Command, { what, n }: Step, records: Records): void {
  const { type, item, stock } = records;
  const loan = records.loans[n % 2] ?? 0;
  const condition = CONDITIONS[n % CONDITIONS.length] ?? 'ok';
  const some = { type: 2, desk: 'L1', count: n };
  const ofLoan = (event: Parameters<typeof command.append<typeof loanEvents>>[2]): object =>
    command.append(loanEvents, loan, event);
  const ofItem = (event: Parameters<typeof command.append<typeof loanItemEvents>>[2]): object =>
    command.append(loanItemEvents, item, event);
  const ofStock = (event: Parameters<typeof command.append<typeof loanStockEvents>>[2]): object =>
    command.append(loanStockEvents, stock, event);
  const line = n % 3;
  const acts: readonly (() => void)[] = [
    () => putType(command, type, n),
    () => command.append(loanTypeEvents, type, { type: 'loan_type.withdrawn', ...empty }),
    () => ofItem({ type: 'loan_item.moved', body: { desk: `L${n}` }, sealed: null }),
    () =>
      ofItem({
        ...{ type: 'loan_item.came_back', sealed: null },
        body: { desk: `L${n}`, becomes: n % 2 === 0 ? 'resting' : 'out_of_service', until: n },
      }),
    () => ofItem({ type: 'loan_item.went_out', body: { desk: `L${n}` }, sealed: null }),
    () => ofItem({ type: 'loan_item.rested', body: { until: n }, sealed: null }),
    () => ofItem({ type: 'loan_item.rest_over', ...empty }),
    () => ofItem({ type: 'loan_item.blocked', body: {}, sealed: { reason: `${n}` } }),
    () => ofItem({ type: 'loan_item.released', ...empty }),
    () => ofItem({ type: 'loan_item.lost', body: {}, sealed: { note: null } }),
    () => ofItem({ type: 'loan_item.found', ...empty }),
    () => ofItem({ type: 'loan_item.checked', body: { ok: true }, sealed: { note: null } }),
    () => (n === 5 ? ofItem({ type: 'loan_item.retired', ...empty }) : undefined),
    () => ofStock({ type: 'loan_stock.set', body: { type: 2, desk: 'L1', total: n }, sealed: null }),
    () => ofStock({ type: 'loan_stock.moved', body: { ...some, count: n - 3 }, sealed: null }),
    () => ofStock({ type: 'loan_stock.rested', body: { ...some, until: n }, sealed: null }),
    () => ofStock({ type: 'loan_stock.rest_over', body: some, sealed: null }),
    () => ofStock({ type: 'loan_stock.blocked', body: some, sealed: { reason: null } }),
    () => ofStock({ type: 'loan_stock.released', body: some, sealed: null }),
    () =>
      ofLoan({
        type: 'loan.returned',
        body: { lines: [{ line, count: n, condition }], way: 'scan', stray: null },
        sealed: null,
      }),
    () => ofLoan({ type: 'loan.reopened', ...empty }),
    () => ofLoan({ type: 'loan.extended', body: { dueAt: 1000 + n }, sealed: null }),
    () => ofLoan({ type: 'loan.lost', body: { line, count: n }, sealed: { note: null } }),
    () => ofLoan({ type: 'loan.found', body: { line, count: n, condition }, sealed: null }),
    () => (n === 4 ? ofLoan({ type: 'loan.taken_back', ...empty }) : undefined),
    () => (n === 5 ? ofLoan({ type: 'loan.voided', body: {}, sealed: { reason: '借错' } }) : undefined),
    () =>
      ofItem({ type: 'loan_item.tag_bound', body: { rfid: n === 0 ? null : `0063E9A${n}` }, sealed: null }),
  ];
  acts[what]?.();
}

test('whoever writes of loans and things where, every order of arrival gives the same tables', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
      async (history, shuffle) => {
        using first = openInstallation(1, 0, null);
        using second = openInstallation(2, 40_000, first.backend.database);
        using third = openInstallation(3, -90_000, first.backend.database);
        const desks = [first, second, third];
        const author = { actor: 'staff', staff: 7, approver: null, shift: null, desk: 'L1' } as const;
        const records = first.backend.journal.system(author, begin);
        exchange(desks);
        for (const each of history) {
          if (each.sync) exchange(desks);
          const desk = desks[each.desk] ?? first;
          desk.clock.advance(each.wait);
          desk.backend.journal.system(author, (command) => play(command, each, records));
        }
        const inOrder = arriveBy(desks, []);
        expect(arriveBy(desks, shuffle)).toEqual(inOrder);
        exchange(desks);
        exchange(desks);
        for (const desk of desks) expect(tables(desk.backend)).toEqual(inOrder);
      },
    ),
    RUNS,
  );
});

test('two desks that lent one umbrella have it out twice: both loans stand until each is settled', () => {
  using first = openInstallation(1, 0, null);
  const author = { actor: 'staff', staff: 7, approver: null, shift: null, desk: 'L1' } as const;
  const { item, loans } = first.backend.journal.system(author, begin);
  const { db } = first.backend.database;
  expect(listLinesOfItem(db, item).map(({ loan }) => loan)).toEqual(loans.toReversed());
  const [row] = readItems(db, null, { now: first.clock.now(), desk: 'L1' });
  expect(row).toMatchObject({ state: 'out', loan: loans.at(-1), contradicted: true });
});
