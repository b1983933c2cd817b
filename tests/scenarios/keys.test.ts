// Keys at the counter: lent and brought back, by hand and by scan, refused with the reason, moved between desks.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { HOUR, MINUTE, MORNING, openTestDesk, PIN, STAFF, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey, worker } from '../support/keys.ts';
import { RESIDENT } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const id = uuidv7;
type Api = Awaited<ReturnType<TestDesk['signedIn']>>;

test('a key is lent by the form and comes back by one scan; the same scan again within three seconds is one scan', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const lent = await api.keys.lend(lending([key]));
  expect(lent).toMatchObject({ number: 'K-L1-261121-0001', printJob: null });
  const { tag, ...row } = await api.keys.key({ key });
  expect(row).toMatchObject({ state: 'out', loan: lent.id, borrowerName: '测试工', due: 'later' });
  expect(row.dueAt).toBe(MORNING + 8 * HOUR);
  desk.clock.advance(HOUR);
  const scanned = await api.keys.scan({ commandId: id(), code: tag });
  expect(scanned).toMatchObject({ did: 'returned', loan: lent.id, keys: [key], state: 'returned' });
  desk.clock.advance(2999);
  expect(await api.keys.scan({ commandId: id(), code: tag })).toEqual({ did: 'ignored' });
  desk.clock.advance(1);
  const shown = await api.keys.scan({ commandId: id(), code: tag });
  expect(shown).toEqual({ did: 'nothing', key, loan: null, state: 'in_cabinet' });
  expect(await api.keys.get({ loan: lent.id })).toMatchObject({
    ...{ state: 'returned', returnedAt: MORNING + HOUR, mayReopen: true, mayTakeBack: false },
  });
  expectWhole(desk);
});

test('a key that is out is lent to nobody else, and the refusal says who has it', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const { id: loan, number } = await api.keys.lend(lending([key]));
  const other = lending([key], { borrower: { from: 'contact', contact: desk.places.host } });
  const { error } = await safe(api.keys.lend(other));
  expect(error).toMatchObject({ code: 'KEY_NOT_IN', data: { key, state: 'out', loan, number } });
  expect(await api.keys.counts({})).toEqual({ out: 1, overdue: 0, dueSoon: 0, inTransfer: 0, lost: 0 });
  desk.clock.advance(7 * HOUR + MINUTE);
  expect(await api.keys.counts({})).toMatchObject({ out: 1, dueSoon: 1 });
  desk.clock.advance(HOUR);
  expect((await api.keys.list({ view: 'overdue' })).rows).toMatchObject([{ id: loan, due: 'overdue' }]);
});

test('of a set of three two pieces come back: it is incomplete until the last one does', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend, { pieces: 3 });
  const tooMany = lending([], { keys: [{ key, pieces: 4 }] });
  expect((await safe(api.keys.lend(tooMany))).error).toMatchObject({
    code: 'PIECES_WRONG',
    data: { most: 3 },
  });
  const { id: loan } = await api.keys.lend(lending([key]));
  const some = (pieces: number) => ({ commandId: id(), loan, lines: [{ key, pieces }] });
  expect(await api.keys.return(some(2))).toMatchObject({ state: 'open', inTransfer: [] });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'incomplete', piecesOut: 1 });
  const { error } = await safe(api.keys.return(some(2)));
  expect(error).toMatchObject({ code: 'PIECES_WRONG', data: { key, most: 1 } });
  const again = lending([key], { borrower: worker('13900002222') });
  expect((await safe(api.keys.lend(again))).error).toMatchObject({ data: { state: 'incomplete' } });
  expect(await api.keys.return(some(1))).toMatchObject({ state: 'returned' });
  expectWhole(desk);
});

test('several keys in one loan: a tag takes in its key, the slip the last one; of several it asks which are here', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const keys = [1, 2, 3].map((nth) => putTestKey(desk.backend, { hook: `${nth}` }));
  const { id: loan } = await api.keys.lend(lending(keys));
  const first = keys[0] ?? 0;
  const { tag } = await api.keys.key({ key: first });
  const scanned = await api.keys.scan({ commandId: id(), code: tag });
  expect(scanned).toMatchObject({ did: 'returned', loan, keys: [first], state: 'open' });
  const { slipCode, lines } = await api.keys.get({ loan });
  expect(lines.map(({ back }) => back)).toEqual([1, 0, 0]);
  const asked = await api.keys.scan({ commandId: id(), code: slipCode });
  expect(asked).toEqual({ did: 'nothing', key: null, loan, state: 'open' });
  expect((await api.keys.get({ loan })).lines.map(({ back }) => back)).toEqual([1, 0, 0]);
  await api.keys.return({ commandId: id(), loan, lines: [{ key: keys[1] ?? 0, pieces: 1 }] });
  const rest = await api.keys.scan({ commandId: id(), code: slipCode });
  expect(rest).toMatchObject({ did: 'returned', keys: keys.slice(2), state: 'returned' });
  const twice = lending([first, first], {
    borrower: { from: 'borrower', borrower: await borrowerOf(api, loan) },
  });
  expect((await safe(api.keys.lend(twice))).error).toMatchObject({ data: { field: 'keys' } });
});

async function borrowerOf(api: Api, loan: number): Promise<number> {
  return (await api.keys.get({ loan })).borrower;
}

test('a master key is refused with the reason and who may approve; with the supervisor’s PIN it leaves', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend, {
    kind: 'master',
    mayBorrow: ['contractor', 'staff'],
    idAsked: false,
  });
  const document = { documentType: 'residentId', documentNumber: RESIDENT } as const;
  const form = lending([key], { borrower: { ...worker('13900001111'), document } });
  const { error } = await safe(api.keys.lend(form));
  expect(error).toMatchObject({
    ...{ code: 'KEY_BARRED', data: { key, bars: ['MASTER'], others: [], right: 'keys.override' } },
  });
  const { approval } = await api.approvals.grant({
    ...{ right: 'keys.override', record: key, commandId: form.commandId, reason: '消防检查' },
    proof: { way: 'spot', approver: STAFF.supervisor, pin: PIN },
  });
  const { id: loan } = await api.keys.lend({ ...form, approval });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'open' });
  const steps = await api.keys.history({ record: key });
  expect(steps.map(({ type }) => type)).toContain('approval.used');
  expectWhole(desk);
});

test('who holds an overdue key gets no other; the form is told before it is sent; a supervisor may', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [first, second] = [putTestKey(desk.backend), putTestKey(desk.backend, { hook: '2' })];
  const { id: loan } = await api.keys.lend(lending([first]));
  desk.clock.advance(9 * HOUR);
  const borrower = { from: 'borrower' as const, borrower: await borrowerOf(api, loan) };
  const judged = await api.keys.judge({ keys: [second], borrower });
  expect(judged.bars).toMatchObject([{ key: second, bars: ['BORROWER_OVERDUE'] }]);
  const again = lending([second], { borrower });
  expect((await safe(api.keys.lend(again))).error).toMatchObject({ data: { bars: ['BORROWER_OVERDUE'] } });
  const supervisor = await desk.signedIn('supervisor');
  await supervisor.keys.lend({ ...again, commandId: id() });
  expect(await api.keys.counts()).toMatchObject({ out: 2, overdue: 1 });
});

test('a tenant’s spare leaves on the word of a contact who may give it, and of nobody else', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { unit, tenant, host } = desk.places;
  const key = putTestKey(desk.backend, {
    ...{ kind: 'deposited', units: [unit], tenant, mayBorrow: ['contractor'], idAsked: false },
  });
  const document = { documentType: 'residentId', documentNumber: RESIDENT } as const;
  const form = lending([key], { borrower: { ...worker('13900001111'), document } });
  const { authorisers, bars } = await api.keys.judge({ keys: [key], borrower: form.borrower });
  expect(authorisers).toEqual([{ contact: host, name: '单试验', phone: '13800000001' }]);
  expect(bars).toEqual([{ key, bars: ['NOT_AUTHORISED'], allowed: ['contractor'] }]);
  expect((await safe(api.keys.lend(form))).error).toMatchObject({ code: 'KEY_BARRED' });
  const stranger = { ...form, authorisedBy: 99 };
  expect((await safe(api.keys.lend(stranger))).error).toMatchObject({ code: 'UNKNOWN_AUTHORISER' });
  const { id: loan } = await api.keys.lend({ ...form, commandId: id(), authorisedBy: host });
  expect(await api.keys.get({ loan })).toMatchObject({ authorisedByName: '单试验' });
  // Whom to ask and whom to call: a clerk reads no phone whole.
  const clerk = await desk.signedIn('clerk');
  const judged = await clerk.keys.judge({ keys: form.keys.map((each) => each.key), borrower: null });
  const { followUp } = await clerk.keys.get({ loan });
  const shown = [...judged.authorisers, ...(await clerk.keys.followUpTargets({ loan })), followUp.next];
  expect(shown.map((person) => person?.phone)).toEqual([
    ...['138****0001', '139****1111', '138****0001', '139****1111'],
  ]);
});

test('an emergency key leaves at once, without a shift, and waits for a signature; a clerk hands out nothing', async () => {
  await using desk = await openTestDesk();
  const guard = await desk.signedIn('guard');
  const key = putTestKey(desk.backend, { kind: 'emergency' });
  desk.backend.database.write((tx) => tx.connection.exec('DELETE FROM shift'));
  const form = lending([key]);
  expect((await safe(guard.keys.lend(form))).error).toMatchObject({ code: 'SHIFT_NEEDED' });
  const emergency = { ...form, reason: '12 层漏水', witness: '测试保安' };
  const { id: loan } = await guard.keys.lendEmergency(emergency);
  expect(await guard.keys.get({ loan })).toMatchObject({ kind: 'emergency', state: 'open' });
  const supervisor = await desk.signedIn('supervisor');
  expect(await supervisor.approvals.due()).toMatchObject([
    {
      right: 'keys.emergency',
      way: 'emergency',
      dueAt: MORNING + 24 * HOUR,
      witness: '测试保安',
      mine: true,
    },
  ]);
  const clerk = await desk.signedIn('clerk');
  const { error } = await safe(clerk.keys.lendEmergency({ ...emergency, commandId: id() }));
  expect(error).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await clerk.keys.get({ loan })).toMatchObject({ borrowerPhone: '139****1111' });
});

test('the same command sent again gives the first answer and lends nothing twice', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const form = lending([putTestKey(desk.backend)]);
  const first = await api.keys.lend(form);
  expect(await api.keys.lend(form)).toEqual(first);
  expect((await api.keys.list({ view: 'all' })).rows).toHaveLength(1);
});
