// Setting right what was written: nothing is deleted, and the history says who, when and with whose word.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { decodeWire } from '../../head-office/protocol/wire.ts';
import { listRecordEvents } from '../../electron/backend/journal/journal.store.ts';
import { findStaffByNumber } from '../../electron/backend/people/staff.store.ts';
import { HOUR, MINUTE, MORNING, openTestDesk, PIN, STAFF } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { amendment, announced, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('a typing slip is taken back within ten minutes by who made it, and by nobody else', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn());
  desk.clock.advance(9 * MINUTE);
  const guard = await desk.signedIn('guard');
  const other = await safe(guard.visitors.takeBack({ commandId: uuidv7(), visit: id }));
  expect(other.error).toMatchObject({ code: 'TOO_LATE', defined: true });
  await api.visitors.takeBack({ commandId: uuidv7(), visit: id });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ state: 'voided' });
  expect(await api.visitors.counts()).toMatchObject({ onSite: 0 });
  // The number stays used: no gaps, no second use.
  expect(await api.visitors.register(walkIn())).toMatchObject({ number: 'V-L1-261121-0002' });
  expectWhole(desk);
});

test('an arrival is taken back: who was announced is expected again, and arrives by the same code', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id, passCode } = await api.visitors.expect(announced(MORNING + HOUR, MORNING + 3 * HOUR));
  await api.visitors.arrive({ ...walkIn(), visit: id });
  await api.visitors.takeBack({ commandId: uuidv7(), visit: id });
  expect(await api.visitors.get({ visit: id })).toMatchObject({
    ...{ state: 'expected', passCode, arrivedAt: null, validUntil: null, verifiedBy: 'none', stays: [] },
    ...{ expectedFrom: MORNING + HOUR, expectedUntil: MORNING + 3 * HOUR, issues: [] },
  });
  expect(await api.visitors.counts()).toMatchObject({ onSite: 0, expected: 1 });
  const { floors } = await api.visitors.evacuation();
  expect(floors).toEqual([]);
  expect(await api.visitors.arrive({ ...walkIn(), visit: id })).toMatchObject({ id, passCode });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ state: 'on_site', issues: [] });
  // What is taken back now is the arrival again, and then the announcement itself is not the latest entry any more.
  await api.visitors.takeBack({ commandId: uuidv7(), visit: id });
  const announcement = await safe(api.visitors.takeBack({ commandId: uuidv7(), visit: id }));
  expect(announcement.error).toMatchObject({ code: 'TOO_LATE' });
  expectWhole(desk);
});

test('after ten minutes, or once something happened, it is voided instead', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn());
  desk.clock.advance(10 * MINUTE + 1);
  const late = await safe(api.visitors.takeBack({ commandId: uuidv7(), visit: id }));
  expect(late.error).toMatchObject({ code: 'TOO_LATE' });
});

test('voiding waits for a supervisor’s PIN, which serves this one command', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn());
  const ask = { commandId: uuidv7(), visit: id, reason: '登记错误' };
  const refused = await safe(api.visitors.void(ask));
  expect(refused.error).toMatchObject({
    code: 'APPROVAL_NEEDED',
    defined: true,
    data: { right: 'visits.void' },
  });

  const approve = { right: 'visits.void', record: id, commandId: ask.commandId, reason: ask.reason } as const;
  const by = (approver: string) => ({ proof: { way: 'spot', approver, pin: PIN } }) as const;
  const peer = await safe(api.approvals.grant({ ...approve, ...by(STAFF.guard) }));
  expect(peer.error).toMatchObject({ code: 'APPROVER_ROLE' });
  const { approval } = await api.approvals.grant({ ...approve, ...by(STAFF.supervisor) });
  const elsewhere = await safe(api.visitors.void({ ...ask, commandId: uuidv7(), approval }));
  expect(elsewhere.error).toMatchObject({ code: 'APPROVAL_NEEDED' });
  await api.visitors.void({ ...ask, approval });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ state: 'voided' });
  const told = await api.visitors.history({ visit: id });
  expect(told.find(({ type }) => type === 'visit.voided')).toMatchObject({ reason: '登记错误' });

  const { db } = desk.backend.database;
  const last = decodeWire(listRecordEvents(db, id).at(-1)?.wire ?? new Uint8Array());
  expect(last).toMatchObject({
    type: 'visit.voided',
    staff: findStaffByNumber(db, STAFF.receptionist)?.id,
    approver: findStaffByNumber(db, STAFF.supervisor)?.id,
  });
  expect(JSON.stringify(last?.body)).not.toContain('登记错误');
  expectWhole(desk);
});

test('who began an entry is kept beside who confirmed it, where that is somebody else', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { db } = desk.backend.database;
  const [own, guard] = [STAFF.receptionist, STAFF.guard].map((number) => findStaffByNumber(db, number)?.id);
  if (!own || !guard) throw new Error('the test desk has both on file');
  const begunBy = async (form: Parameters<typeof walkIn>[0]) => {
    const { id } = await api.visitors.register(
      walkIn({ documentType: 'none', documentNumber: null, ...form }),
    );
    return (await api.visitors.history({ visit: id })).map((entry) => entry.begunBy);
  };
  expect(await begunBy({ verifiedBy: 'hostVouched', begunBy: guard })).toEqual([
    expect.stringContaining(STAFF.guard),
  ]);
  expect(await begunBy({ verifiedBy: 'hostVouched', begunBy: own })).toEqual([null]);
  // Nobody on file: a claim that says nothing.
  expect(await begunBy({ verifiedBy: 'hostVouched', begunBy: 1 })).toEqual([null]);
  expectWhole(desk);
});

test('an amendment puts new values in place, and the pass shows them', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn());
  const change = amendment({ name: '测试更正', company: '新公司' });
  await api.visitors.amend({ ...change, visit: id });
  // The document was not typed again, and stays.
  expect(await api.visitors.get({ visit: id })).toMatchObject({
    ...{ name: '测试更正', company: '新公司', documentMasked: '110101********0011', verifiedBy: 'document' },
  });
  const history = await api.visitors.history({ visit: id });
  expect(history.map(({ type }) => type)).toEqual(['visit.arrived', 'visit.amended']);
  expect(history[0]).toMatchObject({ changes: [], reason: null });
  const { name, company } = walkIn();
  expect(history[1]?.changes).toEqual([
    { field: 'name', before: name, after: '测试更正' },
    { field: 'company', before: company ?? null, after: '新公司' },
  ]);
  expectWhole(desk);
});

test('a correction says whether the pass in hand is still right, and none of somebody without one', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id: visit } = await api.visitors.register(walkIn());
  const stands = { name: '测试更正', company: '新公司' };
  expect(await api.visitors.amend({ ...amendment(stands), visit })).toMatchObject({ passOutdated: true });
  // Neither phone nor remarks stand on a pass.
  const beside = amendment({ ...stands, phone: '13900001234', remarks: '带了样品' });
  expect(await api.visitors.amend({ ...beside, visit })).toMatchObject({ passOutdated: false });
  const validUntil = MORNING + 9 * HOUR;
  expect(await api.visitors.extend({ commandId: uuidv7(), visit, validUntil })).toMatchObject({
    passOutdated: true,
  });
  await api.visitors.leave({ commandId: uuidv7(), visit, way: 'list', card: null });
  const gone = amendment({ ...stands, name: '测试再更正' });
  expect(await api.visitors.amend({ ...gone, visit })).toMatchObject({ passOutdated: false });
  const noPass = { documentType: 'none', documentNumber: null, verifiedBy: 'hostVouched' } as const;
  const without = await api.visitors.register(walkIn({ ...noPass, printPass: false }));
  expect(await api.visitors.amend({ ...amendment(stands), visit: without.id })).toMatchObject({
    passOutdated: false,
  });
});

test('an entry from the paper sheet carries its true time, and today’s number', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const visit = await api.visitors.register(walkIn({ arrivedAt: MORNING - HOUR }));
  expect(visit.number).toBe('V-L1-261121-0001');
  const [entry] = await api.visitors.history({ visit: visit.id });
  expect(entry).toMatchObject({ happenedAt: MORNING - HOUR, recordedAt: MORNING });
  const later = walkIn({ documentType: 'none', documentNumber: null, arrivedAt: MORNING + 1 });
  const ahead = await safe(api.visitors.register(later));
  expect(ahead.error).toMatchObject({ code: 'FIELD_NEEDED', data: { field: 'arrivedAt' } });
});

test('a line of the paper sheet is entered with both times, while the same person is inside again', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const here = await api.visitors.register(walkIn());
  const times = { arrivedAt: MORNING - 2 * HOUR, leftAt: MORNING - HOUR };
  const paper = walkIn({ ...times, printPass: false, paperLine: '1121-0850-03' });
  const { id, number, printJob } = await api.visitors.register(paper);
  expect({ number, printJob }).toEqual({ number: 'V-L1-261121-0002', printJob: null });
  expect(await api.visitors.get({ visit: id })).toMatchObject({
    ...{ ...times, state: 'left', issues: [] },
    stays: [{ in: times.arrivedAt, out: times.leftAt }],
  });
  expect(await api.visitors.get({ visit: here.id })).toMatchObject({ state: 'on_site' });
  expect(await api.visitors.counts()).toMatchObject({ onSite: 1 });
  await api.visitors.takeBack({ commandId: uuidv7(), visit: id });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ state: 'voided' });
  expectWhole(desk);
});

test.each([
  ['before the arrival', { leftAt: MORNING - 3 * HOUR }, 'leftAt'],
  ['in the future', { leftAt: MORNING + 1 }, 'leftAt'],
  ['with a card to hand out', { leftAt: MORNING - HOUR, card: '801' }, 'card'],
])('who left %s is not entered at all', async (_when, wrong, named) => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const entry = await safe(api.visitors.register(walkIn({ arrivedAt: MORNING - 2 * HOUR, ...wrong })));
  expect(entry.error).toMatchObject({ code: 'FIELD_NEEDED', data: { field: named } });
  expect((await api.visitors.list({ view: 'all' })).rows).toEqual([]);
});

test('the overstay list is worked off: left at an unknown time, or still here', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const gone = await api.visitors.register(walkIn());
  const here = await api.visitors.register(walkIn({ documentType: 'none', documentNumber: null }));
  desk.clock.advance(11 * HOUR);
  const evening = await desk.signedIn();
  const waiting = await evening.visitors.list({ view: 'overstay' });
  expect(waiting.rows.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([gone.id, here.id]);
  await evening.visitors.leave({ commandId: uuidv7(), visit: gone.id, way: 'timeUnknown' });
  expect(await evening.visitors.get({ visit: gone.id })).toMatchObject({ state: 'left', leftAt: null });
  const past = await safe(
    evening.visitors.extend({ commandId: uuidv7(), visit: here.id, validUntil: desk.clock.now() }),
  );
  expect(past.error).toMatchObject({ code: 'FIELD_NEEDED', data: { field: 'validUntil' } });
  await evening.visitors.extend({ commandId: uuidv7(), visit: here.id, validUntil: desk.clock.now() + HOUR });
  expect((await evening.visitors.list({ view: 'overstay' })).rows).toEqual([]);
  expectWhole(desk);
});

test('what nobody answers is closed by the system at four in the morning, and can be reopened', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn());
  desk.clock.set(Date.UTC(2026, 10, 21, 19, 59));
  expect(desk.backend.registers.visitors.closeForgotten()).toBe(0);
  desk.clock.set(Date.UTC(2026, 10, 21, 20));
  expect(desk.backend.registers.visitors.closeForgotten()).toBe(1);
  expect(await api.visitors.get({ visit: id })).toMatchObject({ state: 'closed', leftAt: null });
  expect(desk.backend.registers.visitors.closeForgotten()).toBe(0);
  const { floors, unverified } = await desk.window().api.visitors.evacuation();
  expect([floors, unverified.map((person) => person.id)]).toEqual([[], [id]]);
  await (await desk.signedIn('supervisor')).visitors.reopen({ commandId: uuidv7(), visit: id });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ state: 'on_site', issues: [] });
  expectWhole(desk);
});

test('who never came is off the expected list the day after, and still arrives by the same code', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.expect(announced(MORNING + HOUR, MORNING + 2 * HOUR));
  expect((await api.visitors.list({ view: 'expected' })).rows).toHaveLength(1);
  desk.clock.advance(24 * HOUR);
  const next = await desk.signedIn();
  expect((await next.visitors.list({ view: 'expected' })).rows).toEqual([]);
  expect(await next.visitors.get({ visit: id })).toMatchObject({ state: 'expected', noShow: true });
  await next.visitors.arrive({ ...walkIn(), visit: id });
  expect(await next.visitors.get({ visit: id })).toMatchObject({ state: 'on_site', noShow: false });
});
