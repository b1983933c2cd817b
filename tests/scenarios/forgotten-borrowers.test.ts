// Who borrowed and is erased: an open loan names them until it is over, and then nothing does.
import { readFileSync } from 'node:fs';
import { safe } from '@orpc/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiClient } from '../../electron/api/contract.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { restore } from '../../electron/backend/backup/restore.ts';
import { HOUR, MINUTE, openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending as keyLending, putTestKey } from '../support/keys.ts';
import { lending, putItem, putType } from '../support/loans.ts';
import { backUp } from '../support/backups.ts';
import { mendParts } from '../support/mending.ts';
import { signaturePng } from '../support/signature-png.ts';
import { expectWhole } from '../support/whole.ts';

const author = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;
const NAME = '欧阳试借独一';
const PHONE = '13912345678';
const WHO = {
  from: 'new',
  person: { kind: 'contractor', name: NAME, phone: PHONE, company: '独一测试机电', unit: null },
} as const;

/** Which of the personal values stand readable in the file, its log among it. */
function readable(desk: TestDesk): string[] {
  const bytes = Buffer.concat(['', '-wal'].map((suffix) => readFileSync(desk.databasePath + suffix)));
  return [NAME, PHONE, '独一测试机电'].filter((value) => bytes.includes(value));
}

async function passTime(desk: TestDesk, ms: number): Promise<void> {
  desk.clock.advance(ms);
  desk.backend.lateErasure.turn();
  await desk.backend.lateErasure.settle();
}

async function foundInBox(api: ApiClient): Promise<number> {
  const answers = [await api.search.find({ text: PHONE }), await api.search.find({ text: '试借独一' })];
  return answers.reduce((sum, { open, history }) => sum + open.length + history.length, 0);
}

/** A key and an umbrella with the same person, the key's loan signed for, and the borrower's record. */
async function lendBoth(desk: TestDesk) {
  const boss = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend);
  const type = await putType(boss);
  const item = await putItem(boss, type, 'YS-001');
  const signature = { how: 'drawn', png: signaturePng().toString('base64') } as const;
  const keyLoan = await boss.keys.lend({ ...keyLending([key], { borrower: WHO, signature }), kind: 'lent' });
  const [found] = await boss.borrowers.find({ text: PHONE });
  if (found?.pick.from !== 'borrower') throw new Error('the borrower has no record');
  const { borrower } = found.pick;
  const pick = { from: 'borrower', borrower, document: null } as const;
  const loan = await boss.loans.lend(lending([{ type, item }], { borrower: pick }));
  return { boss, borrower, keyLoan: keyLoan.id, loan: loan.id };
}

test('an open loan keeps the name of who was erased; ten minutes after the return nothing has it any more', async () => {
  await using desk = await openTestDesk();
  const { boss, borrower, keyLoan, loan } = await lendBoth(desk);
  await eraseRecords(desk.backend, author, [borrower], 'term');
  await passTime(desk, HOUR);
  expect((await boss.keys.get({ loan: keyLoan })).borrowerName).toBe(NAME);
  expect((await boss.loans.get({ loan })).borrowerPhone).toBe(PHONE);

  await boss.keys.return({ commandId: uuidv7(), loan: keyLoan });
  await boss.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  // The return may be a mistake, and is undone: it is open as it was.
  await passTime(desk, 5 * MINUTE);
  await boss.loans.reopen({ commandId: uuidv7(), loan });
  expect((await boss.loans.get({ loan })).borrowerName).toBe(NAME);
  await boss.loans.return({ commandId: uuidv7(), loan, way: 'list' });

  await passTime(desk, 11 * MINUTE);
  expect(await boss.keys.get({ loan: keyLoan })).toMatchObject({ borrowerName: null, state: 'returned' });
  expect(await boss.loans.get({ loan })).toMatchObject({ borrowerName: null, borrowerPhone: null });
  expect(readable(desk)).toEqual([]);
  expect(await foundInBox(boss)).toBe(0);
  const attachments = desk.backend.database.db.connection.prepare('SELECT count(*) FROM attachment').pluck();
  expect(attachments.get()).toBe(0);
  expectWhole(desk);
});

test('a restart between the erasure and the return, or a backup put back, forgets nothing of it', async () => {
  await using desk = await openTestDesk();
  const { borrower, keyLoan, loan } = await lendBoth(desk);
  const backup = await backUp(desk);
  await eraseRecords(desk.backend, author, [borrower], 'term');
  await desk.backend.close();
  restore(mendParts(desk), backup);
  await desk.restart();
  const boss = await desk.signedIn('supervisor');
  expect(await boss.borrowers.get({ borrower })).toMatchObject({ name: null });
  expect((await boss.loans.get({ loan })).borrowerName).toBe(NAME);
  await boss.keys.return({ commandId: uuidv7(), loan: keyLoan });
  await boss.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  await desk.restart();
  await passTime(desk, 11 * MINUTE);
  expect(readable(desk)).toEqual([]);
  expectWhole(desk);
});

test('of a receipt amount, number and name stay as finance asks; the phone goes with the loan', async () => {
  await using desk = await openTestDesk();
  const boss = await desk.signedIn('supervisor');
  const type = await putType(boss);
  const item = await putItem(boss, type, 'YS-001');
  const deposit = { how: 'paid', amountFen: 5000, method: 'cash', reference: null } as const;
  const lent = await boss.loans.lend(lending([{ type, item }], { borrower: WHO, deposit }));
  const receipt = { deposit: lent.deposit?.id ?? 0 };
  expect(await boss.loans.deposit(receipt)).toMatchObject({ payerName: NAME, payerPhone: PHONE });
  const { borrower } = await boss.loans.get({ loan: lent.id });
  await eraseRecords(desk.backend, author, [borrower], 'term');
  await boss.loans.return({ commandId: uuidv7(), loan: lent.id, way: 'list' });
  await passTime(desk, 11 * MINUTE);
  expect(await boss.loans.deposit(receipt)).toMatchObject({
    payerName: NAME,
    payerPhone: null,
    state: 'held',
  });
  expect(readable(desk)).toEqual([NAME]);
});

test('whose record is only locked is nobody erased: their loans keep their names', async () => {
  await using desk = await openTestDesk();
  const { boss, borrower, keyLoan, loan } = await lendBoth(desk);
  const { connection } = desk.backend.database.db;
  connection.prepare('DELETE FROM record_key WHERE record = ?').run(borrower);
  connection.prepare('UPDATE borrower SET name = NULL WHERE id = ?').run(borrower);
  await boss.keys.return({ commandId: uuidv7(), loan: keyLoan });
  await boss.loans.return({ commandId: uuidv7(), loan, way: 'list' });
  await passTime(desk, HOUR);
  expect((await boss.loans.get({ loan })).borrowerName).toBe(NAME);
});

/** What a copy would hold is another story, and takes its time. */
const noCopies = { backups: { make: () => Promise.reject(new Error('no copy in this story')) } };

const ACTS = [
  'return',
  'reopen',
  'extend',
  'call',
  'lose',
  'found',
  'void',
  'amend',
  'erase',
  'wait',
] as const;
const step = fc.record({
  act: fc.constantFrom(...ACTS),
  of: fc.constantFrom('keys', 'loans'),
  wait: fc.nat(12),
});

test('whatever happens to the loans of somebody who is erased meanwhile: once they are over, nothing names them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14, size: 'max' }), async (history) => {
      await using desk = await openTestDesk();
      const { boss, borrower, keyLoan, loan } = await lendBoth(desk);
      for (const { act, of, wait } of history) {
        await passTime(desk, wait * MINUTE);
        const one = { commandId: uuidv7(), loan: of === 'keys' ? keyLoan : loan };
        const dueAt = desk.clock.now() + 5 * HOUR;
        const key = (await boss.keys.get({ loan: keyLoan })).lines[0]?.key ?? 0;
        const some = { line: 0, count: 1 };
        const call = { ...one, target: 0, result: 'noAnswer', note: '测试' } as const;
        const acts: Record<(typeof ACTS)[number], () => Promise<unknown>> = {
          return: () => (of === 'keys' ? boss.keys.return(one) : boss.loans.return({ ...one, way: 'list' })),
          reopen: () => (of === 'keys' ? boss.keys.reopen(one) : boss.loans.reopen(one)),
          extend: () =>
            of === 'keys' ? boss.keys.extend({ ...one, dueAt }) : boss.loans.extend({ ...one, dueAt }),
          call: () => (of === 'keys' ? boss.keys.followUp(call) : boss.loans.followUp(call)),
          lose: () =>
            of === 'keys'
              ? boss.keys.loseKey({ commandId: one.commandId, key, told: [], note: null })
              : boss.loans.lose({ ...one, ...some, note: null }),
          found: () =>
            of === 'keys'
              ? boss.keys.foundKey({ commandId: one.commandId, key, note: null })
              : boss.loans.found({ ...one, ...some, condition: 'ok' }),
          void: () =>
            of === 'keys'
              ? boss.keys.void({ ...one, reason: '测试' })
              : boss.loans.void({ ...one, reason: '测试' }),
          amend: () =>
            of === 'keys'
              ? boss.keys.amend({ ...one, purpose: NAME, remarks: null, authorisedBy: null })
              : boss.loans.amend({ ...one, borrower: null, remarks: NAME }),
          erase: () => eraseRecords({ ...desk.backend, care: noCopies }, author, [borrower], 'term'),
          wait: () => passTime(desk, HOUR),
        };
        // The rules may refuse it.
        const { error } = await safe(acts[act]());
        if (error && !(error as { defined?: boolean }).defined) throw error;
      }
      await eraseRecords({ ...desk.backend, care: noCopies }, author, [borrower], 'term');
      const key = await boss.keys.get({ loan: keyLoan });
      if (key.state === 'open' || key.state === 'lost')
        await boss.keys.return({ commandId: uuidv7(), loan: keyLoan });
      if ((await boss.loans.get({ loan })).state === 'open')
        await boss.loans.return({ commandId: uuidv7(), loan, way: 'list' });
      await passTime(desk, HOUR);
      expect(readable(desk)).toEqual([]);
      expect(await foundInBox(boss)).toBe(0);
      expectWhole(desk);
    }),
    { numRuns: 6, seed: 20_261_122 },
  );
});
