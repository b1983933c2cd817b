// Whoever is turned away is written down: with why, without a pass, never inside; a new try is a new, linked visit.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { HOUR, MINUTE, MORNING, openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { announced, OTHER_RESIDENT, RESIDENT, turnedAway, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('somebody is turned away: numbered without a gap, in "all" and in the box, inside nowhere, no pass', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id, number } = await api.visitors.deny(turnedAway({ reason: 'hostAbsent', note: '会议中' }));
  expect(number).toBe('V-L1-261121-0001');
  expect(await api.visitors.get({ visit: id })).toMatchObject({
    ...{ state: 'denied', passPrints: 0, arrivedAt: null, stays: [], previous: null, issues: [] },
    turnedAway: { reason: 'hostAbsent', at: MORNING, note: '会议中' },
  });
  expect((await api.visitors.list({ view: 'all' })).rows.map((row) => row.id)).toEqual([id]);
  expect((await api.visitors.list({ view: 'onSite' })).rows).toEqual([]);
  expect(await api.visitors.counts()).toMatchObject({ onSite: 0, expected: 0 });
  expect((await api.visitors.evacuation()).floors).toEqual([]);
  const { open, history } = await api.search.find({ text: '测试甲' });
  expect(open).toEqual([]);
  expect(history).toMatchObject([{ record: id, state: 'denied', open: false, at: MORNING }]);
  const entries = await api.visitors.history({ visit: id });
  expect(entries).toMatchObject([
    { type: 'visit.denied', denial: 'hostAbsent', reason: '会议中', changes: [] },
  ]);
  expect(await api.visitors.register(walkIn())).toMatchObject({ number: 'V-L1-261121-0002' });
  expectWhole(desk);
});

test('a new try the same day is a new visit, linked by document or by phone; the next day it is not', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const first = await api.visitors.deny(turnedAway({ phone: null }));
  desk.clock.advance(HOUR);
  const again = await api.visitors.deny(turnedAway({ phone: '13900000009' }));
  const previousOf = async (visit: number) => (await api.visitors.get({ visit })).previous;
  expect(await previousOf(again.id)).toEqual(first);
  const byDocument = await api.visitors.register(walkIn({ phone: null }));
  expect(await previousOf(byDocument.id)).toEqual(again);
  const byPhone = await api.visitors.register(
    walkIn({ documentNumber: OTHER_RESIDENT, phone: '13900000009' }),
  );
  expect(await previousOf(byPhone.id)).toEqual(again);
  await api.visitors.leave({ commandId: uuidv7(), visit: byDocument.id, way: 'list' });
  desk.clock.advance(24 * HOUR);
  const tomorrow = await (await desk.signedIn()).visitors.register(walkIn({ documentNumber: RESIDENT }));
  expect((await (await desk.signedIn()).visitors.get({ visit: tomorrow.id })).previous).toBeNull();
  expectWhole(desk);
});

test('a document that is wrong is kept as it was shown, and found again by it', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const wrong = '110101199003070012';
  const { id, number } = await api.visitors.deny(
    turnedAway({ documentNumber: wrong, reason: 'documentWrong' }),
  );
  expect(await api.visitors.get({ visit: id })).toMatchObject({ documentMasked: '110101********0012' });
  const next = await api.visitors.deny(turnedAway({ documentNumber: wrong, phone: null }));
  expect(await api.visitors.get({ visit: next.id })).toMatchObject({ previous: { id, number } });
  expectWhole(desk);
});

test('another reason needs a note, and nothing is written without it', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const bare = await safe(api.visitors.deny(turnedAway({ reason: 'other', note: '  ' })));
  expect(bare.error).toMatchObject({ code: 'FIELD_NEEDED', data: { field: 'note' } });
  expect((await api.visitors.list({ view: 'all' })).rows).toEqual([]);
});

test('who was announced is turned away, keeps number and document, and does not arrive by that record', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const form = announced(MORNING, MORNING + HOUR, { documentType: 'residentId', documentNumber: RESIDENT });
  const { id, number } = await api.visitors.expect(form);
  await api.visitors.denyExpected({ commandId: uuidv7(), visit: id, reason: 'hostRefused' });
  expect(await api.visitors.get({ visit: id })).toMatchObject({
    ...{ state: 'denied', number, documentMasked: '110101********0011', arrivedAt: null, issues: [] },
    turnedAway: { reason: 'hostRefused', note: null },
  });
  expect(await api.visitors.counts()).toMatchObject({ expected: 0 });
  const arriving = await safe(api.visitors.arrive({ ...walkIn(), visit: id }));
  expect(arriving.error).toMatchObject({ code: 'WRONG_STATE', data: { state: 'denied' } });
  const retry = await api.visitors.register(walkIn());
  expect(await api.visitors.get({ visit: retry.id })).toMatchObject({ previous: { id, number } });
  expectWhole(desk);
});

test('it is taken back within ten minutes: a record of its own is void, who was announced is expected again', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const denied = await api.visitors.deny(turnedAway());
  const expected = await api.visitors.expect(announced(MORNING, MORNING + HOUR, { phone: '13900000008' }));
  await api.visitors.denyExpected({ commandId: uuidv7(), visit: expected.id, reason: 'outOfHours' });
  desk.clock.advance(9 * MINUTE);
  for (const { id } of [denied, expected]) await api.visitors.takeBack({ commandId: uuidv7(), visit: id });
  expect(await api.visitors.get({ visit: denied.id })).toMatchObject({ state: 'voided' });
  expect(await api.visitors.get({ visit: expected.id })).toMatchObject({
    state: 'expected',
    turnedAway: null,
  });
  await api.visitors.arrive({ ...walkIn(), visit: expected.id });
  expect(await api.visitors.get({ visit: expected.id })).toMatchObject({ state: 'on_site', issues: [] });
  const late = await api.visitors.deny(turnedAway({ documentNumber: OTHER_RESIDENT }));
  desk.clock.advance(10 * MINUTE + 1);
  const refused = await safe(api.visitors.takeBack({ commandId: uuidv7(), visit: late.id }));
  expect(refused.error).toMatchObject({ code: 'TOO_LATE' });
  expectWhole(desk);
});
