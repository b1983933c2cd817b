// Stocktakes of keys: by scan and hook by hook, resumed, finished with every difference answered.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { HOUR, MORNING, openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey, worker } from '../support/keys.ts';
import { expectWhole } from '../support/whole.ts';

const id = uuidv7;
const DAY = 24 * HOUR;

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  const { error } = await safe(work);
  if (error === null || !('code' in error)) throw error ?? new Error('it went through');
  return { code: String(error.code), data: 'data' in error ? error.data : undefined };
}

test('a stocktake goes on after a restart; what is out is expected to be missing, a gap needs a reason', async () => {
  await using desk = await openTestDesk();
  let api = await desk.signedIn();
  const hooks = ['1', '2', '10', '11'] as const;
  const [one, two, ten, out] = hooks.map((hook) => putTestKey(desk.backend, { hook, code: `K-${hook}` }));
  await api.keys.lend(lending([out ?? 0]));
  expect(await api.keys.stocktakeDue()).toEqual({ lastAt: null, due: true, open: [] });
  const begin = { desk: 'L1', cabinet: null };
  const { id: stocktake } = await api.keys.beginStocktake({ commandId: id(), ...begin });
  const { tag } = await api.keys.key({ key: one ?? 0 });
  const scanned = await api.keys.countKey({
    ...{ commandId: id(), stocktake, what: { code: tag }, how: 'scan', present: true },
  });
  expect(scanned).toEqual({ id: stocktake, key: one, finding: null });
  await desk.restart();
  api = await desk.signedIn();
  expect(await api.keys.beginStocktake({ commandId: id(), ...begin })).toEqual({ id: stocktake });
  const byHook = { stocktake, how: 'hook' } as const;
  await api.keys.countKey({ ...byHook, commandId: id(), what: { key: two ?? 0 }, present: false });
  await api.keys.countKey({ ...byHook, commandId: id(), what: { key: ten ?? 0 }, present: true });
  await api.keys.uncountKey({ commandId: id(), stocktake, key: ten ?? 0 });
  const now = await api.keys.stocktake({ stocktake });
  expect(now.lines.map(({ hook, state, counted, finding }) => [hook, state, counted, finding])).toEqual([
    ['1', 'in_cabinet', 'present', null],
    ['2', 'in_cabinet', 'absent', 'missing'],
    ['10', 'in_cabinet', null, 'missing'],
    ['11', 'out', null, null],
  ]);
  const finish = (carried: { key: number; reason: string | null }[]) =>
    api.keys.finishStocktake({ commandId: id(), stocktake, carried });
  expect(await refusalOf(finish([{ key: two ?? 0, reason: null }]))).toMatchObject({
    ...{ code: 'DIFFERENCES_OPEN', data: { keys: [two, ten] } },
  });
  await api.keys.countKey({ ...byHook, commandId: id(), what: { key: ten ?? 0 }, present: true });
  await finish([{ key: two ?? 0, reason: '夜班借出未登记，正在查' }]);
  const [done] = await api.keys.stocktakes();
  expect(done).toMatchObject({
    ...{
      id: stocktake,
      finishedAt: MORNING,
      expected: 3,
      present: 2,
      startedBy: '测试receptionist',
      issues: [],
    },
    differences: [{ key: two, finding: 'missing', how: 'carried', reason: '夜班借出未登记，正在查' }],
  });
  expect(await refusalOf(finish([]))).toMatchObject({ code: 'STOCKTAKE_OVER' });
  expect(await api.keys.stocktakeDue()).toMatchObject({ lastAt: MORNING, due: false });
  desk.clock.advance(7 * DAY);
  const later = await desk.signedIn('supervisor');
  expect(await later.keys.stocktakeDue()).toMatchObject({ lastAt: MORNING, due: true });
  expectWhole(desk);
});

test('what hangs there though it is out is unexpected, hung up on the spot and written down as made good', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const missing = putTestKey(desk.backend, { hook: '2' });
  const { id: loan } = await api.keys.lend(lending([key]));
  const { id: stocktake } = await api.keys.beginStocktake({ commandId: id(), desk: 'L1', cabinet: 'A' });
  const { tag } = await api.keys.key({ key });
  const how = { stocktake, how: 'scan' } as const;
  const count = (what: { code: string } | { key: number }, present: boolean) =>
    api.keys.countKey({ ...how, commandId: id(), what, present });
  expect(await count({ code: tag }, true)).toMatchObject({ finding: 'unexpected' });
  await api.keys.hangUp({ commandId: id(), key });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'returned' });
  expect(await count({ key: missing }, false)).toMatchObject({ finding: 'missing' });
  await api.keys.loseKey({ commandId: id(), key: missing, note: '盘点时不在' });
  await api.keys.finishStocktake({ commandId: id(), stocktake, carried: [] });
  expect(await api.keys.stocktake({ stocktake })).toMatchObject({
    differences: [
      { key, finding: 'unexpected', how: 'resolved' },
      { key: missing, finding: 'missing', how: 'resolved' },
    ],
  });
  expect(await api.keys.stocktakeDue()).toMatchObject({ due: false });
});

test('an unknown tag is not counted, and an empty cabinet is not begun', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const begin = (cabinet: string | null) => api.keys.beginStocktake({ commandId: id(), desk: 'L1', cabinet });
  expect(await refusalOf(begin(null))).toMatchObject({ code: 'NOTHING_HERE', data: { field: 'desk' } });
  putTestKey(desk.backend);
  expect(await refusalOf(begin('B'))).toMatchObject({ data: { field: 'cabinet' } });
  const { id: stocktake } = await begin('A');
  const unknown = {
    ...{ commandId: id(), stocktake, how: 'scan' as const, present: true },
    what: { code: '4711' },
  };
  expect(await refusalOf(api.keys.countKey(unknown))).toMatchObject({ code: 'TAG_UNKNOWN' });
  expect(await api.keys.stocktake({ stocktake })).toMatchObject({ lines: [{ counted: null }] });
});

test('a key of another cabinet that hangs in the counted one is unexpected there, until it is put back', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [own, strange] = ['A', 'B'].map((cabinet) => putTestKey(desk.backend, { cabinet }));
  const begun = await api.keys.beginStocktake({ commandId: id(), desk: 'L1', cabinet: 'A' });
  const count = (key = 0) =>
    api.keys.countKey({
      ...{ commandId: id(), stocktake: begun.id, what: { key }, how: 'scan', present: true },
    });
  expect(await count(own)).toMatchObject({ finding: null });
  expect(await count(strange)).toMatchObject({ finding: 'unexpected' });
  expect(await api.keys.stocktake({ stocktake: begun.id })).toMatchObject({ expected: 1, present: 2 });
  await api.keys.uncountKey({ commandId: id(), stocktake: begun.id, key: strange ?? 0 });
  await api.keys.finishStocktake({ commandId: id(), stocktake: begun.id, carried: [] });
  expectWhole(desk);
});

test('a difference that had its answer keeps it, wherever the key goes while the count goes on', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [hung, gap, gone] = ['1', '2', '3'].map((hook) => putTestKey(desk.backend, { hook }));
  await api.keys.lend(lending([hung ?? 0]));
  const { id: stocktake } = await api.keys.beginStocktake({ commandId: id(), desk: 'L1', cabinet: null });
  const count = (key = 0, present: boolean) =>
    api.keys.countKey({ commandId: id(), stocktake, what: { key }, how: 'hook', present });
  const findings = async () => (await api.keys.stocktake({ stocktake })).lines.map(({ finding }) => finding);
  await count(hung, true);
  await count(gap, false);
  await count(gone, false);
  expect(await findings()).toEqual(['unexpected', 'missing', 'missing']);
  // Hung up and lent again; lent by paper before the count, typed now, and back.
  await api.keys.hangUp({ commandId: id(), key: hung ?? 0 });
  await api.keys.lend(lending([hung ?? 0], { borrower: worker('13900002222') }));
  const late = lending([gap ?? 0], { lentAt: desk.clock.now() - HOUR, borrower: worker('13900003333') });
  const { id: loan } = await api.keys.lend(late);
  desk.clock.advance(HOUR);
  await api.keys.return({ commandId: id(), loan });
  // A loan that never was explains nothing, nor does one that was over before anybody counted.
  const never = await api.keys.lend(lending([gone ?? 0], { borrower: worker('13900004444') }));
  await api.keys.takeBack({ commandId: id(), loan: never.id });
  const over = { lentAt: desk.clock.now() - 3 * HOUR, borrower: worker('13900005555') };
  await api.keys.lend({ ...lending([gone ?? 0], over), returnedAt: desk.clock.now() - 2 * HOUR });
  expect(await findings()).toEqual([null, null, 'missing']);
  await api.keys.finishStocktake({
    ...{ commandId: id(), stocktake, carried: [{ key: gone ?? 0, reason: '正在查' }] },
  });
  expect(await api.keys.stocktake({ stocktake })).toMatchObject({
    differences: [
      { key: hung, finding: 'unexpected', how: 'resolved' },
      { key: gap, finding: 'missing', how: 'resolved' },
      { key: gone, finding: 'missing', how: 'carried' },
    ],
  });
  expectWhole(desk);
});
