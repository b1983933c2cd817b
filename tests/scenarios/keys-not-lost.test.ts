// A loss that never was: the loan is voided, or the report is taken back. The key lies where it lay, its case is over.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { MINUTE, openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey, worker } from '../support/keys.ts';
import { expectWhole } from '../support/whole.ts';

const id = uuidv7;

test('a loan with a lost key is voided: the key hangs again, its case is over as a mistake, and it is lent anew', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const [key, other] = [putTestKey(desk.backend), putTestKey(desk.backend, { hook: '2' })];
  const { id: loan } = await api.keys.lend(lending([key, other]));
  await api.keys.loseKey({ commandId: id(), key, note: '说是丢了' });
  await api.keys.void({ commandId: id(), loan, reason: '登记到了别的钥匙' });
  for (const each of [key, other]) {
    expect(await api.keys.key({ key: each })).toMatchObject({ state: 'in_cabinet', desk: 'L1', loan: null });
  }
  expect(await api.keys.cases({ key })).toMatchObject([{ outcome: 'mistaken', issues: [] }]);
  expect(await api.keys.counts()).toMatchObject({ out: 0, lost: 0 });
  await api.keys.lend(lending([key], { borrower: worker('13900002222') }));
  expectWhole(desk);
});

test('a key that was given up for good stays retired when its loan is voided', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend);
  const { id: loan } = await api.keys.lend(lending([key]));
  await api.keys.loseKey({ commandId: id(), key, note: null });
  await api.keys.giveUpKey({ commandId: id(), key, why: 'lockChanged', note: null });
  await api.keys.void({ commandId: id(), loan, reason: '重复登记' });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'retired' });
  expect(await api.keys.cases({ key })).toMatchObject([{ outcome: 'retired' }]);
});

test('reported lost by mistake, taken back at once: whoever had it has it, what lay on its way is on its way', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const [out, away] = [putTestKey(desk.backend), putTestKey(desk.backend, { homeDesk: 'L2', hook: '2' })];
  const { id: loan } = await api.keys.lend(lending([out]));
  await api.keys.hangUp({ commandId: id(), key: away });
  const before = await Promise.all([out, away].map((key) => api.keys.key({ key })));
  for (const key of [out, away]) {
    const lost = await api.keys.loseKey({ commandId: id(), key, note: null });
    expect(await api.keys.key({ key })).toMatchObject({ state: 'lost' });
    desk.clock.advance(MINUTE);
    await api.keys.takeBackLoss({ commandId: id(), case: lost.case });
    const [found] = await api.keys.cases({ key });
    expect(found).toMatchObject({ id: lost.case, outcome: 'mistaken', issues: [] });
  }
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'open', lines: [{ lost: false, back: 0 }] });
  const after = await Promise.all([out, away].map((key) => api.keys.key({ key })));
  const stands = (rows: typeof before) =>
    rows.map(({ state, desk: at, transferTo }) => [state, at, transferTo]);
  expect(stands(after)).toEqual(stands(before));
  expectWhole(desk);
});

test('a report is not taken back by somebody else, after ten minutes, once something was noted, or twice', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend);
  const lose = async () => (await api.keys.loseKey({ commandId: id(), key, note: null })).case;
  const refused = async (by: typeof api, which: number) =>
    expect((await safe(by.keys.takeBackLoss({ commandId: id(), case: which }))).error).toMatchObject({
      code: 'TOO_LATE',
    });
  const first = await lose();
  await refused(await desk.signedIn('admin'), first);
  await api.keys.takeBackLoss({ commandId: id(), case: first });
  await refused(api, first);
  const second = await lose();
  await api.keys.noteCase({ commandId: id(), case: second, step: 'told', who: 'police', note: null });
  await refused(api, second);
  await api.keys.foundKey({ commandId: id(), key, note: null });
  await api.keys.hangUp({ commandId: id(), key });
  const third = await lose();
  desk.clock.advance(10 * MINUTE + 1);
  await refused(api, third);
  expect(await api.keys.key({ key })).toMatchObject({ state: 'lost' });
});

test('whoever brings a lost key by its loan has found it: its case is closed, once the last piece is here', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend, { pieces: 2 });
  const { id: loan } = await api.keys.lend(lending([key]));
  await api.keys.loseKey({ commandId: id(), key, note: null });
  const bring = () => api.keys.return({ commandId: id(), loan, lines: [{ key, pieces: 1 }] });
  expect(await bring()).toMatchObject({ state: 'lost' });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'lost' });
  expect(await bring()).toMatchObject({ state: 'returned' });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'found' });
  expect(await api.keys.cases({ key })).toMatchObject([{ outcome: 'found' }]);
  expect((await safe(api.keys.reopen({ commandId: id(), loan }))).error).toMatchObject({ code: 'TOO_LATE' });
  expectWhole(desk);
});
