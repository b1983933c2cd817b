// Money over random weeks at three desks, with late entries, undoing, offline work and power cuts: the books agree.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import type { DepositRow } from '../../electron/api/deposits.contract.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { iterateJournal, iterateJournals } from '../../electron/backend/journal/journal.store.ts';
import { decodeWire } from '../../head-office/protocol/wire.ts';
import { ACTS, type Act, type CashBook } from '../support/deposit-acts.ts';
import { depositSteps, openDepositDays } from '../support/deposit-days.ts';
import { arriveBy, exchange, tables, type Installation } from '../support/installations.ts';

/** `FOYER_RUNS=200` plays more weeks, and tells what happened in them. */
const asked = process.env['FOYER_RUNS'];
const RUNS = { numRuns: Number(asked ?? 24), seed: 20_261_122 };
const LONGEST_MS = 30_000 * RUNS.numRuns;

/** Sums by a key that are not zero, in the order of the keys. */
function sums(entries: Iterable<readonly [string, number]>): Record<string, number> {
  const all = new Map<string, number>();
  for (const [key, fen] of entries) all.set(key, (all.get(key) ?? 0) + fen);
  return Object.fromEntries([...all].filter(([, fen]) => fen !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

async function allDeposits({ loans }: ApiClient): Promise<DepositRow[]> {
  return loans.deposits({ view: 'all', limit: 500 });
}

/** Cash is float + received − refunded − handed in, for each desk and method, as the cashier wrote it down. */
async function tillsAgree({ loans }: ApiClient, { flows }: CashBook): Promise<void> {
  const cash = await loans.cash();
  const told = cash.flatMap(({ desk, method, floatFen, receivedFen, refundedFen, handedInFen }) => [
    [`${desk} ${method} float`, floatFen] as const,
    [`${desk} ${method} received`, receivedFen] as const,
    [`${desk} ${method} refunded`, refundedFen] as const,
    [`${desk} ${method} handedIn`, handedInFen] as const,
  ]);
  expect(sums(told)).toEqual(sums(flows));
  for (const { balanceFen, floatFen, receivedFen, refundedFen, handedInFen } of cash) {
    expect(balanceFen).toBe(floatFen + receivedFen - refundedFen - handedInFen);
  }
}

/** What a desk holds is what stands on its open receipts, and what it still owes of settled ones. */
async function heldIsOpenReceipts(api: ApiClient, { receipts }: CashBook): Promise<void> {
  const rows = await allDeposits(api);
  expect(rows.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual(
    [...receipts.keys()].toSorted((a, b) => a - b),
  );
  const open = [...receipts.values()].filter(({ settled, ended }) => settled.length + ended === 0);
  const pending = rows.filter(({ state }) => state === 'refund_pending');
  const held = (await api.loans.cash()).map(
    ({ desk, method, heldFen }) => [`${desk} ${method}`, heldFen] as const,
  );
  expect(sums(held)).toEqual(
    sums([
      ...open.map(({ desk, method, amountFen }) => [`${desk} ${method}`, amountFen] as const),
      ...pending.map(({ desk, method, pendingFen }) => [`${desk} ${method}`, pendingFen] as const),
    ]),
  );
}

/** Nothing of a deposit is lost; what went out twice says so. */
async function eachDepositAddsUp(api: ApiClient, { receipts }: CashBook): Promise<void> {
  for (const row of await allDeposits(api)) {
    const { id, amountFen, refundedFen, deductedFen, pendingFen, issues, state, shortfallPaidFen } = row;
    const receipt = receipts.get(id);
    const ends = (receipt?.settled.length ?? 0) + (receipt?.ended ?? 0);
    if (ends === 1 && issues.length === 0 && state !== 'to_finance') {
      expect(refundedFen + deductedFen + pendingFen).toBe(amountFen + shortfallPaidFen);
    }
    if (ends > 1) expect(issues, `deposit ${id} ended ${ends} times`).not.toEqual([]);
  }
}

/** What one loan alone had is lost there and in the stand alike: nothing turns up for one of the two only. */
async function foundIsFound({ loans }: ApiClient): Promise<void> {
  const { rows } = await loans.list({ view: 'all', limit: 500 });
  const stand = rows.filter(({ state }) => state !== 'voided' && state !== 'taken_back');
  for (const { id, state } of await loans.items({})) {
    const had = stand.flatMap(({ lines }) => lines.filter(({ item }) => item === id));
    const [only] = had;
    if (only && had.length === 1 && only.lost > 0) expect(state, `item ${id}`).toBe('lost');
  }
}

/** Receipt numbers run from 1 without a gap, for each desk and day. */
async function numbersAreGapless(api: ApiClient): Promise<void> {
  const numbers = (await allDeposits(api)).map(({ number }) => number);
  for (const [series, group] of Map.groupBy(numbers, (number) => number.slice(0, -4))) {
    const counts = group.map((number) => Number(number.slice(-4))).toSorted((a, b) => a - b);
    expect(counts, series).toEqual(counts.map((_, at) => at + 1));
  }
}

/** Settlements less those that were taken back, and voids: at most one of a deposit by one desk. */
function nobodyPaysTwice({ backend }: Installation): void {
  const { db } = backend.database;
  const paid = new Map<string, number>();
  const weights: Record<string, number> = {
    'deposit.settled': 1,
    'deposit.settle_undone': -1,
    'deposit.voided': 1,
  };
  for (const journal of iterateJournals(db)) {
    for (const { wire, record } of iterateJournal(db, journal)) {
      const event = decodeWire(wire);
      const key = `${record} by ${event?.desk}`;
      paid.set(key, (paid.get(key) ?? 0) + (weights[event?.type ?? ''] ?? 0));
    }
  }
  expect([...paid].filter(([, times]) => times > 1 || times < 0)).toEqual([]);
}

test(
  'whatever happens at the desks, deposits held are the open receipts and every till has what it should',
  async () => {
    const seen = { fell: 0, lost: 0, receipts: 0, twice: 0 };
    const done = new Map<Act, number>();
    await fc.assert(
      fc.asyncProperty(
        depositSteps,
        fc.array(fc.nat(), { minLength: 80, maxLength: 80 }),
        async (history, shuffle) => {
          using days = await openDepositDays(7);
          for (const step of history) await days.play(step);
          const { installations, apis, book, cuts } = days;
          const inOrder = arriveBy(installations, []);
          expect(arriveBy(installations, shuffle)).toEqual(inOrder);
          exchange(installations);
          exchange(installations);
          for (const [at, api] of apis.entries()) {
            await tillsAgree(api, book);
            await heldIsOpenReceipts(api, book);
            await eachDepositAddsUp(api, book);
            await numbersAreGapless(api);
            await foundIsFound(api);
            const installation = installations[at];
            if (!installation) continue;
            nobodyPaysTwice(installation);
            expect(tables(installation.backend)).toEqual(inOrder);
            const { database, journal } = installation.backend;
            const path = database.db.connection.name;
            expect(checkViews(path, journal.projection)).toMatchObject({ outcome: 'equal' });
          }
          seen.fell += cuts.fell;
          seen.lost += cuts.lost;
          for (const [act, times] of days.done) done.set(act, (done.get(act) ?? 0) + times);
          seen.receipts += book.receipts.size;
          const ends = [...book.receipts.values()].map(({ settled, ended }) => settled.length + ended);
          seen.twice += ends.filter((times) => times > 1).length;
        },
      ),
      RUNS,
    );
    // A run in which nothing happened proves nothing.
    expect(
      ACTS.filter((act) => act !== 'season' && !done.has(act)),
      JSON.stringify(Object.fromEntries(done)),
    ).toEqual([]);
    expect(seen.twice).toBeGreaterThan(0);
    expect(seen.lost).toBeGreaterThan(0);
    expect(seen.fell).toBeGreaterThan(seen.lost);
    if (asked) process.stdout.write(`${JSON.stringify({ ...seen, ...Object.fromEntries(done) })}\n`);
  },
  LONGEST_MS,
);
