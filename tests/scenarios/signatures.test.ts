// Signatures: asked for by policy, kept sealed beside the journal, checked with it, backed up, erased with their record.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signature } from '../../electron/api/lending.ts';
import type { Signature } from '../../electron/api/lending.ts';
import { restore } from '../../electron/backend/backup/restore.ts';
import { verifyBackup } from '../../electron/backend/backup/trim-copy.ts';
import { rebuildViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { signed } from '../../electron/backend/lending/lending.events.ts';
import { createSignatures, type Signed, type Signatures } from '../../electron/backend/lending/signatures.ts';
import { borrowerEvents } from '../../electron/backend/people/borrowers.events.ts';
import { createPolicyReader } from '../../electron/backend/policies/policies.reader.ts';
import { createAttachments } from '../../electron/backend/privacy/attachments.ts';
import { readPngSize } from '../../electron/backend/privacy/png.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { backUp } from '../support/backups.ts';
import { author, mendParts } from '../support/mending.ts';
import { signaturePng } from '../support/signature-png.ts';
import { expectWhole } from '../support/whole.ts';

const drawn = (png: Buffer): Signature => signature.parse({ how: 'drawn', png: png.toString('base64') });
/** What a register's own catalogue says of it; this one stands under the borrower, whose record is at hand. */
const signedEvents = { 'borrower.signed': signed } as const;

function signaturesOf({ backend: { journal, database } }: TestDesk): Signatures {
  const attachments = createAttachments(journal.projection.keys, seededRandom(5));
  return createSignatures({ attachments, policies: createPolicyReader(database.db) });
}

/** Somebody borrows and signs for it, in one command. */
function sign(desk: TestDesk, given: Signature): { readonly record: number; readonly signed: Signed | null } {
  const signatures = signaturesOf(desk);
  return desk.backend.journal.system(author, (command) => {
    signatures.check('keyOut', given);
    const record = command.newRecord();
    command.append(borrowerEvents, record, {
      type: 'borrower.put',
      body: { kind: 'walkIn' },
      sealed: { contact: null, staff: null, name: '测试签名人', phone: null, company: null, unit: null },
    });
    const body = signatures.keep(command, record, 'keyOut', given);
    if (body)
      command.append(signedEvents, record, { type: 'borrower.signed', body: { ...body }, sealed: null });
    return { record, signed: body };
  });
}

const attachments = ({ backend }: TestDesk): number =>
  Number(backend.database.db.connection.prepare('SELECT count(*) FROM attachment').pluck().get());

test('a signature is kept sealed and read back as it was drawn', async () => {
  await using desk = await openTestDesk();
  const png = signaturePng();
  const { record, signed: kept } = sign(desk, drawn(png));
  expect(kept).toMatchObject({ for: 'keyOut', why: null });
  expect(kept?.hash).toMatch(/^[0-9a-f]{64}$/);
  const read = signaturesOf(desk).read(desk.backend.database.db, record, { hash: kept?.hash ?? '' });
  expect(read?.equals(png)).toBe(true);
  desk.backend.database.emptyLog();
  expect(readFileSync(desk.databasePath).includes(png.subarray(40, 80))).toBe(false);
});

test('what is no picture, or too large, is refused whole', async () => {
  await using desk = await openTestDesk();
  const reasons: readonly (readonly [Buffer, string])[] = [
    [Buffer.from('GIF89a'), 'NOT_PNG'],
    [signaturePng().subarray(0, -5), 'NOT_PNG'],
    [signaturePng(20, 20), 'DIMENSIONS'],
    [signaturePng(2400, 60), 'DIMENSIONS'],
    [Buffer.concat([signaturePng(), Buffer.alloc(65_500)]), 'TOO_BIG'],
  ];
  for (const [bytes, reason] of reasons) {
    expect(() => sign(desk, drawn(bytes)), reason).toThrow(
      expect.objectContaining({ code: 'SIGNATURE_WRONG', data: { field: 'signature', reason } }),
    );
  }
  expect(attachments(desk)).toBe(0);
});

test('where policy asks for one it is drawn, or says why not; elsewhere nobody is asked', async () => {
  await using desk = await openTestDesk();
  expect(sign(desk, null).signed).toBeNull();
  const admin = await desk.signedIn('admin');
  const value = { keyOut: true, keyIn: false, itemOut: false, itemIn: false, refund: false };
  await admin.policies.put({ commandId: uuidv7(), key: 'signature.asked', value });
  expect(() => sign(desk, null)).toThrow(expect.objectContaining({ code: 'SIGNATURE_NEEDED' }));
  expect(sign(desk, { how: 'none', why: 'unable' }).signed).toEqual({
    for: 'keyOut',
    hash: null,
    why: 'unable',
  });
  expect(sign(desk, drawn(signaturePng())).signed?.hash).toHaveLength(64);
});

test('the check of the journal finds a signature that was changed or taken away, by its event', async () => {
  await using desk = await openTestDesk();
  const { database } = desk.backend;
  sign(desk, drawn(signaturePng()));
  expect(verifyJournals(database.db)).toMatchObject({ ok: true });
  const seq = Number(database.db.connection.prepare('SELECT count(*) FROM event').pluck().get());
  const broken = { ok: false, broken: { seq, reason: 'ATTACHMENT' } };
  const { connection } = database.db;
  const { sealed } = connection.prepare('SELECT sealed FROM attachment').get() as { sealed: Buffer };
  connection.prepare('UPDATE attachment SET sealed = ?').run(Buffer.concat([sealed, Buffer.alloc(1)]));
  expect(verifyJournals(database.db)).toMatchObject(broken);
  connection.prepare('DELETE FROM attachment').run();
  expect(verifyJournals(database.db)).toMatchObject(broken);
});

test('erasing the record takes the signature along, and the check knows why it is not there', async () => {
  await using desk = await openTestDesk();
  const { record, signed: kept } = sign(desk, drawn(signaturePng()));
  await eraseRecords(desk.backend, author, [record], 'term');
  expect(attachments(desk)).toBe(0);
  expect(signaturesOf(desk).read(desk.backend.database.db, record, { hash: kept?.hash ?? '' })).toBeNull();
  expectWhole(desk);
});

test('a rebuild leaves signatures alone; a restored desk has those of the backup, but of nobody erased since', async () => {
  await using desk = await openTestDesk();
  const png = signaturePng();
  const staying = sign(desk, drawn(png));
  const going = sign(desk, drawn(png));
  const { database, journal } = desk.backend;
  rebuildViews(database, journal.projection);
  expect(attachments(desk)).toBe(2);
  const backup = await backUp(desk);
  expect(verifyBackup(backup)).toBeGreaterThan(0);
  await eraseRecords(desk.backend, author, [going.record], 'term');
  await desk.backend.close();
  restore(mendParts(desk), backup);
  await desk.restart();
  expectWhole(desk);
  const { db } = desk.backend.database;
  const { read } = signaturesOf(desk);
  expect(read(db, staying.record, { hash: staying.signed?.hash ?? '' })?.equals(png)).toBe(true);
  expect(read(db, going.record, { hash: going.signed?.hash ?? '' })).toBeNull();
  expect(attachments(desk)).toBe(1);
});

test('only a whole PNG is taken for one: a cut, a longer or a changed one is none, nor is anything behind its beginning', () => {
  const png = signaturePng(300, 100);
  expect(readPngSize(png)).toEqual({ width: 300, height: 100 });
  fc.assert(
    fc.property(fc.nat(png.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      expect(readPngSize(png.subarray(0, at))).toBeNull();
      const changed = Buffer.from(png);
      changed[at] = (changed[at] ?? 0) ^ mask;
      expect(readPngSize(changed)).toBeNull();
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(readPngSize(Buffer.concat([png.subarray(0, 8), bytes]))).toBeNull();
      expect(readPngSize(Buffer.concat([png, Buffer.of(0), bytes]))).toBeNull();
    }),
  );
});
