// Deposits at the desk: taken with a loan, paid back once, kept in part, lost receipts, finance, and the till that fits.
import { safe } from '@orpc/client';
import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, PIN, STAFF } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { openCounter, till } from '../support/deposit-counter.ts';
import { paid } from '../support/deposits.ts';
import { expectWhole } from '../support/whole.ts';

const DAY = 24 * HOUR;
const receipt = { how: 'receipt' } as const;
const repair = { kind: 'repair', what: '右侧扶手断裂', amountFen: 12_050 } as const;
const loss = { kind: 'loss', what: '轮椅 LY-001', amountFen: 120_000 } as const;

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return (await safe(call)).error;
}

test('a deposit is taken with its loan, printed twice, and paid back against the receipt', async () => {
  await using counter = await openCounter();
  const { api, lend, giveBack } = counter;
  const { loan, deposit, number, jobs } = await lend();
  expect(number).toBe('D-L1-261121-0001');
  expect(jobs).toHaveLength(2);
  expect(await till(api)).toEqual({ balance: 50_000, held: 50_000 });
  const early = api.loans.settle({ commandId: uuidv7(), deposit, proof: receipt });
  expect(await refusal(early)).toMatchObject({ code: 'WRONG_STATE', data: { record: loan, state: 'open' } });
  await giveBack(loan);
  const settled = await api.loans.settle({ commandId: uuidv7(), deposit, proof: receipt });
  expect(settled).toMatchObject({ state: 'refunded', refundFen: 50_000, shortfallFen: 0 });
  expect(await till(api)).toEqual({ balance: 0, held: 0 });
  expectWhole(counter.desk);
});

test('it is paid back once, and the same command says the same again', async () => {
  await using counter = await openCounter();
  const { api, lend, giveBack } = counter;
  const { loan, deposit } = await lend();
  await giveBack(loan);
  const input = { commandId: uuidv7(), deposit, proof: receipt };
  const first = await api.loans.settle(input);
  expect(await api.loans.settle(input)).toEqual(first);
  const second = api.loans.settle({ ...input, commandId: uuidv7() });
  expect(await refusal(second)).toMatchObject({ code: 'REFUNDED_ALREADY', data: { deposit } });
  expect(await till(api)).toEqual({ balance: 0, held: 0 });
});

describe('what is kept', () => {
  test('is decided by a supervisor, itemised, and leaves the balance to the payer', async () => {
    await using counter = await openCounter();
    const { api, boss, lend, giveBack } = counter;
    const { loan, deposit } = await lend();
    await giveBack(loan);
    const input = { commandId: uuidv7(), deposit, proof: receipt, deductions: [repair] };
    expect(await refusal(api.loans.settle(input))).toMatchObject({
      code: 'APPROVAL_NEEDED',
      data: { right: 'loans.decide' },
    });
    const { approval } = await api.approvals.grant({
      ...{ right: 'loans.decide', record: deposit, commandId: input.commandId, reason: '扶手断裂' },
      proof: { way: 'spot', approver: STAFF.supervisor, pin: PIN },
    });
    const settled = await api.loans.settle({ ...input, approval });
    expect(settled).toMatchObject({ state: 'part_refunded', refundFen: 37_950 });
    expect(await till(boss)).toEqual({ balance: 12_050, held: 0 });
    expect(await api.loans.deposit({ deposit })).toMatchObject({ deductions: [repair], proof: 'receipt' });
  });

  test('may be more than there is only where the rest is meant to be billed', async () => {
    await using counter = await openCounter();
    const { boss, lend, giveBack } = counter;
    const { loan, deposit } = await lend();
    await giveBack(loan);
    const input = { commandId: uuidv7(), deposit, proof: receipt, deductions: [loss] };
    expect(await refusal(boss.loans.settle(input))).toMatchObject({
      code: 'AMOUNT_WRONG',
      data: { field: 'deductions', mostFen: 50_000 },
    });
    const settled = await boss.loans.settle({ ...input, acceptShortfall: true });
    expect(settled).toMatchObject({ state: 'forfeited', refundFen: 0, shortfallFen: 70_000 });
  });

  test('is owed again when the lost thing turns up, and paid out once', async () => {
    await using counter = await openCounter();
    const { boss, lend } = counter;
    const { loan, deposit } = await lend();
    await boss.loans.lose({ commandId: uuidv7(), loan, line: 0, count: 1, note: null });
    const settle = {
      commandId: uuidv7(),
      deposit,
      proof: receipt,
      deductions: [loss],
      acceptShortfall: true,
    };
    await boss.loans.settle(settle);
    await boss.loans.found({ commandId: uuidv7(), loan, line: 0, count: 1, condition: 'ok' });
    const owed = await boss.loans.deposit({ deposit });
    expect(owed).toMatchObject({ state: 'refund_pending', pendingFen: 50_000, shortfallFen: 0 });
    expect(await till(boss)).toEqual({ balance: 50_000, held: 50_000 });
    const out = await boss.loans.refundDone({ commandId: uuidv7(), deposit, reference: null });
    expect(out.amountFen).toBe(50_000);
    const again = boss.loans.refundDone({ commandId: uuidv7(), deposit, reference: null });
    expect(await refusal(again)).toMatchObject({ code: 'WRONG_STATE' });
    expect(await till(boss)).toEqual({ balance: 0, held: 0 });
    expectWhole(counter.desk);
  });
});

test('what was paid by phone is owed until finance has sent it back the way it came', async () => {
  await using counter = await openCounter();
  const { api, lend, giveBack } = counter;
  const { loan, deposit } = await lend(paid(50_000, 'wechat'));
  await giveBack(loan);
  const settled = await api.loans.settle({ commandId: uuidv7(), deposit, proof: receipt });
  expect(settled.state).toBe('refund_pending');
  expect(await api.loans.deposits({ view: 'pending' })).toMatchObject([{ id: deposit, pendingFen: 50_000 }]);
  await api.loans.refundDone({ commandId: uuidv7(), deposit, reference: '5030001234' });
  expect(await api.loans.deposit({ deposit })).toMatchObject({ state: 'refunded', refundedFen: 50_000 });
  const wechat = (await api.loans.cash()).find(({ method }) => method === 'wechat');
  expect(wechat).toMatchObject({ receivedFen: 50_000, refundedFen: 50_000, balanceFen: 0, heldFen: 0 });
});

test('a refund typed by mistake is taken back within ten minutes by who typed it, and the receipt is open again', async () => {
  await using counter = await openCounter();
  const { desk, api, boss, lend, giveBack } = counter;
  const { loan, deposit } = await lend();
  await giveBack(loan);
  await api.loans.settle({ commandId: uuidv7(), deposit, proof: receipt });
  expect(await refusal(boss.loans.undoSettle({ commandId: uuidv7(), deposit }))).toMatchObject({
    code: 'TOO_LATE',
  });
  desk.clock.advance(9 * MINUTE);
  await api.loans.undoSettle({ commandId: uuidv7(), deposit });
  expect(await till(api)).toEqual({ balance: 50_000, held: 50_000 });
  await api.loans.settle({ commandId: uuidv7(), deposit, proof: receipt });
  desk.clock.advance(11 * MINUTE);
  expect(await refusal(api.loans.undoSettle({ commandId: uuidv7(), deposit }))).toMatchObject({
    code: 'TOO_LATE',
  });
});

test('a loan that was a mistake gives the money back; one whose deposit was paid back cannot be voided over it', async () => {
  await using counter = await openCounter();
  const { api, boss, lend, giveBack } = counter;
  const mistake = await lend();
  await api.loans.takeBack({ commandId: uuidv7(), loan: mistake.loan });
  expect(await api.loans.deposit({ deposit: mistake.deposit })).toMatchObject({ state: 'voided' });
  expect(await till(api)).toEqual({ balance: 0, held: 0 });
  const { loan, deposit } = await lend();
  await giveBack(loan);
  await api.loans.settle({ commandId: uuidv7(), deposit, proof: receipt });
  const voided = boss.loans.void({ commandId: uuidv7(), loan, reason: '登记错误' });
  expect(await refusal(voided)).toMatchObject({ code: 'REFUNDED_ALREADY' });
});

test('what was paid by WeChat for a loan that was a mistake is owed until finance has sent it back', async () => {
  await using counter = await openCounter();
  const { desk, api, lend } = counter;
  const { loan, deposit } = await lend(paid(50_000, 'wechat'));
  await api.loans.takeBack({ commandId: uuidv7(), loan });
  expect(await api.loans.deposits({ view: 'pending' })).toMatchObject([{ id: deposit, pendingFen: 50_000 }]);
  const account = async () => (await api.loans.cash()).find(({ method }) => method === 'wechat');
  expect(await account()).toMatchObject({ balanceFen: 50_000, heldFen: 50_000 });
  const settled = api.loans.settle({ commandId: uuidv7(), deposit, proof: receipt });
  expect(await refusal(settled)).toMatchObject({ code: 'REFUNDED_ALREADY' });
  await api.loans.refundDone({ commandId: uuidv7(), deposit, reference: '5030001234' });
  expect(await api.loans.deposit({ deposit })).toMatchObject({ state: 'refunded', pendingFen: 0 });
  expect(await account()).toMatchObject({ balanceFen: 0, heldFen: 0 });
  expectWhole(desk);
});

test('a return is not undone over a deposit that was paid back, until the payment is taken back', async () => {
  await using counter = await openCounter();
  const { api, lend, giveBack } = counter;
  const { loan, deposit } = await lend();
  await giveBack(loan);
  await api.loans.settle({ commandId: uuidv7(), deposit, proof: receipt });
  const reopen = () => api.loans.reopen({ commandId: uuidv7(), loan });
  expect(await api.loans.get({ loan })).toMatchObject({ mayReopen: false });
  expect(await refusal(reopen())).toMatchObject({
    code: 'WRONG_STATE',
    data: { record: deposit, state: 'refunded' },
  });
  await api.loans.undoSettle({ commandId: uuidv7(), deposit });
  expect(await api.loans.get({ loan })).toMatchObject({ mayReopen: true });
  await reopen();
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'open' });
});

test('a lost receipt is paid to the payer, and the paper that they sign comes with it; a proxy is named', async () => {
  await using counter = await openCounter();
  const { api, lend, giveBack } = counter;
  const first = await lend();
  await giveBack(first.loan);
  const { payerPhone } = await api.loans.deposit({ deposit: first.deposit });
  const lost = (verified: string) => ({
    ...{ commandId: uuidv7(), deposit: first.deposit },
    proof: { how: 'receiptLost', verifiedBy: 'phone', verified } as const,
  });
  expect(await refusal(api.loans.settle(lost('0000')))).toMatchObject({
    ...{ code: 'PAYER_UNPROVEN', data: { field: 'verified' } },
  });
  const tail = payerPhone?.slice(-4) ?? '';
  const { printJobs } = await api.loans.settle(lost(tail));
  expect(printJobs).toHaveLength(2);
  expect(await api.loans.deposit({ deposit: first.deposit })).toMatchObject({
    ...{ receiptLost: true, verified: tail },
  });
  const second = await lend();
  await giveBack(second.loan);
  const sent = { how: 'proxy', name: '测试代领', phone: '13900000002' } as const;
  await api.loans.settle({ commandId: uuidv7(), deposit: second.deposit, proof: sent });
  expect(await api.loans.deposit({ deposit: second.deposit })).toMatchObject({ proxyName: '测试代领' });
});

test('what was written on paper is typed later: true time, number of the day of typing', async () => {
  await using counter = await openCounter();
  const { desk, api, lend } = counter;
  const yesterday = desk.clock.now() - 20 * HOUR;
  const { loan, deposit, number } = await lend(paid(50_000), { lentAt: yesterday });
  expect(number).toBe('D-L1-261121-0001');
  const returnedAt = yesterday + HOUR;
  await api.loans.return({ commandId: uuidv7(), loan, way: 'list', returnedAt });
  const at = (settledAt: number) => ({ commandId: uuidv7(), deposit, proof: receipt, settledAt });
  // No deposit is refunded before the thing came back.
  for (const wrong of [returnedAt - MINUTE, desk.clock.now() + MINUTE]) {
    expect(await refusal(api.loans.settle(at(wrong)))).toMatchObject({
      code: 'FIELD_NEEDED',
      data: { field: 'settledAt' },
    });
  }
  await api.loans.settle(at(returnedAt));
  const detail = await api.loans.deposit({ deposit });
  expect(detail).toMatchObject({ takenAt: yesterday, settledAt: returnedAt, state: 'refunded' });
});

test('what nobody comes for is unclaimed after ninety days, leaves with finance, and the till says so', async () => {
  await using counter = await openCounter();
  const { desk, boss, lend, giveBack } = counter;
  const { loan, deposit } = await lend();
  await giveBack(loan);
  const { registers, journal } = desk.backend;
  desk.clock.advance(90 * DAY - MINUTE);
  journal.confirmClock({ actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' });
  expect(registers.loans.markUnclaimed()).toBe(0);
  const handOver = () =>
    boss.loans.toFinance({ commandId: uuidv7(), deposits: [deposit], receiver: '测试财务' });
  expect(await refusal(handOver())).toMatchObject({ code: 'WRONG_STATE' });
  desk.clock.advance(MINUTE);
  expect(registers.loans.markUnclaimed()).toBe(1);
  expect(await boss.loans.deposits({ view: 'unclaimed' })).toMatchObject([{ id: deposit }]);
  const handed = await handOver();
  expect(handed).toMatchObject({ amountFen: 50_000 });
  // One entry in the till's book, two copies of its slip.
  expect([handed.moves.length, handed.printJobs.length]).toEqual([1, 2]);
  expect(await boss.loans.deposit({ deposit })).toMatchObject({ state: 'to_finance' });
  expect(await till(boss)).toEqual({ balance: 0, held: 0 });
  expectWhole(desk);
});

test('what was not paid in cash names its payment: without a reference nobody could send it back', async () => {
  await using counter = await openCounter();
  const { api, lend } = counter;
  expect(await refusal(lend({ ...paid(50_000, 'wechat'), reference: null }))).toMatchObject({
    code: 'FIELD_NEEDED',
    data: { field: 'reference' },
  });
  expect(await api.loans.counts()).toMatchObject({ out: 0 });
  await lend(paid(50_000, 'wechat'));
  expect(await api.loans.counts()).toMatchObject({ out: 1 });
});
