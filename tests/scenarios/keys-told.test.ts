// What a loan of keys tells later: who brought them back, why they left against the rules, and all that is away.
import { expect, test } from 'vitest';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey, worker } from '../support/keys.ts';
import { expectWhole } from '../support/whole.ts';

const id = uuidv7;
const system = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;

test('who brought a key back stands on its loan until that is undone or the borrower is erased', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id: loan } = await api.keys.lend(lending([putTestKey(desk.backend)]));
  await api.keys.return({ commandId: id(), loan, broughtBy: '测试代还' });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'returned', broughtBy: '测试代还' });
  await api.keys.reopen({ commandId: id(), loan });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'open', broughtBy: null });
  await api.keys.return({ commandId: id(), loan, broughtBy: '测试再还' });
  expectWhole(desk);
  const { borrower } = await api.keys.get({ loan });
  await eraseRecords(desk.backend, system, [borrower], 'term');
  expect(await api.keys.get({ loan })).toMatchObject({ borrowerName: null, broughtBy: null });
});

test('a supervisor says why a master key leaves: the reason and what stood against it are kept, and erased in time', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const master = putTestKey(desk.backend, { kind: 'master', mayBorrow: ['contractor'] });
  const plain = putTestKey(desk.backend, { hook: '2' });
  const overrideReason = '消防检查，主管在场';
  const form = lending([master, plain], {
    borrower: {
      from: 'new',
      person: { kind: 'contractor', name: '测试工', phone: '13900001111', company: '测试机电工程' },
    },
  });
  const { id: loan } = await api.keys.lend({ ...form, overrideReason });
  const { bars, ...kept } = await api.keys.get({ loan });
  expect(bars).toContain('MASTER');
  expect(kept).toMatchObject({ overrideReason });
  await api.keys.return({ commandId: id(), loan });
  const { id: free } = await api.keys.lend({
    ...lending([plain], { borrower: worker('13900002222') }),
    overrideReason: '没有什么可破例的',
  });
  expect(await api.keys.get({ loan: free })).toMatchObject({ bars: [], overrideReason: null });
  await eraseRecords(desk.backend, system, [kept.borrower], 'term');
  expect(await api.keys.get({ loan })).toMatchObject({ bars, overrideReason: null });
});

test('what is issued is away like what is lent, and stands on the same list', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [lent, issued] = [putTestKey(desk.backend), putTestKey(desk.backend, { hook: '2' })];
  const first = await api.keys.lend(lending([lent]));
  const second = await api.keys.lend({
    ...lending([issued], { borrower: worker('13900002222') }),
    kind: 'issued',
  });
  const { rows, more } = await api.keys.list({ view: 'away' });
  expect([rows.map((row) => row.id), more]).toEqual([[first.id, second.id], false]);
  expect((await api.keys.list({ view: 'out' })).rows.map((row) => row.id)).toEqual([first.id]);
  expect(await api.keys.list({ view: 'away', limit: 1 })).toMatchObject({ more: true });
});
