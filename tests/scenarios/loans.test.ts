// Loans at the desk: lent against a name, brought back anywhere, late, undone; and what every rule refuses.
import { expect, test } from 'vitest';
import { setOwnDesk } from '../../electron/backend/places/places.service.ts';
import { HOUR, MINUTE, PIN, STAFF } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { openStand, refusal, stateOf } from '../support/loan-stand.ts';
import { lending, newPerson, putItem, putType, WHEELCHAIR } from '../support/loans.ts';
import { RESIDENT } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

test('several umbrellas go to one borrower and come back one by one; the loan is over with the last', async () => {
  await using stand = await openStand();
  const { api, umbrella: type, items } = stand;
  const [first = 0, second = 0] = items;
  const { id: loan, number } = await api.loans.lend(
    lending([
      { type, item: first },
      { type, item: second },
    ]),
  );
  expect(number).toBe('L-L1-261121-0001');
  expect(await stateOf(stand, first)).toMatchObject({ state: 'out', loan, borrowerName: '测试借用人1' });
  expect(await api.loans.types()).toMatchObject([{ available: 1, out: 2, low: false }]);
  const line = { line: 0, count: 1, condition: 'ok' } as const;
  await api.loans.return({ commandId: uuidv7(), loan, lines: [line], way: 'list' });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'open', lines: [{ back: 1 }, { back: 0 }] });
  expect(
    await refusal(api.loans.return({ commandId: uuidv7(), loan, lines: [line], way: 'list' })),
  ).toMatchObject({ code: 'COUNT_WRONG', data: { most: 0 } });
  await api.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'returned', due: null });
  expect(await api.loans.counts()).toMatchObject({ out: 0, low: 0 });
  expectWhole(stand.desk);
});

test('what is out is not lent again: the desk is told who has it', async () => {
  await using stand = await openStand();
  const { api, umbrella: type, items } = stand;
  const [item = 0] = items;
  const { id: loan, number } = await api.loans.lend(lending([{ type, item }]));
  expect(await refusal(api.loans.lend(lending([{ type, item }], { borrower: newPerson(2) })))).toMatchObject({
    code: 'ITEM_NOT_AVAILABLE',
    data: { item, state: 'out', loan, number },
  });
  const command = lending([{ type, item: items[1] ?? 0 }], { borrower: newPerson(3) });
  const done = await api.loans.lend(command);
  expect(await api.loans.lend(command)).toEqual(done);
});

test('a scan of the tag brings it back at once; the undo gives it out again, within ten minutes', async () => {
  await using stand = await openStand();
  const { desk, api, umbrella: type, items } = stand;
  const [item = 0] = items;
  const { id: loan, number } = await api.loans.lend(lending([{ type, item }]));
  const code = (await stateOf(stand, item))?.tagCode ?? '';
  const scanned = await api.loans.scan({ commandId: uuidv7(), code });
  expect(scanned).toEqual({ did: 'returned', loan, number, item, deposits: [] });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'available' });
  expect(await api.loans.scan({ commandId: uuidv7(), code })).toMatchObject({
    ...{ did: 'nothing', item, type, loan: null, state: 'available' },
  });
  await api.loans.reopen({ commandId: uuidv7(), loan });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'open', returnedAt: null });
  // What stands on it in plain letters may be typed as well.
  expect(await api.loans.scan({ commandId: uuidv7(), code: 'ys-001' })).toMatchObject({ did: 'returned' });
  desk.clock.advance(11 * MINUTE);
  expect(await refusal(api.loans.reopen({ commandId: uuidv7(), loan }))).toMatchObject({ code: 'TOO_LATE' });
  expect(await refusal(api.loans.scan({ commandId: uuidv7(), code: 'YS-999' }))).toMatchObject({
    code: 'UNKNOWN_CODE',
  });
  expectWhole(stand.desk);
});

test('a slip with one thing out brings it back, one with several asks which', async () => {
  await using stand = await openStand();
  const { api, umbrella: type, items } = stand;
  const [a = 0, b = 0, c = 0] = items;
  const one = await api.loans.lend(lending([{ type, item: a }]));
  const two = await api.loans.lend(
    lending(
      [
        { type, item: b },
        { type, item: c },
      ],
      { borrower: newPerson(2) },
    ),
  );
  const codeOf = async (loan: number) => (await api.loans.get({ loan })).slipCode;
  expect(await api.loans.scan({ commandId: uuidv7(), code: await codeOf(one.id) })).toMatchObject({
    ...{ did: 'returned', loan: one.id },
  });
  expect(await api.loans.scan({ commandId: uuidv7(), code: await codeOf(two.id) })).toMatchObject({
    ...{ did: 'nothing', loan: two.id, state: 'open' },
  });
});

test('an umbrella brought to another desk stays there; the scan says so in the book', async () => {
  await using stand = await openStand();
  const { desk, boss, api, umbrella: type, items } = stand;
  const [item = 0] = items;
  const { id: loan } = await api.loans.lend(lending([{ type, item }]));
  desk.backend.database.write((tx) => setOwnDesk(tx, 'L33'));
  await boss.loans.return({ commandId: uuidv7(), loan, way: 'scan' });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'available', desk: 'L33' });
  expect(await api.loans.types()).toMatchObject([
    {
      available: 1,
      desks: [
        { desk: 'L1', available: 2 },
        { desk: 'L33', available: 1 },
      ],
    },
  ]);
  await boss.loans.reopen({ commandId: uuidv7(), loan });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'out', desk: 'L1' });
  expectWhole(stand.desk);
});

test('a wheelchair asks for a document and a deposit; without them a supervisor has to let it through', async () => {
  await using stand = await openStand();
  const { boss, api } = stand;
  const type = await putType(boss, WHEELCHAIR);
  const item = await putItem(boss, type, 'LY-001');
  const lines = [{ type, item }];
  expect(await refusal(api.loans.lend(lending(lines)))).toMatchObject({
    ...{ code: 'FIELD_NEEDED', data: { field: 'deposit' } },
  });
  const form = lending(lines, { deposit: { how: 'waived', reason: '急诊就医' } });
  expect(await api.loans.judge({ lines, borrower: form.borrower })).toMatchObject({
    ...{ depositFen: 50_000, idAsked: true, waiveFen: 5000, bars: ['ID_NEEDED'] },
  });
  expect(await refusal(api.loans.lend(form))).toMatchObject({
    ...{ code: 'LOAN_BARRED', data: { bars: ['ID_NEEDED', 'WAIVER_OVER_LIMIT'], right: 'loans.override' } },
  });
  const { approval } = await api.approvals.grant({
    ...{ right: 'loans.override', record: 0, commandId: form.commandId, reason: '就医' },
    proof: { way: 'spot', approver: STAFF.supervisor, pin: PIN },
  });
  const { id: loan } = await api.loans.lend({ ...form, approval });
  expect(await api.loans.get({ loan })).toMatchObject({
    ...{ bars: ['ID_NEEDED', 'WAIVER_OVER_LIMIT'], waived: '急诊就医' },
  });
  // How it was let through stands in the loan's own history.
  expect((await api.loans.history({ record: loan })).map(({ type: each }) => each)).toContain(
    'approval.used',
  );
  await api.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  const shown = { documentType: 'residentId', documentNumber: RESIDENT } as const;
  const documented = lending(lines, {
    ...{ borrower: { ...newPerson(2), document: shown }, deposit: { how: 'waived', reason: '业主' } },
  });
  expect(await refusal(api.loans.lend(documented))).toMatchObject({ data: { bars: ['WAIVER_OVER_LIMIT'] } });
  // Whoever may pass over it asks nobody.
  expect(await boss.loans.lend(documented)).toMatchObject({ number: 'L-L1-261121-0002' });
});

test('who has something overdue gets nothing more without approval; extending it is one action', async () => {
  await using stand = await openStand();
  const { desk, api, umbrella: type, items } = stand;
  const [first = 0, second = 0] = items;
  const { id: loan } = await api.loans.lend(lending([{ type, item: first }]));
  const { borrower } = await api.loans.get({ loan });
  const again = () => lending([{ type, item: second }], { borrower: { from: 'borrower', borrower } });
  desk.clock.advance(23 * HOUR + 30 * MINUTE);
  const keeper = await desk.signedIn();
  expect((await keeper.loans.list({ view: 'dueSoon' })).rows).toMatchObject([{ id: loan, due: 'soon' }]);
  desk.clock.advance(HOUR);
  const later = await desk.signedIn('supervisor');
  expect((await later.loans.list({ view: 'overdue' })).rows).toMatchObject([{ id: loan, due: 'overdue' }]);
  expect(await later.loans.counts()).toMatchObject({ out: 1, overdue: 1, dueSoon: 0 });
  const guard = await desk.signedIn('guard');
  expect(await refusal(guard.loans.lend(again()))).toMatchObject({ data: { bars: ['BORROWER_OVERDUE'] } });
  await guard.loans.extend({ commandId: uuidv7(), loan, dueAt: desk.clock.now() + 2 * HOUR });
  expect(await guard.loans.lend(again())).toMatchObject({ deposit: null });
  expect(await guard.borrowers.get({ borrower })).toMatchObject({
    ...{ holds: 2, overdue: 0, things: [{ register: 'loans' }, { register: 'loans' }] },
  });
});

test('an entry is taken back by who made it within ten minutes, voided later by a supervisor, amended any time', async () => {
  await using stand = await openStand();
  const { desk, boss, api, umbrella: type, items } = stand;
  const [item = 0] = items;
  const wrong = await api.loans.lend(lending([{ type, item }]));
  expect(await api.loans.get({ loan: wrong.id })).toMatchObject({ mayTakeBack: true });
  await api.loans.takeBack({ commandId: uuidv7(), loan: wrong.id });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'available' });
  const { id: loan } = await api.loans.lend(lending([{ type, item }], { borrower: newPerson(2) }));
  await api.loans.amend({ commandId: uuidv7(), loan, borrower: newPerson(3), remarks: '代同事借' });
  expect(await api.loans.get({ loan })).toMatchObject({ borrowerName: '测试借用人3', remarks: '代同事借' });
  const changes = (await api.loans.history({ record: loan })).at(-1)?.changes ?? [];
  expect(changes).toContainEqual({ field: 'borrower', before: '测试借用人2', after: '测试借用人3' });
  expect(changes).toContainEqual({ field: 'remarks', before: null, after: '代同事借' });
  desk.clock.advance(11 * MINUTE);
  expect(await refusal(api.loans.takeBack({ commandId: uuidv7(), loan }))).toMatchObject({
    code: 'TOO_LATE',
  });
  expect(await refusal(api.loans.void({ commandId: uuidv7(), loan, reason: '借错' }))).toMatchObject({
    code: 'APPROVAL_NEEDED',
  });
  await boss.loans.void({ commandId: uuidv7(), loan, reason: '借错' });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'voided' });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'available', loan: null });
  expectWhole(stand.desk);
});

test('a loan from the paper sheet carries its true time, and may not be due before it', async () => {
  await using stand = await openStand();
  const { desk, api, umbrella: type, items } = stand;
  const [item = 0] = items;
  const lentAt = desk.clock.now() - 5 * HOUR;
  expect(await refusal(api.loans.lend(lending([{ type, item }], { lentAt, dueAt: lentAt })))).toMatchObject({
    data: { field: 'dueAt' },
  });
  const { id: loan } = await api.loans.lend(lending([{ type, item }], { lentAt }));
  expect(await api.loans.get({ loan })).toMatchObject({ lentAt, dueAt: lentAt + 24 * HOUR });
  expect(
    await refusal(api.loans.return({ commandId: uuidv7(), loan, way: 'list', returnedAt: lentAt - 1 })),
  ).toMatchObject({ data: { field: 'returnedAt' } });
  await api.loans.return({ commandId: uuidv7(), loan, way: 'list', returnedAt: lentAt + HOUR });
  expect(await api.loans.get({ loan })).toMatchObject({ returnedAt: lentAt + HOUR });
});

test('a tenant that moves out sees what its people still have; things are brought, not closed with a word', async () => {
  await using stand = await openStand();
  const { desk, boss, api, umbrella: type, items } = stand;
  const { host, tenant } = desk.places;
  const [item = 0, other = 0] = items;
  const { number } = await api.loans.lend(
    lending([{ type, item }], { borrower: { from: 'contact', contact: host } }),
  );
  await api.loans.lend(lending([{ type, item: other }]));
  expect(await boss.places.openUnder({ tenant })).toMatchObject([
    {
      register: 'loans',
      number,
      state: 'open',
      title: '单试验 雨伞 YS-001',
      closable: false,
      titleEn: '单试验 Umbrella YS-001',
    },
  ]);
});

test('whoever is late is called: the borrower first, then the contacts of their tenant; extending begins anew', async () => {
  await using stand = await openStand();
  const { desk, api, umbrella: type, items } = stand;
  const [item = 0] = items;
  const borrower = { from: 'contact' as const, contact: desk.places.host };
  const { id: loan } = await api.loans.lend(lending([{ type, item }], { borrower }));
  expect(await api.loans.followUpTargets({ loan })).toMatchObject([{ role: 'borrower', name: '单试验' }]);
  const call = { target: 0, note: null } as const;
  expect(
    await refusal(api.loans.followUp({ ...call, commandId: uuidv7(), loan, result: 'promised' })),
  ).toMatchObject({ code: 'CALL_TIME_WRONG', data: { field: 'promisedAt' } });
  await api.loans.followUp({ ...call, commandId: uuidv7(), loan, result: 'noAnswer' });
  expect(await api.loans.get({ loan })).toMatchObject({
    ...{ escalated: true, followUp: { calls: [{ role: 'borrower', result: 'noAnswer' }], next: null } },
  });
  await api.loans.extend({ commandId: uuidv7(), loan, dueAt: desk.clock.now() + 30 * HOUR });
  expect(await api.loans.get({ loan })).toMatchObject({
    ...{ escalated: false, followUp: { calls: [{ result: 'noAnswer' }], next: { role: 'borrower' } } },
  });
  expectWhole(stand.desk);
});

test('a signature stands with the loan; where policy asks for one, nothing goes out without', async () => {
  await using stand = await openStand();
  const { desk, api, umbrella: type, items } = stand;
  const [item = 0, other = 0] = items;
  const signature = { how: 'none', why: 'device' } as const;
  const { id: loan } = await api.loans.lend(lending([{ type, item }], { signature }));
  expect(await api.loans.get({ loan })).toMatchObject({ signed: true, mayTakeBack: true });
  const admin = await desk.signedIn('admin');
  const asked = { keyOut: false, keyIn: false, itemOut: true, itemIn: true, refund: false };
  await admin.policies.put({ commandId: uuidv7(), key: 'signature.asked', value: asked });
  expect(await refusal(api.loans.lend(lending([{ type, item: other }])))).toMatchObject({
    code: 'SIGNATURE_NEEDED',
  });
  // A scan asks first, too.
  expect(await api.loans.scan({ commandId: uuidv7(), code: 'YS-001' })).toMatchObject({
    ...{ did: 'nothing', item, loan, state: 'out' },
  });
  await api.loans.return({ commandId: uuidv7(), loan, way: 'list', signature });
  expect(await api.loans.get({ loan })).toMatchObject({ state: 'returned' });
});

test('a clock that was set back since keeps nobody’s umbrella out; a typed time has to make sense', async () => {
  await using stand = await openStand();
  const { desk, api, umbrella: type, items } = stand;
  const { id: loan } = await api.loans.lend(lending([{ type, item: items[0] ?? 0 }]));
  desk.clock.advance(-2 * HOUR);
  const back = { loan, way: 'list' } as const;
  const typed = api.loans.return({ commandId: uuidv7(), ...back, returnedAt: desk.clock.now() });
  expect(await refusal(typed)).toMatchObject({ code: 'FIELD_NEEDED', data: { field: 'returnedAt' } });
  expect(await api.loans.return({ commandId: uuidv7(), ...back })).toMatchObject({ state: 'returned' });
  expectWhole(stand.desk);
});
