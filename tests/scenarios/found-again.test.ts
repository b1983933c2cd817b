// Things that were lost with a borrower and are here again, however that is noticed; and strays that find their loan.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import { HOUR, openTestDesk, PIN, STAFF } from '../support/desk.ts';
import { openCounter, till } from '../support/deposit-counter.ts';
import { paid, stranger } from '../support/deposits.ts';
import { uuidv7 } from '../support/ids.ts';
import { refusal } from '../support/loan-stand.ts';
import { lending, newPerson, putItem, putType, UMBRELLA, WHEELCHAIR } from '../support/loans.ts';
import { putDesk, setOwnDesk } from '../../electron/backend/places/places.service.ts';
import { expectWhole } from '../support/whole.ts';

const id = uuidv7;
/** A desk with four types and their losses each time: slow where much else runs. */
const LONGEST_MS = 120_000;

/** Lost by its borrower, who pays for it out of the deposit and 200 yuan more. */
async function loseWheelchair(counter: Awaited<ReturnType<typeof openCounter>>) {
  const { boss, lend } = counter;
  const { loan, deposit, number } = await lend();
  await boss.loans.lose({ commandId: id(), loan, line: 0, count: 1, note: null });
  const deductions = [{ kind: 'loss' as const, what: '轮椅', amountFen: 70_000 }];
  const form = { deductions, proof: { how: 'receipt' as const }, acceptShortfall: true };
  await boss.loans.settle({ ...form, commandId: id(), deposit });
  return { loan, deposit, number };
}

test.each(['turnedUp', 'returnStray'] as const)(
  'a lost wheelchair that is here again (%s): its loan says so, and what was kept is offered back by the receipt’s number',
  async (way) => {
    await using counter = await openCounter();
    const { desk, boss, api, things } = counter;
    const { loan, deposit, number } = await loseWheelchair(counter);
    const { wheelchair: item, wheelchairs: type } = things;
    const came =
      way === 'turnedUp'
        ? await api.loans.turnedUp({ commandId: id(), item })
        : await api.loans.returnStray({
            commandId: id(),
            type,
            item,
            count: 1,
            condition: 'ok',
            remarks: null,
          });
    expect(came).toMatchObject({ loan, deposits: [{ deposit, number, amountFen: 70_000 }] });
    expect(await api.loans.get({ loan })).toMatchObject({ state: 'returned', lines: [{ lost: 0, back: 1 }] });
    expect(await api.loans.items({})).toMatchObject([{ id: item, state: 'available' }]);
    expect(await api.loans.strays()).toEqual([]);
    const offered = { state: 'forfeited', offeredFen: 70_000, deductedFen: 50_000, shortfallFen: 20_000 };
    expect(await api.loans.deposits({ view: 'pending' })).toMatchObject([{ id: deposit, ...offered }]);

    // Whether the money goes back is decided above; till then the till is as it was.
    expect(await till(api)).toEqual({ balance: 50_000, held: 0 });
    const commandId = id();
    const reverse = { commandId, deposit };
    expect(await refusal(api.loans.reverse(reverse))).toMatchObject({ code: 'APPROVAL_NEEDED' });
    const proof = { way: 'spot', approver: STAFF.supervisor, pin: PIN } as const;
    const ask = { right: 'loans.decide', record: deposit, commandId, reason: '已找到', proof } as const;
    const { approval } = await api.approvals.grant(ask);
    expect(await api.loans.reverse({ ...reverse, approval })).toMatchObject({
      ...{ amountFen: 50_000, shortfallFen: 20_000, state: 'refund_pending' },
    });
    expect(await till(api)).toEqual({ balance: 50_000, held: 50_000 });
    await api.loans.refundDone({ commandId: id(), deposit, reference: null });
    expect(await till(api)).toEqual({ balance: 0, held: 0 });
    expect(await boss.loans.deposit({ deposit })).toMatchObject({
      state: 'refunded',
      offeredFen: 0,
      issues: [],
    });
    expect(await refusal(boss.loans.reverse({ commandId: id(), deposit }))).toMatchObject({
      code: 'WRONG_STATE',
    });
    expectWhole(desk);
  },
);

test('a bill beyond the deposit is paid in parts, by whichever means, and given back with the rest', async () => {
  await using counter = await openCounter();
  const { desk, boss, api, things } = counter;
  const { deposit } = await loseWheelchair(counter);
  const pay = (amountFen: number, method: 'cash' | 'wechat' = 'cash') =>
    api.loans.payShortfall({ commandId: id(), deposit, amountFen, method, reference: null });
  expect(await refusal(pay(20_001))).toMatchObject({ code: 'AMOUNT_WRONG', data: { mostFen: 20_000 } });
  await pay(15_000);
  expect(await till(api)).toEqual({ balance: 65_000, held: 0 });
  await api.loans.undoShortfall({ commandId: id(), deposit });
  expect(await till(api)).toEqual({ balance: 50_000, held: 0 });
  await pay(15_000);
  await pay(5000, 'wechat');
  expect(await refusal(pay(1))).toMatchObject({ code: 'WRONG_STATE' });
  expect(await refusal(boss.loans.undoShortfall({ commandId: id(), deposit }))).toMatchObject({
    code: 'TOO_LATE',
  });
  expect(await api.loans.deposit({ deposit })).toMatchObject({
    ...{ shortfallFen: 20_000, shortfallPaidFen: 20_000, deductedFen: 70_000, state: 'forfeited' },
  });
  await boss.loans.turnedUp({ commandId: id(), item: things.wheelchair });
  await boss.loans.reverse({ commandId: id(), deposit });
  expect(await api.loans.refundDone({ commandId: id(), deposit, reference: null })).toMatchObject({
    amountFen: 70_000,
  });
  expect(await till(api)).toEqual({ balance: -5000, held: 0 });
  expectWhole(desk);
});

test('what belongs to open receipts is not handed in, unless a supervisor says so', async () => {
  await using counter = await openCounter();
  const { desk, boss, api, lend } = counter;
  await boss.loans.setFloat({ commandId: id(), amountFen: 20_000 });
  await lend();
  const handIn = (amountFen: number, more = {}) =>
    boss.loans.handIn({ commandId: id(), method: 'cash', amountFen, receiver: '测试财务', ...more });
  expect(await refusal(handIn(20_001))).toMatchObject({ code: 'AMOUNT_WRONG', data: { mostFen: 20_000 } });
  await handIn(20_000);
  expect(await till(api)).toEqual({ balance: 50_000, held: 50_000 });
  expect(await refusal(handIn(50_001, { heldToo: true }))).toMatchObject({ data: { mostFen: 50_000 } });
  await handIn(50_000, { heldToo: true });
  expect(await till(api)).toEqual({ balance: 0, held: 50_000 });
  expectWhole(desk);
});

test('umbrellas of no number that turn up are those that were missed; what a borrower lost is found by the loan', async () => {
  await using counter = await openCounter();
  const { desk, boss, api, things } = counter;
  const { umbrellas: type } = things;
  const form = { lines: [{ type, count: 2 }], borrower: stranger(7), deposit: paid(10_000) };
  const { id: loan } = await api.loans.lend({ ...form, commandId: id(), remarks: null, printSlip: false });
  await boss.loans.lose({ commandId: id(), loan, line: 0, count: 2, note: null });
  await api.loans.missSome({ commandId: id(), type, count: 1, note: null });
  const turnedUp = (count: number) => api.loans.turnedUpSome({ commandId: id(), type, count });
  expect(await refusal(turnedUp(2))).toMatchObject({ code: 'COUNT_WRONG', data: { most: 1 } });
  await turnedUp(1);
  // One of the two stands at the door: a stray, whose loan is found later.
  const stray = { type, item: null, count: 1, condition: 'ok' as const, remarks: null };
  const { id: record } = await api.loans.returnStray({ commandId: id(), ...stray });
  await api.loans.matchStray({ commandId: id(), stray: record, loan, line: 0 });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'lost', lines: [{ back: 1, lost: 1 }] });
  const types = await api.loans.types();
  expect(types.find((each) => each.id === type)).toMatchObject({ available: 19, lost: 1, out: 0 });
  expectWhole(desk);
});

test('a stray lies where it was taken in, wherever its loan is found; undone, it belongs to nobody again', async () => {
  await using counter = await openCounter();
  const { desk, api, boss, things } = counter;
  const { umbrellas: type } = things;
  const { journal, database } = desk.backend;
  const by = { actor: 'import', staff: null, approver: null, shift: null, desk: 'L1' } as const;
  journal.system(by, (command) => {
    putDesk(command, { code: 'L2', nameZh: '二', nameEn: 'L2', location: null, opens: null, closes: null });
  });
  const at = (code: string): void => database.write((tx) => setOwnDesk(tx, code));
  const countsAt = async (code: string) => {
    at(code);
    return (await boss.loans.types()).find((each) => each.id === type);
  };
  const form = { lines: [{ type, count: 2 }], borrower: stranger(7), deposit: paid(10_000) };
  const { id: loan } = await api.loans.lend({ ...form, commandId: id(), remarks: null, printSlip: false });
  desk.clock.advance(HOUR);
  at('L2');
  const stray = { type, item: null, count: 2, condition: 'ok' as const, remarks: null };
  const { id: record } = await boss.loans.returnStray({ commandId: id(), ...stray });
  at('L1');
  await api.loans.matchStray({ commandId: id(), stray: record, loan, line: 0 });
  expect(await countsAt('L2')).toMatchObject({ available: 2, out: 0 });
  expect(await countsAt('L1')).toMatchObject({ available: 18, out: 0 });
  await api.loans.reopen({ commandId: id(), loan });
  expect(await countsAt('L2')).toMatchObject({ available: 0, out: 0 });
  expect(await countsAt('L1')).toMatchObject({ available: 18, out: 2 });
  expect(await api.loans.strays()).toMatchObject([{ id: record, count: 2, desk: 'L2' }]);
  await api.loans.matchStray({ commandId: id(), stray: record, loan, line: 0 });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'returned' });
  expectWhole(desk);
});

test('put down to somebody else, a loan is judged as if it were lent to them', async () => {
  await using desk = await openTestDesk();
  const boss = await desk.signedIn('supervisor');
  const api = await desk.signedIn();
  const [umbrella, wheelchair] = [await putType(boss), await putType(boss, WHEELCHAIR)];
  const item = await putItem(boss, umbrella, 'YS-001');
  const chair = await putItem(boss, wheelchair, 'LY-001');
  const due = { borrower: newPerson(2), dueAt: desk.clock.now() + HOUR };
  const late = await api.loans.lend(lending([{ type: umbrella, item }], due));
  const { borrower } = await api.loans.get({ loan: late.id });
  desk.clock.advance(2 * HOUR);
  const waived = { how: 'waived', reason: '老业户' } as const;
  const { id: loan } = await boss.loans.lend(
    lending([{ type: wheelchair, item: chair }], { borrower: newPerson(1), deposit: waived }),
  );
  const other = { from: 'borrower', borrower, document: null } as const;
  const commandId = id();
  const amend = { commandId, loan, borrower: other, remarks: null };
  expect(await refusal(api.loans.amend(amend))).toMatchObject({
    ...{ code: 'LOAN_BARRED', data: { bars: ['BORROWER_OVERDUE', 'ID_NEEDED'], right: 'loans.override' } },
  });
  await api.loans.amend({ ...amend, commandId: id(), borrower: null, remarks: '扶老人' });
  const proof = { way: 'spot', approver: STAFF.supervisor, pin: PIN } as const;
  const ask = { right: 'loans.override', record: loan, commandId, reason: '登记错误', proof } as const;
  const { approval } = await api.approvals.grant(ask);
  await api.loans.amend({ ...amend, approval });
  expect(await api.loans.get({ loan })).toMatchObject({ borrower, borrowerName: '测试借用人2' });
  // What is back is only set right: nothing is lent by it.
  await api.loans.return({ commandId: id(), loan: late.id, way: 'list' });
  await api.loans.amend({ commandId: id(), loan: late.id, borrower: newPerson(3), remarks: null });
  expectWhole(desk);
});

const WAYS = ['found', 'turnedUp', 'returnStray'] as const;

/** Things of a price each, all lost on one loan, and what the till of the desk holds. */
async function loseAll(boss: ApiClient, prices: readonly number[]) {
  const items: { type: number; item: number }[] = [];
  for (const [at, lossPriceFen] of prices.entries()) {
    const prefix = ['A', 'B', 'C', 'D'][at] ?? 'E';
    const type = await putType(boss, { ...UMBRELLA, prefix, nameZh: `物${prefix}`, lossPriceFen });
    items.push({ type, item: await putItem(boss, type, `${prefix}-001`) });
  }
  const { id: loan, deposit } = await boss.loans.lend(lending(items, { deposit: paid(50_000) }));
  for (const line of items.keys())
    await boss.loans.lose({ commandId: id(), loan, line, count: 1, note: null });
  return { items, loan, deposit: deposit?.id ?? 0 };
}

test(
  'whatever is found in whichever way and order: each gets its share, all of it together what was kept',
  async () => {
    const prices = fc.array(fc.nat(99_999), { minLength: 1, maxLength: 4 });
    const order = fc.array(fc.record({ way: fc.constantFrom(...WAYS), rank: fc.nat() }), {
      ...{ minLength: 4, maxLength: 4 },
    });
    const money = fc.record({ lossFen: fc.integer({ min: 1, max: 90_000 }), paidFen: fc.nat(40_000) });
    await fc.assert(
      fc.asyncProperty(prices, order, money, async (costs, finds, { lossFen, paidFen }) => {
        await using desk = await openTestDesk();
        const boss = await desk.signedIn('supervisor');
        const { items, loan, deposit } = await loseAll(boss, costs);
        const deductions = [
          { kind: 'loss' as const, what: '遗失', amountFen: lossFen },
          { kind: 'cleaning' as const, what: '清洗', amountFen: 1000 },
        ];
        const proof = { how: 'receipt' as const };
        await boss.loans.settle({ commandId: id(), deposit, deductions, proof, acceptShortfall: true });
        const { shortfallFen } = await boss.loans.deposit({ deposit });
        const amountFen = Math.min(paidFen, shortfallFen);
        const pay = { commandId: id(), deposit, amountFen, method: 'cash', reference: null } as const;
        if (amountFen > 0) await boss.loans.payShortfall(pay);
        const ranked = items
          .map((thing, line) => ({ ...thing, line, ...(finds[line] ?? { way: 'found' as const, rank: 0 }) }))
          .toSorted((a, b) => a.rank - b.rank);
        for (const { type, item, line, way } of ranked) {
          const commandId = id();
          if (way === 'found') await boss.loans.found({ commandId, loan, line, count: 1, condition: 'ok' });
          if (way === 'turnedUp') await boss.loans.turnedUp({ commandId, item });
          if (way === 'returnStray') {
            await boss.loans.returnStray({ commandId, type, item, count: 1, condition: 'ok', remarks: null });
          }
        }
        expect(await boss.loans.get({ loan })).toMatchObject({ state: 'returned' });
        const { offeredFen } = await boss.loans.deposit({ deposit });
        if (offeredFen > 0) await boss.loans.reverse({ commandId: id(), deposit });
        const row = await boss.loans.deposit({ deposit });
        if (row.state === 'refund_pending') {
          await boss.loans.refundDone({ commandId: id(), deposit, reference: null });
        }
        // Only the cleaning was kept, or what of it was never paid.
        const end = await boss.loans.deposit({ deposit });
        const unpaid = end.shortfallFen - end.shortfallPaidFen;
        expect(end.deductedFen + Math.max(0, unpaid)).toBe(1000);
        expect(end).toMatchObject({ offeredFen: 0, pendingFen: 0, issues: [] });
        expect(await till(boss)).toEqual({ balance: end.deductedFen, held: 0 });
        expect((await boss.loans.items({})).every(({ state }) => state === 'available')).toBe(true);
        expectWhole(desk);
      }),
      { numRuns: 5, seed: 20_261_122 },
    );
  },
  LONGEST_MS,
);
