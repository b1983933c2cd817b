// The till 备用金 at the desk, and what comes back without a loan 无主归还.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../support/desk.ts';
import { openCounter, till } from '../support/deposit-counter.ts';
import { paid, stranger } from '../support/deposits.ts';
import { uuidv7 } from '../support/ids.ts';
import { signaturePng } from '../support/signature-png.ts';
import { expectWhole } from '../support/whole.ts';

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return (await safe(call)).error;
}

test('the till holds float and receipts less refunds and hand-ins, and hands in no more than it has', async () => {
  await using counter = await openCounter();
  const { api, boss, lend } = counter;
  await boss.loans.setFloat({ commandId: uuidv7(), amountFen: 30_000 });
  await boss.loans.setFloat({ commandId: uuidv7(), amountFen: 20_000 });
  await lend();
  expect(await till(api)).toEqual({ balance: 70_000, held: 50_000 });
  const handIn = (amountFen: number) =>
    boss.loans.handIn({ commandId: uuidv7(), method: 'cash', amountFen, receiver: '测试财务' });
  expect(await refusal(handIn(70_001))).toMatchObject({ code: 'AMOUNT_WRONG', data: { mostFen: 20_000 } });
  const { id } = await handIn(15_000);
  expect(await till(api)).toEqual({ balance: 55_000, held: 50_000 });
  await boss.loans.takeBackMove({ commandId: uuidv7(), move: id });
  expect(await till(api)).toEqual({ balance: 70_000, held: 50_000 });
  expect(await boss.loans.cashMoves({})).toMatchObject([
    { kind: 'handedIn', amountFen: 15_000, receiver: '测试财务', takenBack: true },
    { kind: 'float', amountFen: 20_000 },
  ]);
  const byReceptionist = api.loans.setFloat({ commandId: uuidv7(), amountFen: 1 });
  expect(await refusal(byReceptionist)).toMatchObject({ code: 'NOT_ALLOWED' });
});

test('what finance got comes out on two copies to sign, and on none once it was taken back', async () => {
  await using counter = await openCounter();
  const { desk, boss, lend } = counter;
  await lend();
  const move = await boss.loans.handIn({
    ...{ commandId: uuidv7(), method: 'cash', amountFen: 15_000, receiver: '测试财务', heldToo: true },
  });
  const jobs = (await boss.desk.status()).jobs.filter(({ record }) => record === move.id);
  expect(jobs.map(({ kind }) => kind)).toEqual(['handIn', 'handInDesk']);
  expect(jobs.map(({ id }) => id)).toEqual(move.printJobs);
  // What waits for the printer is named by desk and amount: a hand-in has no number.
  expect(jobs.map(({ number }) => number)).toEqual(['L1 ¥150.00', 'L1 ¥150.00']);
  const paper = (kind: string) => {
    const order = { record: move.id, kind, language: 'zh-CN', reprint: 0 } as const;
    return JSON.stringify(desk.backend.registers.slip(desk.backend.database.db, order));
  };
  expect(paper('handIn')).toMatch(/缴款单.*财务联.*测试财务.*¥150\.00.*人民币壹佰伍拾元整.*接收人签字/);
  expect(paper('handInDesk')).toMatch(/缴款单.*存根联.*测试财务.*¥150\.00/);
  await boss.loans.takeBackMove({ commandId: uuidv7(), move: move.id });
  expect([paper('handIn'), paper('handInDesk')]).toEqual(['null', 'null']);
});

test('where policy asks for it, whoever gets money signs for it: the payer, and finance', async () => {
  await using counter = await openCounter();
  const { desk, api, boss, lend, giveBack } = counter;
  const admin = await desk.signedIn('admin');
  const value = { keyOut: false, keyIn: false, itemOut: false, itemIn: false, refund: true };
  await admin.policies.put({ commandId: uuidv7(), key: 'signature.asked', value });
  const { loan, deposit } = await lend();
  await giveBack(loan);
  const settle = { deposit, proof: { how: 'receipt' } } as const;
  const handIn = { method: 'cash', amountFen: 1000, receiver: '测试财务', heldToo: true } as const;
  for (const unsigned of [
    () => api.loans.settle({ ...settle, commandId: uuidv7() }),
    () => boss.loans.handIn({ ...handIn, commandId: uuidv7() }),
  ]) {
    expect(await refusal(unsigned())).toMatchObject({
      code: 'SIGNATURE_NEEDED',
      data: { field: 'signature' },
    });
  }
  const signature = { how: 'drawn', png: signaturePng().toString('base64') } as const;
  const { id: move } = await boss.loans.handIn({ ...handIn, commandId: uuidv7(), signature });
  await api.loans.settle({ ...settle, commandId: uuidv7(), signature });
  expect(await api.loans.deposit({ deposit })).toMatchObject({
    state: 'refunded',
    signed: true,
    mayUndo: true,
  });
  expect((await api.loans.history({ record: deposit })).map(({ type }) => type)).toEqual([
    ...['deposit.taken', 'deposit.settled', 'deposit.signed'],
  ]);
  await boss.loans.takeBackMove({ commandId: uuidv7(), move });
  expectWhole(desk);
});

test('an umbrella that comes back without a loan is matched to it later, at the time it came', async () => {
  await using counter = await openCounter();
  const { desk, api, things } = counter;
  const { id: loan } = await api.loans.lend({
    ...{ commandId: uuidv7(), lines: [{ type: things.umbrellas, count: 2 }], borrower: stranger(99) },
    ...{ deposit: paid(10_000), remarks: null, printSlip: false },
  });
  desk.clock.advance(HOUR);
  const came = desk.clock.now();
  const stray = {
    type: things.umbrellas,
    item: null,
    count: 1,
    condition: 'wet',
    remarks: '放在门口',
  } as const;
  const { id } = await api.loans.returnStray({ commandId: uuidv7(), ...stray });
  expect(await api.loans.strays()).toMatchObject([
    { id, typeNameZh: '长柄雨伞', count: 1, remarks: '放在门口' },
  ]);
  desk.clock.advance(HOUR);
  await api.loans.matchStray({ commandId: uuidv7(), stray: id, loan, line: 0 });
  expect(await api.loans.strays()).toEqual([]);
  const matched = await api.loans.get({ loan });
  expect(matched).toMatchObject({ state: 'open', lines: [{ count: 2, back: 1 }] });
  const returned = (await api.loans.history({ record: loan })).find(({ type }) => type === 'loan.returned');
  expect(returned?.happenedAt).toBe(came);
  const again = api.loans.matchStray({ commandId: uuidv7(), stray: id, loan, line: 0 });
  expect(await refusal(again)).toMatchObject({ code: 'WRONG_STATE' });
  expectWhole(desk);
});

test('what nobody will be found for is closed by a supervisor with what became of it, and undone a moment later', async () => {
  await using counter = await openCounter();
  const { desk, api, boss, things } = counter;
  const found = { type: things.umbrellas, item: null, count: 1, condition: 'ok', remarks: null } as const;
  const { id: stray } = await api.loans.returnStray({ commandId: uuidv7(), ...found });
  const close = (by: typeof boss) =>
    by.loans.closeStray({ commandId: uuidv7(), stray, reason: '移交物业仓库' });
  const reopen = () => boss.loans.reopenStray({ commandId: uuidv7(), stray });
  expect(await refusal(close(api))).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await refusal(reopen())).toMatchObject({ code: 'WRONG_STATE', data: { state: 'open' } });
  const before = await boss.loans.types();
  await close(boss);
  expect(await boss.loans.strays()).toEqual([]);
  expect(await boss.loans.types()).toEqual(before);
  expect(await refusal(close(boss))).toMatchObject({ code: 'WRONG_STATE', data: { state: 'closed' } });
  await reopen();
  expect(await boss.loans.strays()).toMatchObject([{ id: stray }]);
  await close(boss);
  desk.clock.advance(11 * MINUTE);
  expect(await refusal(reopen())).toMatchObject({ code: 'TOO_LATE' });
  expect((await boss.loans.history({ record: stray })).map(({ type }) => type)).toEqual([
    ...['stray_return.taken', 'stray_return.closed', 'stray_return.reopened', 'stray_return.closed'],
  ]);
  expectWhole(desk);
});
