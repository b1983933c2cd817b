// What there is to lend: it dries, is charged, breaks, is lost and found, is looked at each day, and is retired.
import { expect, test } from 'vitest';
import { HOUR, MINUTE, openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { openStand, refusal, stateOf } from '../support/loan-stand.ts';
import { lending, newPerson, POWER_BANK, putItem, putType, UMBRELLA, WHEELCHAIR } from '../support/loans.ts';
import { expectWhole } from '../support/whole.ts';

test('a wet umbrella dries for its time and is lent again after it; a broken one waits for its release', async () => {
  await using stand = await openStand();
  const { desk, boss, api, umbrella: type, items } = stand;
  const [wet = 0, broken = 0] = items;
  const { id: loan } = await api.loans.lend(
    lending([
      { type, item: wet },
      { type, item: broken },
    ]),
  );
  await api.loans.return({
    ...{ commandId: uuidv7(), loan, way: 'list' },
    lines: [
      { line: 0, count: 1, condition: 'wet' },
      { line: 1, count: 1, condition: 'damaged' },
    ],
  });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'returned_damaged' });
  expect(await stateOf(stand, wet)).toMatchObject({ state: 'resting' });
  expect(await refusal(api.loans.lend(lending([{ type, item: wet }])))).toMatchObject({
    ...{ code: 'ITEM_NOT_AVAILABLE', data: { state: 'resting' } },
  });
  desk.clock.advance(2 * HOUR);
  expect(await stateOf(stand, wet)).toMatchObject({ state: 'available', until: null });
  expect(await refusal(api.loans.release({ commandId: uuidv7(), item: broken }))).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  await boss.loans.release({ commandId: uuidv7(), item: broken });
  expect(await stateOf(stand, broken)).toMatchObject({ state: 'available' });
  expectWhole(stand.desk);
});

test('power banks go by count: some out, some charging, some blocked, never more than there are', async () => {
  await using stand = await openStand();
  const { desk, boss, api } = stand;
  const type = await putType(boss, POWER_BANK);
  await boss.loans.setStock({ commandId: uuidv7(), type, desk: 'L1', total: 5 });
  const counts = async () => (await api.loans.types()).find(({ id }) => id === type);
  expect(await counts()).toMatchObject({ available: 5, out: 0, low: false });
  const { id: loan } = await api.loans.lend(lending([{ type, count: 3 }]));
  expect(await counts()).toMatchObject({ available: 2, out: 3 });
  expect(
    await refusal(api.loans.lend(lending([{ type, count: 3 }], { borrower: newPerson(2) }))),
  ).toMatchObject({ code: 'ITEM_NOT_AVAILABLE', data: { item: null, left: 2 } });
  await api.loans.return({
    ...{ commandId: uuidv7(), loan, way: 'list', lines: [{ line: 0, count: 2, condition: 'ok' }] },
  });
  expect(await counts()).toMatchObject({ available: 2, out: 1, resting: 2, low: false });
  desk.clock.advance(91 * MINUTE);
  expect(await counts()).toMatchObject({ available: 4, resting: 0 });
  await api.loans.blockSome({ commandId: uuidv7(), type, count: 3, reason: '接口松动' });
  expect(await counts()).toMatchObject({ available: 1, outOfService: 3, low: true });
  expect(
    await refusal(api.loans.missSome({ commandId: uuidv7(), type, count: 2, note: null })),
  ).toMatchObject({ code: 'COUNT_WRONG', data: { most: 1 } });
  await boss.loans.releaseSome({ commandId: uuidv7(), type, count: 3 });
  await api.loans.lose({ commandId: uuidv7(), loan, line: 0, count: 1, note: '地铁上遗失' });
  expect(await counts()).toMatchObject({ available: 4, out: 0, lost: 1 });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'lost' });
  await api.loans.found({ commandId: uuidv7(), loan, line: 0, count: 1, condition: 'ok' });
  expect(await counts()).toMatchObject({ lost: 0, resting: 1 });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'returned' });
  expectWhole(stand.desk);
});

test('a lost umbrella is missed, found with another tenant a week later, and is in the stand again', async () => {
  await using stand = await openStand();
  const { desk, api, umbrella: type, items } = stand;
  const [item = 0] = items;
  const { id: loan } = await api.loans.lend(lending([{ type, item }]));
  await api.loans.lose({ commandId: uuidv7(), loan, line: 0, count: 1, note: null });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'lost', loan: null });
  expect((await api.loans.list({ view: 'lost' })).rows).toMatchObject([{ id: loan, state: 'lost' }]);
  desk.clock.advance(12 * HOUR);
  await api.loans.found({ commandId: uuidv7(), loan, line: 0, count: 1, condition: 'ok' });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'available' });
  expect((await api.loans.list({ view: 'lost' })).rows).toEqual([]);
  expectWhole(stand.desk);
});

test('wheelchairs are looked at each day; one that is not in order is blocked by it', async () => {
  await using stand = await openStand();
  const { desk, boss, api } = stand;
  const type = await putType(boss, WHEELCHAIR);
  const [good, bad] = [await putItem(boss, type, 'LY-001'), await putItem(boss, type, 'LY-002')];
  expect((await api.loans.dueChecks()).map(({ asset }) => asset)).toEqual(['LY-001', 'LY-002']);
  await api.loans.checkDaily({ commandId: uuidv7(), item: good, ok: true, note: null });
  expect(
    await refusal(api.loans.checkDaily({ commandId: uuidv7(), item: bad, ok: false, note: null })),
  ).toMatchObject({ data: { field: 'note' } });
  await api.loans.checkDaily({ commandId: uuidv7(), item: bad, ok: false, note: '刹车松' });
  expect(await api.loans.dueChecks()).toEqual([]);
  expect(await stateOf(stand, bad)).toMatchObject({ state: 'out_of_service', reason: '刹车松' });
  desk.clock.advance(15 * HOUR);
  const tomorrow = await desk.signedIn();
  expect((await tomorrow.loans.dueChecks()).map(({ asset }) => asset)).toEqual(['LY-001']);
});

test('an asset code stands on one thing; a type keeps its way of counting; what is out is not retired', async () => {
  await using stand = await openStand();
  const { boss, api, umbrella: type, items } = stand;
  const [item = 0] = items;
  expect(await refusal(putItem(boss, type, 'YS-001'))).toMatchObject({ code: 'ASSET_KNOWN', data: { item } });
  expect(
    await refusal(boss.loans.putType({ ...UMBRELLA, tracking: 'count', commandId: uuidv7(), type })),
  ).toMatchObject({ data: { field: 'tracking' } });
  const { id: loan } = await api.loans.lend(lending([{ type, item }]));
  expect(await refusal(boss.loans.retireItem({ commandId: uuidv7(), item }))).toMatchObject({
    ...{ code: 'WRONG_STATE', data: { state: 'out' } },
  });
  const wheelchair = await putType(boss, WHEELCHAIR);
  const renamed = { commandId: uuidv7(), item, type: wheelchair, asset: 'LY-001', remark: null };
  expect(await refusal(boss.loans.putItem(renamed))).toMatchObject({ data: { state: 'out' } });
  await api.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  await boss.loans.retireItem({ commandId: uuidv7(), item });
  expect(await putItem(boss, type, 'YS-001')).toBeGreaterThan(item);
  await boss.loans.withdrawType({ commandId: uuidv7(), type });
  expect(await refusal(api.loans.lend(lending([{ type, item: items[1] ?? 0 }])))).toMatchObject({
    ...{ code: 'WRONG_STATE', data: { state: 'withdrawn' } },
  });
  expectWhole(stand.desk);
});

test('what goes by count and was lent again is not given out a second time by undoing its return', async () => {
  await using stand = await openStand();
  const { boss } = stand;
  const type = await putType(boss, { ...POWER_BANK, restAlways: false });
  await boss.loans.setStock({ commandId: uuidv7(), type, desk: 'L1', total: 1 });
  const { id: loan } = await boss.loans.lend(lending([{ type, count: 1 }]));
  await boss.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  const next = await boss.loans.lend(lending([{ type, count: 1 }], { borrower: newPerson(2) }));
  expect(await refusal(boss.loans.reopen({ commandId: uuidv7(), loan }))).toMatchObject({
    code: 'ITEM_NOT_AVAILABLE',
    data: { type, left: 0 },
  });
  await boss.loans.return({ commandId: uuidv7(), loan: next.id, way: 'list' });
  await boss.loans.reopen({ commandId: uuidv7(), loan });
  expect(await boss.loans.counts()).toMatchObject({ out: 1 });
  expectWhole(stand.desk);
});

test('a rest that is over is over for good: the others end as many as are said to, and none is kept', async () => {
  await using desk = await openTestDesk();
  const boss = await desk.signedIn('supervisor');
  const type = await putType(boss, POWER_BANK);
  const some = { type, count: 2 };
  await boss.loans.setStock({ commandId: uuidv7(), type, total: 10 });
  await boss.loans.restSome({ ...some, commandId: uuidv7(), until: null });
  await boss.loans.restSome({ ...some, commandId: uuidv7(), count: 1, until: desk.clock.now() + HOUR });
  desk.clock.advance(2 * HOUR);
  await boss.loans.restSomeOver({ ...some, commandId: uuidv7() });
  expect((await boss.loans.types())[0]).toMatchObject({ available: 10, resting: 0 });
});

test('an umbrella that was blocked while it was out stays blocked when its return is undone', async () => {
  await using stand = await openStand();
  const { api, umbrella, items } = stand;
  const item = items[0] ?? 0;
  const { id: loan } = await api.loans.lend(lending([{ type: umbrella, item }]));
  await api.loans.block({ commandId: uuidv7(), item, reason: '伞骨断' });
  await api.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  await api.loans.reopen({ commandId: uuidv7(), loan });
  await api.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'out_of_service', reason: '伞骨断' });
  expectWhole(stand.desk);
});
