// Keys beyond one counter and one day: other desks, corrections, late entries, midnight, a tenant who moves out.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { putDesk, setOwnDesk } from '../../electron/backend/places/places.service.ts';
import { HOUR, MINUTE, MORNING, openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey, worker } from '../support/keys.ts';
import { signaturePng } from '../support/signature-png.ts';
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

test('brought back at another desk, a key is on its way home and hangs again once its tag is scanned there', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend);
  const { id: loan } = await api.keys.lend(lending([key]));
  const { tag } = await api.keys.key({ key });
  moveTo(desk, 'L2');
  const back = await api.keys.scan({ commandId: id(), code: tag });
  expect(back).toMatchObject({ did: 'returned', loan, inTransfer: true });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_transfer', desk: 'L2', transferTo: 'L1' });
  expect(await api.keys.counts()).toMatchObject({ out: 0, inTransfer: 1 });
  desk.clock.advance(MINUTE);
  expect(await api.keys.scan({ commandId: id(), code: tag })).toMatchObject({ state: 'in_transfer' });
  moveTo(desk, 'L1');
  expect(await api.keys.scan({ commandId: id(), code: tag })).toEqual({ did: 'arrived', key });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_cabinet', desk: 'L1', hook: '1' });
  expectWhole(desk);
});

test('undone within ten minutes by who took it in, a return leaves the key out and on no way home', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend, { homeDesk: 'L2' });
  const { id: loan } = await api.keys.lend(lending([], { keys: [{ key, scanned: true }] }));
  await api.keys.return({ commandId: id(), loan });
  const other = await desk.signedIn('admin');
  expect((await safe(other.keys.reopen({ commandId: id(), loan }))).error).toMatchObject({
    code: 'TOO_LATE',
  });
  desk.clock.advance(10 * MINUTE);
  await api.keys.reopen({ commandId: id(), loan });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'out', transferTo: null, loan });
  await api.keys.return({ commandId: id(), loan, broughtBy: '测试代还' });
  desk.clock.advance(10 * MINUTE + 1);
  expect((await safe(api.keys.reopen({ commandId: id(), loan }))).error).toMatchObject({ code: 'TOO_LATE' });
  expectWhole(desk);
});

test('a return is not undone once somebody else has the key', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const { id: loan } = await api.keys.lend(lending([key]));
  await api.keys.return({ commandId: id(), loan });
  const next = await api.keys.lend(lending([key], { borrower: worker('13900002222', '测试后来') }));
  const { error } = await safe(api.keys.reopen({ commandId: id(), loan }));
  expect(error).toMatchObject({ code: 'KEY_NOT_IN', data: { key, loan: next.id, number: next.number } });
});

test('sent to another desk 调拨, a key is that desk’s own from its arrival on', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend);
  const send = (to: string) => api.keys.transfer({ commandId: id(), key, desk: to });
  expect((await safe(send('L9'))).error).toMatchObject({ code: 'UNKNOWN_DESK' });
  moveTo(desk, 'L2');
  // What hangs elsewhere is not taken over by sending it here.
  const hangs = { key, state: 'in_cabinet', desk: 'L1', loan: null };
  expect((await safe(send('L2'))).error).toMatchObject({ code: 'KEY_NOT_IN', data: hangs });
  moveTo(desk, 'L1');
  await send('L2');
  moveTo(desk, 'L3');
  const onItsWay = { key, state: 'in_transfer', desk: null };
  expect((await safe(send('L3'))).error).toMatchObject({ code: 'KEY_NOT_IN', data: onItsWay });
  moveTo(desk, 'L2');
  expect((await safe(api.keys.lend(lending([key])))).error).toMatchObject({ data: { state: 'in_transfer' } });
  await api.keys.arrive({ commandId: id(), key });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_cabinet', homeDesk: 'L2', hook: null });
  expect((await safe(api.keys.arrive({ commandId: id(), key }))).error).toMatchObject({
    code: 'WRONG_STATE',
  });
});

test('extended in one step, taken back within ten minutes, voided by a supervisor, amended: all of it is history', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend);
  const { id: loan } = await api.keys.lend(lending([key]));
  const dueAt = MORNING + 30 * HOUR;
  await api.keys.extend({ commandId: id(), loan, dueAt });
  await api.keys.amend({
    commandId: id(),
    loan,
    purpose: '更换门锁',
    remarks: '与业户说好',
    authorisedBy: null,
  });
  expect(await api.keys.get({ loan })).toMatchObject({ dueAt, purpose: '更换门锁', mayTakeBack: false });
  const late = await safe(api.keys.takeBack({ commandId: id(), loan }));
  expect(late.error).toMatchObject({ code: 'TOO_LATE' });
  const passed = await safe(api.keys.extend({ commandId: id(), loan, dueAt: MORNING }));
  expect(passed.error).toMatchObject({ data: { field: 'dueAt' } });
  await api.keys.void({ commandId: id(), loan, reason: '登记到了别的钥匙' });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_cabinet', loan: null });
  expect((await api.keys.history({ record: loan })).map(({ type }) => type)).toEqual([
    ...['key_loan.lent', 'key_loan.extended', 'key_loan.amended', 'key_loan.voided'],
  ]);
  const [lent, extended, amended, voided] = await api.keys.history({ record: loan });
  expect(lent).toMatchObject({ changes: [], reason: null });
  expect(extended?.changes).toMatchObject([{ field: 'dueAt', after: String(dueAt) }]);
  expect(amended?.changes).toMatchObject([
    { field: 'purpose', after: '更换门锁' },
    { field: 'remarks', after: '与业户说好' },
  ]);
  expect(voided).toMatchObject({ changes: [], reason: '登记到了别的钥匙' });
  const borrower = { from: 'borrower' as const, borrower: (await api.keys.get({ loan })).borrower };
  const wrong = await api.keys.lend(lending([key], { borrower }));
  await api.keys.takeBack({ commandId: id(), loan: wrong.id });
  expect(await api.keys.get({ loan: wrong.id })).toMatchObject({ state: 'taken_back' });
  expectWhole(desk);
});

test('a returned key that the book has in the cabinet: the loan is entered late 补录 with its return', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend, { kind: 'master' });
  const lentAt = MORNING - 20 * HOUR;
  const form = lending([key], { lentAt });
  const early = await safe(api.keys.lend({ ...form, returnedAt: lentAt - 1 }));
  expect(early.error).toMatchObject({ data: { field: 'returnedAt' } });
  const { id: loan, number } = await api.keys.lend({ ...form, commandId: id(), returnedAt: MORNING - HOUR });
  expect(number).toBe('K-L1-261121-0001');
  expect(await api.keys.get({ loan })).toMatchObject({
    state: 'returned',
    lentAt,
    returnedAt: MORNING - HOUR,
  });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_cabinet' });
  // Nobody was asked about it: undoing the return is no way to hand a master key out.
  expect((await safe(api.keys.reopen({ commandId: id(), loan }))).error).toMatchObject({ code: 'TOO_LATE' });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'returned', mayReopen: false });
  const borrower = { from: 'borrower' as const, borrower: (await api.keys.get({ loan })).borrower };
  const tooLate = { ...form, borrower, lentAt: MORNING - 8 * 24 * HOUR, returnedAt: MORNING };
  const { error } = await safe(api.keys.lend({ ...tooLate, commandId: id() }));
  expect(error).toMatchObject({ code: 'FIELD_NEEDED', data: { field: 'lentAt' } });
  expectWhole(desk);
});

test('issued for good 领用 has no due time, is no overdue key, and can be returned', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const { id: loan } = await api.keys.lend({ ...lending([key]), kind: 'issued' });
  desk.clock.advance(23 * HOUR);
  const later = await desk.signedIn();
  expect(await later.keys.key({ key })).toMatchObject({ state: 'issued', dueAt: null, due: null });
  expect(await later.keys.counts()).toMatchObject({ out: 0, overdue: 0 });
  expect((await later.keys.list({ view: 'issued' })).rows).toMatchObject([{ id: loan, kind: 'issued' }]);
  const dueAt = desk.clock.now() + HOUR;
  const { error } = await safe(later.keys.extend({ commandId: id(), loan, dueAt }));
  expect(error).toMatchObject({ code: 'WRONG_STATE' });
  expect(await later.keys.return({ commandId: id(), loan })).toMatchObject({ state: 'returned' });
});

test('over midnight and the end of the month numbers follow the day of typing, and a key lent at night keeps its hours', async () => {
  const night = Date.UTC(2026, 10, 30, 15, 50);
  await using desk = await openTestDesk({ startAt: night });
  const api = await desk.signedIn();
  const [first, second] = [putTestKey(desk.backend), putTestKey(desk.backend, { hook: '2' })];
  const before = await api.keys.lend(lending([first]));
  desk.clock.advance(20 * MINUTE);
  const after = await api.keys.lend(lending([second], { borrower: worker('13900002222', '测试夜班') }));
  expect([before.number, after.number]).toEqual(['K-L1-261130-0001', 'K-L1-261201-0001']);
  expect(await api.keys.get({ loan: before.id })).toMatchObject({ dueAt: night + 8 * HOUR });
});

test('under a clock that was set back a key comes in all the same, and nothing is undone by it', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const { id: loan } = await api.keys.lend(lending([key]));
  desk.clock.advance(-HOUR);
  expect(await api.keys.return({ commandId: id(), loan })).toMatchObject({ state: 'returned' });
  expect(await api.keys.get({ loan })).toMatchObject({ returnedAt: MORNING - HOUR, mayReopen: true });
  desk.clock.advance(-HOUR);
  expect(await api.keys.get({ loan })).toMatchObject({ mayReopen: false });
  expectWhole(desk);
});

test('a tenant who moves out: what is out for its door is listed, its spare is handed back with a word', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const { unit, tenant, host } = desk.places;
  const door = { kind: 'deposited' as const, units: [unit], tenant };
  const [spare, out] = [putTestKey(desk.backend, door), putTestKey(desk.backend, { ...door, hook: '2' })];
  const { id: loan } = await api.keys.lend(lending([out], { borrower: { from: 'contact', contact: host } }));
  const { registers, database, journal } = desk.backend;
  const items = registers.openUnder(database.db, { tenant, units: [unit], contacts: [host] });
  expect(items).toMatchObject([
    { register: 'keys', record: loan, closable: false },
    { register: 'keys', record: spare, closable: true },
  ]);
  const item = items[1];
  if (item) journal.system(BY, (command) => registers.closeWithTenancy(command, item));
  expect(await api.keys.key({ key: spare })).toMatchObject({ state: 'retired' });
  expect(await api.keys.cabinet()).toMatchObject([{ id: out, state: 'out' }]);
});

test('a key is found by its code, its name, a part of it and its pinyin', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend, { code: '1427', name: '消防水泵房', opens: 'B2 泵房' });
  putTestKey(desk.backend, { code: '1428', name: '屋面通道门', opens: null, hook: '2' });
  for (const text of ['1427', '水泵', 'xfsb', 'xiaofang', 'ｂ2 泵']) {
    expect((await api.keys.find({ text })).map((row) => row.id)).toEqual([key]);
  }
  expect(await api.keys.find({ text: '142' })).toHaveLength(2);
  expect(await api.keys.find({ text: '  ' })).toEqual([]);
});

test('the key of a room on a floor is found however the floor is said', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const room = putTestKey(desk.backend, { code: '1432', name: '12 层弱电间', opens: null });
  const stairs = putTestKey(desk.backend, { code: '1329', name: '18 层楼梯间', opens: null, hook: '2' });
  const found = async (text: string) => (await api.keys.find({ text })).map((row) => row.id);
  for (const text of ['12弱电', '12层弱电', '12楼弱电间', '12F弱电', '12楼']) {
    expect(await found(text)).toEqual([room]);
  }
  for (const text of ['18楼梯', '18层楼', '18楼楼梯']) expect(await found(text)).toEqual([stairs]);
});

test('calls about an overdue key: each with its result, the next contact in order, in the end the supervisor', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { unit, tenant, host } = desk.places;
  const key = putTestKey(desk.backend, { units: [unit], tenant });
  const form = lending([key], { borrower: worker('13900001111'), authorisedBy: host });
  const { id: loan } = await api.keys.lend(form);
  desk.clock.advance(9 * HOUR);
  const targets = await api.keys.followUpTargets({ loan });
  expect(targets.map(({ role, name }) => [role, name])).toEqual([
    ['borrower', '测试工'],
    ['authoriser', '单试验'],
  ]);
  const call = (target: number, result: 'noAnswer' | 'promised', promisedAt: number | null = null) =>
    api.keys.followUp({ commandId: id(), loan, target, result, promisedAt, note: null });
  await call(0, 'noAnswer');
  const { followUp, nextCallAt, escalated } = await api.keys.get({ loan });
  expect(followUp).toMatchObject({ next: { role: 'authoriser' }, calls: [{ result: 'noAnswer' }] });
  expect([nextCallAt, escalated]).toEqual([desk.clock.now() + HOUR, false]);
  await call(1, 'noAnswer');
  expect((await api.keys.list({ view: 'overdue' })).rows).toMatchObject([{ id: loan, escalated: true }]);
  const past = await safe(call(0, 'promised', desk.clock.now()));
  expect(past.error).toMatchObject({ code: 'CALL_TIME_WRONG', data: { field: 'promisedAt' } });
  expect((await safe(call(7, 'noAnswer'))).error).toMatchObject({ code: 'UNKNOWN_TARGET' });
  await api.keys.extend({ commandId: id(), loan, dueAt: desk.clock.now() + HOUR });
  expect(await api.keys.get({ loan })).toMatchObject({ escalated: false, nextCallAt: null, due: 'soon' });
  expectWhole(desk);
});

test('where policy asks for it, a key leaves and comes back by a signature, and a scan waits for one', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const asked = { keyOut: true, keyIn: true, itemOut: false, itemIn: false, refund: false };
  await admin.policies.put({ commandId: id(), key: 'signature.asked', value: asked });
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const form = lending([key]);
  expect((await safe(api.keys.lend(form))).error).toMatchObject({ code: 'SIGNATURE_NEEDED' });
  const drawn = { how: 'drawn' as const, png: signaturePng().toString('base64') };
  const { id: loan } = await api.keys.lend({ ...form, commandId: id(), signature: drawn });
  const { signed, mayTakeBack } = await api.keys.get({ loan });
  expect({ signed, mayTakeBack }).toEqual({ signed: true, mayTakeBack: true });
  const { tag } = await api.keys.key({ key });
  const scanned = await api.keys.scan({ commandId: id(), code: tag });
  expect(scanned).toEqual({ did: 'nothing', key, loan, state: 'out' });
  const back = { commandId: id(), loan };
  expect((await safe(api.keys.return(back))).error).toMatchObject({ code: 'SIGNATURE_NEEDED' });
  await api.keys.return({ ...back, commandId: id(), signature: { how: 'none', why: 'unable' } });
  expect((await api.keys.history({ record: loan })).map(({ type }) => type)).toEqual([
    ...['key_loan.lent', 'key_loan.signed', 'key_loan.returned', 'key_loan.signed'],
  ]);
  expectWhole(desk);
});
