// Borrowers at the desk: found by what they say, put on file by their first loan, known again, erased with their traces.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { BorrowerPick } from '../../electron/api/borrowers.contract.ts';
import { borrowerPick } from '../../electron/api/borrowers.contract.ts';
import { createBorrowersService, type Borrowing } from '../../electron/backend/people/borrowers.service.ts';
import { propertyCalendar } from '../../electron/backend/places/property-calendar.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { openTestDesk, STAFF, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { OTHER_RESIDENT, RESIDENT, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const author = { actor: 'staff', staff: null, approver: null, shift: null, desk: 'L1' } as const;

/** What a register does when it lends: makes a borrower of the pick, inside its command. */
function lendTo(desk: TestDesk, pick: BorrowerPick): Borrowing & { readonly id: number } {
  const { journal, database } = desk.backend;
  const service = createBorrowersService({
    journal,
    clock: desk.clock,
    calendar: propertyCalendar(database.db),
  });
  return journal.system(author, (command) => service.resolve(command, borrowerPick.parse(pick)));
}

const courier = {
  from: 'new',
  person: { kind: 'walkIn', name: '测试借伞人', phone: '139 0000 0042', company: '测试快运', unit: null },
} as const satisfies BorrowerPick;

test('a contact is offered before they ever borrowed, and is the same person ever after', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  for (const text of ['0001', '单试', '试验', 'ssy', 'shanshiyan', '1203', '恒远']) {
    expect(await api.borrowers.find({ text }), text).toMatchObject([
      { pick: { from: 'contact' }, name: '单试验', from: 'A-1203 恒远', lastAt: null, holds: 0 },
    ]);
  }
  const { id } = lendTo(desk, { from: 'contact', contact: desk.places.host });
  expect(lendTo(desk, { from: 'contact', contact: desk.places.host })).toMatchObject({ id });
  expect(await api.borrowers.find({ text: 'ssy' })).toMatchObject([
    { pick: { from: 'borrower', borrower: id }, kind: 'contact' },
  ]);
});

test('a contact who got another number is found by it, and the next loan puts it down', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const { id } = lendTo(desk, { from: 'contact', contact: desk.places.host });
  const { tenant, unit, host } = desk.places;
  const [contact] = await supervisor.places.contacts();
  await supervisor.places.putContact({
    commandId: uuidv7(),
    record: host,
    revision: contact?.revision ?? 0,
    ...{ tenant, unit, authorises: ['keys'], active: true, name: '单试验', phone: '13800009999' },
  });
  expect(await supervisor.borrowers.find({ text: '9999' })).toMatchObject([{ pick: { borrower: id } }]);
  expect(await supervisor.borrowers.find({ text: '0001' })).toEqual([]);
  expect(lendTo(desk, { from: 'borrower', borrower: id })).toMatchObject({ id, phone: '13800009999' });
});

test('somebody new gives name and phone once; the same phone is the same person', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  expect(await api.borrowers.find({ text: '0042' })).toEqual([]);
  const { id } = lendTo(desk, courier);
  for (const text of ['0042', '00042', '13900000042', '借伞', 'csjs', '测试快运']) {
    expect(await api.borrowers.find({ text }), text).toMatchObject([
      { pick: { from: 'borrower', borrower: id }, name: '测试借伞人', from: '测试快运' },
    ]);
  }
  expect(() => lendTo(desk, { ...courier, person: { ...courier.person, phone: '13900000042' } })).toThrow(
    expect.objectContaining({ code: 'BORROWER_KNOWN', data: { field: 'phone', borrower: id } }),
  );
  expect(() => lendTo(desk, { ...courier, person: { ...courier.person, phone: '0042' } })).toThrow(
    expect.objectContaining({ code: 'PHONE_NEEDED' }),
  );
});

test('an ID card on the reader finds who showed it before; the number itself stands in no table', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const document = { documentType: 'residentId', documentNumber: RESIDENT } as const;
  expect(await api.borrowers.byDocument(document)).toBeNull();
  const { id, hasDocument } = lendTo(desk, { ...courier, document });
  expect(hasDocument).toBe(true);
  expect(await api.borrowers.byDocument(document)).toMatchObject({
    pick: { borrower: id },
    documentMasked: '110101********0011',
  });
  expect(() => lendTo(desk, { from: 'contact', contact: desk.places.host, document })).toThrow(
    expect.objectContaining({ code: 'BORROWER_KNOWN', data: { field: 'documentNumber', borrower: id } }),
  );
  const wrong = { ...document, documentNumber: '110101199003070012' };
  expect(() => lendTo(desk, { from: 'borrower', borrower: id, document: wrong })).toThrow(
    expect.objectContaining({ code: 'BORROWER_DOCUMENT_WRONG' }),
  );
  const dump = desk.backend.database.db.connection.prepare('SELECT * FROM borrower').all();
  expect(JSON.stringify(dump)).not.toContain(RESIDENT);
});

test('a colleague is found by name, number and badge', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const guard = (await supervisor.staff.list()).find(({ role }) => role === 'guard');
  await supervisor.staff.setBadge({ commandId: uuidv7(), staff: guard?.id ?? 0, badge: '04A1B2C3' });
  const colleague = { pick: { from: 'staff', staff: guard?.id }, kind: 'staff', from: '3003' };
  expect(await supervisor.borrowers.byBadge({ badge: '04:a1:b2:c3' })).toMatchObject(colleague);
  expect(await supervisor.borrowers.byBadge({ badge: '04A1B2C4' })).toBeNull();
  expect(await supervisor.borrowers.byBadge({ badge: '?' })).toBeNull();
  expect(await supervisor.borrowers.find({ text: 'guard' })).toMatchObject([colleague]);
  expect(await supervisor.borrowers.find({ text: '3003' })).toMatchObject([colleague]);
});

test('a colleague who left the house borrows like anybody from the street', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const colleague = (await admin.staff.list()).find(({ number }) => number === STAFF.guard);
  const { id } = lendTo(desk, { from: 'staff', staff: colleague?.id ?? 0 });
  const { role, language } = { role: 'guard', language: 'zh-CN' } as const;
  const form = { number: STAFF.guard, name: colleague?.name ?? '', role, language, commandId: uuidv7() };
  await admin.staff.update({ ...form, staff: colleague?.id ?? 0, active: false });
  expect(await admin.borrowers.get({ borrower: id })).toMatchObject({ kind: 'walkIn' });
  expect(lendTo(desk, { from: 'borrower', borrower: id })).toMatchObject({ id, kind: 'walkIn' });
});

test('a clerk sees no whole phone and mends nobody; the desk mends who is on no other file', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = lendTo(desk, courier);
  const clerk = await desk.signedIn('clerk');
  expect(await clerk.borrowers.get({ borrower: id })).toMatchObject({ phone: '139****0042', things: [] });
  const amended = { ...courier.person, name: '测试另名', commandId: uuidv7(), borrower: id };
  expect(await safe(clerk.borrowers.amend(amended))).toMatchObject({ error: { code: 'NOT_ALLOWED' } });
  const document = { documentType: 'residentId', documentNumber: OTHER_RESIDENT } as const;
  await api.borrowers.amend({ ...amended, document });
  expect(await api.borrowers.get({ borrower: id })).toMatchObject({
    name: '测试另名',
    phone: courier.person.phone,
    documentMasked: '110105********002X',
  });
  expect(await api.borrowers.find({ text: '借伞' })).toEqual([]);
  const contact = lendTo(desk, { from: 'contact', contact: desk.places.host });
  const { error } = await safe(
    api.borrowers.amend({ ...amended, commandId: uuidv7(), borrower: contact.id }),
  );
  expect(error).toMatchObject({ code: 'UNKNOWN_BORROWER' });
});

test('a visitor who borrowed under the same phone or document is the same person, and holds nothing yet', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn({ phone: '13900000042' }));
  lendTo(desk, courier);
  expect(await api.borrowers.heldByVisit({ visit: id })).toEqual([]);
  expect(await api.borrowers.heldByVisit({ visit: id + 1000 })).toEqual([]);
});

test('who is erased is found by nothing any more, and lent to as somebody new', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const document = { documentType: 'residentId', documentNumber: RESIDENT } as const;
  const { id } = lendTo(desk, { ...courier, document });
  const contact = lendTo(desk, { from: 'contact', contact: desk.places.host });
  await eraseRecords(desk.backend, author, [id, contact.id], 'term');
  for (const text of ['0042', '借伞', '测试快运']) expect(await api.borrowers.find({ text })).toEqual([]);
  expect(await api.borrowers.byDocument(document)).toBeNull();
  expect(await api.borrowers.get({ borrower: id })).toMatchObject({ name: null, phone: null });
  expect(await api.borrowers.get({ borrower: contact.id })).toMatchObject({ name: null, from: null });
  const words = desk.backend.database.db.connection.prepare('SELECT count(*) FROM borrower_word').pluck();
  expect(words.get()).toBe(0);
  expect(lendTo(desk, courier).id).not.toBe(id);
  expect(lendTo(desk, { from: 'contact', contact: desk.places.host }).id).not.toBe(contact.id);
  expect(() => lendTo(desk, { from: 'borrower', borrower: id })).toThrow(
    expect.objectContaining({ code: 'UNKNOWN_BORROWER' }),
  );
  expectWhole(desk);
});
