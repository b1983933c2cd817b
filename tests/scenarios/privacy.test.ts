// What the journal and the file hold of a person, before and after they are erased.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { iterateJournal } from '../../electron/backend/journal/journal.store.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { safe } from '@orpc/client';
import { HOUR, MORNING, openTestDesk, type TestDesk } from '../support/desk.ts';
import { announced, OTHER_RESIDENT, walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const PERSONAL = {
  name: '欧阳试验独一',
  documentNumber: OTHER_RESIDENT,
  phone: '13912345678',
  company: '独一无二测试公司',
  hostName: '被访独一',
  plate: '京A12345',
  items: '一箱独一样品',
  remarks: '独一备注',
} as const;
const author = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;

/** Which of the personal values stand readable in the bytes. */
function readable(bytes: Uint8Array): string[] {
  const haystack = Buffer.from(bytes);
  return Object.entries(PERSONAL).flatMap(([field, value]) => (haystack.includes(value) ? [field] : []));
}

function fileBytes(desk: TestDesk): Buffer {
  return Buffer.concat(['', '-wal'].map((suffix) => readFileSync(desk.databasePath + suffix)));
}

test('nothing personal stands readable in the journal, nor the document number anywhere', async () => {
  await using desk = await openTestDesk();
  await (await desk.signedIn()).visitors.register(walkIn(PERSONAL));
  const { database, journal } = desk.backend;
  const wires = [...iterateJournal(database.db, journal.id)].map(({ wire }) => wire);
  expect(readable(Buffer.concat(wires))).toEqual([]);
  const inFile = readable(fileBytes(desk));
  expect(inFile).not.toContain('documentNumber');
  // The views hold names in the clear: lists are read without a key (db/README.md says what that means).
  expect(inFile).toContain('name');
});

test('who was erased is gone from every table and from the bytes of the file; counts and chain stay', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id, number } = await api.visitors.register(walkIn(PERSONAL));
  const { database } = desk.backend;
  await eraseRecords(desk.backend, author, [id], 'term');
  expect(readable(fileBytes(desk))).toEqual([]);
  expect(await api.visitors.get({ visit: id })).toMatchObject({ name: null, number, state: 'on_site' });
  expect(await api.visitors.counts()).toMatchObject({ onSite: 1 });
  expect(verifyJournals(database.db)).toMatchObject({ ok: true });
  expectWhole(desk);
});

test('a key that is not here locks the record, and the check says that it cannot compare', async () => {
  await using desk = await openTestDesk();
  const { id } = await (await desk.signedIn()).visitors.register(walkIn(PERSONAL));
  const { database, journal } = desk.backend;
  database.db.connection.prepare('DELETE FROM record_key WHERE record = ?').run(id);
  expect(checkViews(desk.databasePath, journal.projection)).toEqual({
    outcome: 'cannotCompare',
    lockedRecords: 1,
  });
});

test('nothing new is sealed under who was erased, nor under a record whose key is not here', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.expect(announced(MORNING, MORNING + HOUR));
  const { database } = desk.backend;
  await eraseRecords(desk.backend, author, [id], 'term');
  const erased = await safe(api.visitors.arrive({ ...walkIn(), visit: id }));
  expect(erased.error).toMatchObject({ code: 'RECORD_ERASED', defined: true });
  expect(await api.visitors.get({ visit: id })).toMatchObject({ name: null, state: 'expected' });

  const locked = await api.visitors.expect(announced(MORNING, MORNING + HOUR));
  database.db.connection.prepare('DELETE FROM record_key WHERE record = ?').run(locked.id);
  const refused = await safe(api.visitors.arrive({ ...walkIn(), visit: locked.id }));
  expect(refused.error).toMatchObject({ code: 'RECORD_LOCKED', defined: true });
});

test('free text finds no way into the part of the journal that cannot be erased', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const sneaky = { ...walkIn(), origins: { '欧阳独一 13912345678': 'typed' } };
  const { error } = await safe(api.visitors.register(sneaky as ReturnType<typeof walkIn>));
  expect(error).toMatchObject({ code: 'BAD_REQUEST' });
});
