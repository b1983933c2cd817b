// Random weeks at three desks that lend against deposits, with power cuts, and the book that a careful cashier would keep.
import fc from 'fast-check';
import type { ApiClient } from '../../electron/api/contract.ts';
import { HOUR, MINUTE } from './desk.ts';
import { act, ACTS, type Act, type CashBook, type DepositStep, type Stage } from './deposit-acts.ts';
import { stockUp } from './deposits.ts';
import { uuidv7 } from './ids.ts';
import { exchange, type Installation } from './installations.ts';
import type { Cuts } from './power-cut.ts';
import { openThreeCounters, SYSTEM } from './three-counters.ts';

/** What has to happen first, or there is nothing to do. */
const BEFORE: Partial<Record<Act, readonly Act[]>> = {
  toFinance: ['lend', 'giveBack', 'giveBack', 'giveBack'],
  takeBackMove: ['setFloat', 'handIn'],
  undoSettle: ['lend', 'giveBack', 'settle'],
  turnedUp: ['lendChair', 'lose', 'giveBack', 'settle'],
  reverse: ['lendChair', 'lose', 'giveBack', 'settle', 'turnedUp'],
  payShortfall: ['lendChair', 'lose', 'giveBack', 'settle'],
  undoShortfall: ['payShortfall'],
};

export const depositSteps = fc.array(
  fc.record({
    act: fc.constantFrom<Act[]>(
      ...ACTS,
      ...([
        'lend',
        'lend',
        'lend',
        'giveBack',
        'giveBack',
        'giveBack',
        'settle',
        'settle',
        'settle',
      ] as const),
    ),
    desk: fc.nat(2),
    n: fc.nat(11),
    wait: fc.oneof(fc.nat(4), fc.nat(40)),
    sync: fc.boolean(),
    cut: fc.option(fc.nat(12), { freq: 3 }),
  }),
  { minLength: 30, maxLength: 80 },
);

export interface DepositDays extends Disposable {
  readonly installations: readonly Installation[];
  readonly apis: readonly ApiClient[];
  readonly book: CashBook;
  readonly cuts: Cuts;
  /** How often each action was done, refused ones not counted. */
  readonly done: Map<Act, number>;
  play(step: DepositStep): Promise<void>;
}

export async function openDepositDays(seed: number): Promise<DepositDays> {
  const counters = await openThreeCounters(seed);
  const installations = counters.map(({ installation }) => installation);
  const [counter] = counters;
  if (!counter) throw new Error('there is no desk');
  const things = await stockUp(counter.api);
  for (const { desk } of counters.slice(1)) {
    await counter.api.loans.setStock({ commandId: uuidv7(), type: things.umbrellas, desk, total: 500 });
  }
  exchange(installations);
  // Each count has sealed something by now: two desks that do so first, apart, would each make a key of their own.
  for (const { api } of counters) {
    const one = { type: things.umbrellas, count: 1 };
    await api.loans.missSome({ ...one, commandId: uuidv7(), note: null });
    await api.loans.turnedUpSome({ ...one, commandId: uuidv7() });
  }
  exchange(installations);

  const book: CashBook = { receipts: new Map(), flows: new Map() };
  const cuts: Cuts = { fell: 0, lost: 0 };
  const done = new Map<Act, number>();
  let guests = 0;
  const stage: Stage = { things, book, cuts, done, nextGuest: () => (guests += 1) };
  return {
    installations,
    apis: counters.map(({ api }) => api),
    book,
    cuts,
    done,
    async play(step) {
      if (step.sync) exchange(installations);
      const acting = counters[step.desk] ?? counter;
      acting.installation.clock.advance(step.wait * MINUTE);
      const before = BEFORE[step.act] ?? [];
      for (const each of before)
        await act(acting, { ...step, act: each, n: each === 'settle' ? 3 : 0, cut: null }, stage);
      if (step.act === 'season' || step.act === 'toFinance') passSeason(installations);
      await act(acting, step, stage);
    },
    [Symbol.dispose]() {
      for (const each of installations) each[Symbol.dispose]();
    },
  };
}

/** A quarter of a year in which nobody comes. */
function passSeason(installations: readonly Installation[]): void {
  for (const { clock, backend } of installations) {
    clock.advance(91 * 24 * HOUR);
    backend.journal.confirmClock(SYSTEM);
    backend.registers.loans.markUnclaimed();
  }
}
