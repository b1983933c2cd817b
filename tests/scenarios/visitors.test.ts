// A morning at the desk, told through the contract over a real port on a real database file.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { HOUR, MINUTE, MORNING, openTestDesk, PIN, STAFF } from '../support/desk.ts';
import { announced, OTHER_RESIDENT, RESIDENT, walkIn } from '../support/visits.ts';
import { uuidv7 } from '../support/ids.ts';
import { expectWhole } from '../support/whole.ts';

test('a walk-in is typed, gets a number and a code, is on the list, and leaves', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const form = walkIn({ units: [desk.places.unit], host: desk.places.host });

  const visit = await api.visitors.register(form);
  expect(visit.number).toBe('V-L1-261121-0001');
  expect(visit.passCode).toMatch(/^10\d{14}$/);
  const { rows } = await api.visitors.list({ view: 'onSite' });
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatchObject({
    name: '测试甲',
    state: 'on_site',
    documentMasked: '110101********0011',
    unitText: 'A-1203 恒远',
    arrivedAt: MORNING,
    overstay: false,
  });

  desk.clock.advance(20 * MINUTE);
  await api.visitors.leave({ commandId: uuidv7(), visit: visit.id, way: 'list' });
  const after = await api.visitors.get({ visit: visit.id });
  expect(after).toMatchObject({ state: 'left', leftAt: MORNING + 20 * MINUTE, issues: [] });
  expect(after.stays).toEqual([{ in: MORNING, inDesk: 'L1', out: MORNING + 20 * MINUTE, outDesk: 'L1' }]);
  const history = await api.visitors.history({ visit: visit.id });
  expect(history.map(({ type, staffNumber, desk: at }) => [type, staffNumber, at])).toEqual([
    ['visit.arrived', STAFF.receptionist, 'L1'],
    ['visit.left', STAFF.receptionist, 'L1'],
  ]);
  expectWhole(desk);
});

test('who was announced with a document shows it: the number stays, and the pass holds as long as announced', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const until = MORNING + 14 * HOUR;
  const document = { documentType: 'residentId', documentNumber: RESIDENT } as const;
  const { id } = await api.visitors.expect(announced(MORNING, until, document));
  const question = { purpose: 'meeting', visit: id } as const;
  expect((await api.visitors.validity(question)).validUntil).toBe(until);
  expect((await api.visitors.validity({ purpose: 'meeting' })).validUntil).toBeLessThan(until);
  const passport = walkIn({ documentType: 'passport', documentNumber: null });
  const other = await safe(api.visitors.arrive({ ...passport, visit: id }));
  expect(other.error).toMatchObject({ code: 'FIELD_NEEDED', data: { field: 'documentNumber' } });
  await api.visitors.arrive({ ...walkIn({ documentNumber: null }), visit: id });
  expect(await api.visitors.get({ visit: id })).toMatchObject({
    ...{ documentType: 'residentId', documentMasked: '110101********0011', verifiedBy: 'document' },
    ...{ validUntil: until, escorted: false },
  });
  const twice = await safe(api.visitors.register(walkIn()));
  expect(twice.error).toMatchObject({ code: 'ALREADY_ON_SITE' });
  expectWhole(desk);
});

test('the same command sent again does nothing twice and gets the first answer', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const form = walkIn();
  const first = await api.visitors.register(form);
  await desk.restart();
  const again = await (await desk.signedIn()).visitors.register(form);
  expect(again).toEqual(first);
  expect((await (await desk.signedIn()).visitors.list({ view: 'all' })).rows).toHaveLength(1);
});

test('somebody expected arrives by code, and a scan of the pass checks them out, with undo', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const expected = await api.visitors.expect(announced(MORNING + HOUR, MORNING + 3 * HOUR));
  const scanned = await api.visitors.scan({ commandId: uuidv7(), code: expected.passCode });
  expect(scanned).toEqual({ did: 'nothing', visit: expected.id, state: 'expected' });

  desk.clock.advance(HOUR);
  const { id, passCode, number } = await api.visitors.arrive({ ...walkIn(), visit: expected.id });
  expect({ id, passCode, number }).toEqual({
    id: expected.id,
    passCode: expected.passCode,
    number: expected.number,
  });
  const out = await api.visitors.scan({ commandId: uuidv7(), code: passCode });
  expect(out).toEqual({ did: 'left', visit: id, state: 'left' });
  await api.visitors.reopen({ commandId: uuidv7(), visit: id });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ state: 'on_site', leftAt: null });
  expect(await api.visitors.counts()).toEqual({ onSite: 1, overstay: 0, expected: 0, cards: null });
  expectWhole(desk);
});

test('whoever refuses a document is vouched for by the host and escorted', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const refused = { documentType: 'none', documentNumber: null, verifiedBy: 'hostVouched' } as const;
  const nobody = await safe(api.visitors.register(walkIn({ ...refused, hostName: null })));
  expect(nobody.error).toMatchObject({ code: 'FIELD_NEEDED', defined: true, data: { field: 'host' } });
  const { id } = await api.visitors.register(walkIn(refused));
  expect(await api.visitors.get({ visit: id })).toMatchObject({ escorted: true, documentMasked: null });
});

test('an expired document is flagged, not refused', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn({ documentEnd: '2026-11-20' }));
  expect(await api.visitors.get({ visit: id })).toMatchObject({ documentExpired: true, state: 'on_site' });
  const other = await api.visitors.register(
    walkIn({ documentNumber: OTHER_RESIDENT, documentEnd: '2026-11-21' }),
  );
  expect(await api.visitors.get({ visit: other.id })).toMatchObject({ documentExpired: false });
});

test('the evacuation list is there without anybody signed in, by floor, with whoever is inside now', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const upstairs = await api.visitors.register(walkIn({ units: [desk.places.unit] }));
  const gone = await api.visitors.register(
    walkIn({ documentType: 'none', documentNumber: null, name: '已离开' }),
  );
  await api.visitors.leave({ commandId: uuidv7(), visit: gone.id, way: 'list' });
  const worker = walkIn({ documentNumber: OTHER_RESIDENT, name: '施工测试', purpose: 'works' });
  const { id } = await api.visitors.register(worker);
  const { floors } = await desk.window().api.visitors.evacuation();
  expect(floors.map(({ floor, people }) => [floor, people.map((person) => person.id)])).toEqual([
    [12, [upstairs.id]],
    [null, [id]],
  ]);
  expect(floors[1]?.people[0]).toMatchObject({ name: '施工测试', contractor: true, phone: '13900000002' });
});

test('a clock that ran a year ahead closes nobody and locks nobody out', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  await api.visitors.register(walkIn());
  desk.clock.advance(365 * 24 * HOUR);
  expect(desk.backend.registers.visitors.closeForgotten()).toBe(0);
  const ahead = desk.window().api;
  for (let tries = 0; tries < 3; tries += 1) {
    await safe(ahead.people.signIn({ number: STAFF.guard, pin: '000000' }));
  }
  desk.clock.set(MORNING + HOUR);
  expect(await api.visitors.counts()).toMatchObject({ onSite: 1 });
  expect(await ahead.people.signIn({ number: STAFF.guard, pin: PIN })).toMatchObject({ role: 'guard' });
});

test('staying past the pass makes an overstay, by time alone', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn());
  // The desk closes at 20:00, which is later than two hours from now.
  desk.clock.set(Date.UTC(2026, 10, 21, 12, 1));
  const later = await desk.signedIn();
  expect(await later.visitors.get({ visit: id })).toMatchObject({ overstay: true, state: 'on_site' });
  expect(await later.visitors.counts()).toMatchObject({ onSite: 1, overstay: 1 });
});

test('a clock set back two days is asked about, and changes neither the date in numbers nor the order', async () => {
  await using desk = await openTestDesk();
  const first = await (await desk.signedIn()).visitors.register(walkIn());
  desk.clock.advance(-48 * HOUR);
  const api = await desk.signedIn('supervisor');
  const { error } = await safe(api.visitors.leave({ commandId: uuidv7(), visit: first.id, way: 'list' }));
  expect(error).toMatchObject({
    code: 'CLOCK_JUMP',
    data: { journalAt: MORNING, clockAt: MORNING - 48 * HOUR },
  });
  expect((await api.desk.status()).clockJump).toEqual({ journalAt: MORNING, clockAt: MORNING - 48 * HOUR });
  await api.desk.confirmClock();
  expect((await api.desk.status()).clockJump).toBeNull();
  await api.visitors.leave({ commandId: uuidv7(), visit: first.id, way: 'list' });
  const second = await api.visitors.register(walkIn());
  expect([first.number, second.number]).toEqual(['V-L1-261121-0001', 'V-L1-261121-0002']);
  expect(await api.visitors.get({ visit: first.id })).toMatchObject({ state: 'left', issues: [] });
  expectWhole(desk);
});

test('somebody who was here before is recognised by document or phone, and nobody else', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const form = walkIn({ units: [desk.places.unit], host: desk.places.host, company: '上次的公司' });
  const first = await api.visitors.register(form);
  await api.visitors.leave({ commandId: uuidv7(), visit: first.id, way: 'list' });
  const nobody = { documentType: null, documentNumber: null, phone: null };
  const byCard = await api.visitors.known({
    ...nobody,
    documentType: 'residentId',
    documentNumber: RESIDENT,
  });
  expect(byCard).toMatchObject({ visit: first.id, company: '上次的公司', host: desk.places.host });
  expect(await api.visitors.known({ ...nobody, phone: '13900000002' })).toMatchObject({ visit: first.id });
  // The same digits on another kind of document, a tail that many share, and somebody new.
  for (const other of [
    { ...nobody, documentType: 'passport', documentNumber: RESIDENT } as const,
    { ...nobody, phone: '0002' },
    { ...nobody, documentType: 'residentId', documentNumber: OTHER_RESIDENT } as const,
    nobody,
  ]) {
    expect(await api.visitors.known(other)).toBeNull();
  }
});

test('a clerk reads the register with phones masked', async () => {
  await using desk = await openTestDesk();
  await (await desk.signedIn()).visitors.register(walkIn({ phone: '13912345678' }));
  const clerk = await desk.signedIn('clerk');
  const { rows } = await clerk.visitors.list({ view: 'onSite' });
  expect(rows.map(({ phone }) => phone)).toEqual(['139****5678']);
  const { open } = await clerk.search.find({ text: '13912345678' });
  expect(open.map(({ phone }) => phone)).toEqual(['139****5678']);
  const scanned = await clerk.search.code({ code: rows[0]?.passCode ?? '' });
  expect(scanned).toMatchObject({ known: true, hit: { phone: '139****5678' } });
});
