// Said of a loan a moment later: how the thing came back, that a call was none; and an asset code read on any page.
import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { openStand, refusal, stateOf } from '../support/loan-stand.ts';
import { lending, newPerson } from '../support/loans.ts';
import { expectWhole } from '../support/whole.ts';

test('a call that was noted by mistake is taken back: who is called next is as it was before', async () => {
  await using stand = await openStand();
  const { desk, api, umbrella: type, items } = stand;
  const borrower = { from: 'contact' as const, contact: desk.places.host };
  const { id: loan } = await api.loans.lend(lending([{ type, item: items[0] ?? 0 }], { borrower }));
  const call = { target: 0, note: null } as const;
  const promisedAt = desk.clock.now() + HOUR;
  const none = await api.loans.get({ loan });
  expect(none).toMatchObject({ mayTakeBackCall: false });
  await api.loans.followUp({ ...call, commandId: uuidv7(), loan, result: 'promised', promisedAt });
  const promised = await api.loans.get({ loan });
  await api.loans.followUp({ ...call, commandId: uuidv7(), loan, result: 'noAnswer' });
  expect(await api.loans.get({ loan })).toMatchObject({ escalated: true, mayTakeBackCall: true });
  await api.loans.takeBackCall({ commandId: uuidv7(), loan });
  expect(await api.loans.get({ loan })).toMatchObject({
    ...{ escalated: false, followUp: promised.followUp, mayTakeBackCall: false },
  });
  // Only the last one can be, and only once.
  expect(await refusal(api.loans.takeBackCall({ commandId: uuidv7(), loan }))).toMatchObject({
    code: 'TOO_LATE',
  });
  await api.loans.followUp({ ...call, commandId: uuidv7(), loan, result: 'told' });
  desk.clock.advance(11 * MINUTE);
  expect(await refusal(api.loans.takeBackCall({ commandId: uuidv7(), loan }))).toMatchObject({
    code: 'TOO_LATE',
  });
  expectWhole(stand.desk);
});

test('how it came back is said after the scan: wet rests, damaged is blocked, and either is undone', async () => {
  await using stand = await openStand();
  const { desk, boss, api, umbrella: type, items } = stand;
  const [item = 0] = items;
  const { id: loan } = await api.loans.lend(lending([{ type, item }]));
  await api.loans.scan({ commandId: uuidv7(), code: 'YS-001' });
  const { returnedAt, cameBack } = await api.loans.get({ loan });
  expect(cameBack).toEqual([{ line: 0, count: 1, condition: 'ok' }]);
  const note = (condition: 'ok' | 'wet' | 'damaged') =>
    api.loans.noteCondition({ commandId: uuidv7(), loan, condition });
  desk.clock.advance(MINUTE);
  expect(await note('wet')).toMatchObject({ state: 'returned' });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'resting' });
  expect(await note('damaged')).toMatchObject({ state: 'returned_damaged' });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'out_of_service' });
  expect(await api.loans.get({ loan })).toMatchObject({ returnedAt, lines: [{ condition: 'damaged' }] });
  expect(await note('ok')).toMatchObject({ state: 'returned' });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'available' });
  expect(
    await refusal(boss.loans.noteCondition({ commandId: uuidv7(), loan, condition: 'wet' })),
  ).toMatchObject({ code: 'TOO_LATE' });
  await api.loans.lend(lending([{ type, item }], { borrower: newPerson(2) }));
  expect(await refusal(note('wet'))).toMatchObject({ code: 'ITEM_NOT_AVAILABLE' });
  expectWhole(stand.desk);
});

test('what stands on a thing in plain letters is its code, however a reader or a hand writes it', async () => {
  await using stand = await openStand();
  const { api, items } = stand;
  const [item = 0] = items;
  const code = (await stateOf(stand, item))?.tagCode ?? '';
  for (const tag of ['YS-001', ' ys-001', 'ＹＳ-001'])
    expect(await api.desk.codeOfTag({ tag })).toEqual({ code });
  for (const tag of ['YS-999', '04A1B2C3', '1000000000000009'])
    expect(await api.desk.codeOfTag({ tag })).toEqual({ code: null });
});

test('the box and lists of other registers name a thing in both languages', async () => {
  await using stand = await openStand();
  const { api, umbrella: type, items } = stand;
  const [item = 0, other = 0] = items;
  const { id: loan } = await api.loans.lend(
    lending([
      { type, item },
      { type, item: other },
    ]),
  );
  const { open } = await api.search.find({ text: 'YS-001' });
  expect(open.find(({ record }) => record === loan)).toMatchObject({
    ...{ company: '雨伞 YS-001、雨伞 YS-002', english: { company: 'Umbrella YS-001, Umbrella YS-002' } },
  });
  expect(open.find(({ record }) => record === item)).toMatchObject({
    ...{ title: '雨伞', english: { title: 'Umbrella', company: '测试借用人1' } },
  });
  const { borrower } = await api.loans.get({ loan });
  expect((await api.borrowers.get({ borrower })).things[0]).toMatchObject({
    ...{ title: '雨伞 YS-001', titleEn: 'Umbrella YS-001' },
  });
});

test('what is lost of a loan that is still open counts among the lost ones, as their list shows it', async () => {
  await using stand = await openStand();
  const { api, umbrella: type, items } = stand;
  const lines = items.slice(0, 2).map((item) => ({ type, item }));
  const { id: loan } = await api.loans.lend(lending(lines));
  await api.loans.lose({ commandId: uuidv7(), loan, line: 0, count: 1, note: null });
  expect((await api.loans.list({ view: 'lost' })).rows).toMatchObject([{ id: loan, state: 'open' }]);
  expect(await api.loans.counts()).toMatchObject({ lost: 1 });
  await api.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  expect((await api.loans.list({ view: 'lost' })).rows).toMatchObject([{ id: loan, state: 'lost' }]);
  expect(await api.loans.counts()).toMatchObject({ lost: 1 });
});
