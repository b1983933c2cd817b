// Keys between two desks: a set that comes back in two places, a key that hangs at the other desk.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { putDesk, setOwnDesk } from '../../electron/backend/places/places.service.ts';
import { MINUTE, MORNING, openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey, worker } from '../support/keys.ts';
import { expectWhole } from '../support/whole.ts';

const id = uuidv7;
const BY = { actor: 'import', staff: null, approver: null, shift: null, desk: 'L1' } as const;

/** The window stands at another desk from now on: what a lobby sees that shares the book. */
function moveTo(desk: TestDesk, code: string): void {
  desk.backend.journal.system(BY, (command) => {
    putDesk(command, { code, nameZh: code, nameEn: code, location: null, opens: null, closes: null });
  });
  desk.backend.database.write((tx) => setOwnDesk(tx, code));
}

test('of a set of three two come back elsewhere and the last at home: it is on its way until those two arrive', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend, { pieces: 3 });
  const { tag } = await api.keys.key({ key });
  const { id: loan } = await api.keys.lend(lending([key]));
  const back = (pieces: number) => api.keys.return({ commandId: id(), loan, lines: [{ key, pieces }] });
  moveTo(desk, 'L2');
  await back(2);
  moveTo(desk, 'L1');
  expect(await back(1)).toMatchObject({ state: 'returned' });
  const onItsWay = { state: 'in_transfer', desk: 'L2', transferTo: 'L1' };
  expect(await api.keys.key({ key })).toMatchObject(onItsWay);
  expect(
    (await safe(api.keys.lend(lending([key], { borrower: worker('13900002222') })))).error,
  ).toMatchObject({
    code: 'KEY_NOT_IN',
  });
  // Undone it is out with the one piece; brought again, the two are still elsewhere.
  await api.keys.reopen({ commandId: id(), loan });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'incomplete', piecesOut: 1 });
  await back(1);
  expect(await api.keys.key({ key })).toMatchObject(onItsWay);
  desk.clock.advance(MINUTE);
  expect(await api.keys.scan({ commandId: id(), code: tag })).toEqual({ did: 'arrived', key });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_cabinet', desk: 'L1' });
  expectWhole(desk);
});

test('all of a set that comes back at home in two goes hangs there; a first return that was undone counts nothing', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend, { pieces: 3 });
  const { id: loan } = await api.keys.lend(lending([key]));
  const back = (pieces: number) => api.keys.return({ commandId: id(), loan, lines: [{ key, pieces }] });
  moveTo(desk, 'L2');
  await back(2);
  await api.keys.reopen({ commandId: id(), loan });
  moveTo(desk, 'L1');
  await back(2);
  await back(1);
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_cabinet', desk: 'L1' });
});

test('a key that hangs at the other desk is not lent from the list here; its tag in hand says that it is here', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend, { homeDesk: 'L2' });
  const { error } = await safe(api.keys.lend(lending([key])));
  expect(error).toMatchObject({
    code: 'KEY_NOT_IN',
    data: { key, state: 'in_cabinet', desk: 'L2', loan: null },
  });
  const { id: loan } = await api.keys.lend(lending([], { keys: [{ key, scanned: true }] }));
  expect(await api.keys.key({ key })).toMatchObject({ state: 'out', loan, desk: 'L1', transferTo: null });
  expect(await api.keys.counts()).toMatchObject({ out: 1, inTransfer: 0 });
  const steps = await api.keys.history({ record: key });
  expect(steps.map(({ type }) => type)).toEqual(['key.put', 'key.brought']);
  await api.keys.return({ commandId: id(), loan });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_transfer', desk: 'L1', transferTo: 'L2' });
  expectWhole(desk);
});

test('in an emergency, and where it left long ago, a key is written down wherever the book has it', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [first, second] = [1, 2].map((hook) => putTestKey(desk.backend, { homeDesk: 'L2', hook: `${hook}` }));
  const form = lending([first ?? 0]);
  const { id: loan } = await api.keys.lendEmergency({ ...form, reason: '12 层漏水', witness: '测试保安' });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'open' });
  const late = lending([second ?? 0], {
    ...{ borrower: worker('13900002222'), lentAt: MORNING - 10 * MINUTE },
  });
  expect(await api.keys.lend({ ...late, returnedAt: MORNING })).toMatchObject({ printJob: null });
});

test('a key that the book has at another desk and that is here is hung up here first, then sent on', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend, { homeDesk: 'L2' });
  moveTo(desk, 'L2');
  moveTo(desk, 'L1');
  const sendHere = () => api.keys.transfer({ commandId: id(), key, desk: 'L1' });
  expect((await safe(sendHere())).error).toMatchObject({ code: 'KEY_NOT_IN', data: { key, desk: 'L2' } });
  await api.keys.hangUp({ commandId: id(), key });
  await sendHere();
  await api.keys.arrive({ commandId: id(), key });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_cabinet', homeDesk: 'L1' });
  expectWhole(desk);
});
