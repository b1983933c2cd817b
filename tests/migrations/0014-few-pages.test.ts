// Migration 0014: what was done before gets its first answer again, and slips that wait still come out, each once.
import { expect, test } from 'vitest';
import {
  createPrintJobStore,
  insertPrintJob,
} from '../../electron/backend/devices/printer/print-jobs.store.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { uuidv7At } from '../support/ids.ts';
import { lending, newPerson, putItem, putType } from '../support/loans.ts';
import { takeBack } from '../support/versions.ts';
import { expectWhole } from '../support/whole.ts';

test('a call of before is answered as it was, be it of the same moment as another; slips that wait still wait', async () => {
  await using desk = await openTestDesk();
  const before = await desk.signedIn('supervisor');
  const type = await putType(before);
  const at = desk.clock.now();
  // Two of one moment, and one of the last moment that a UUID can say.
  const ids = [uuidv7At(at), uuidv7At(at), uuidv7At(2 ** 48 - 1)];
  const asked = [];
  for (const [nth, commandId] of ids.entries()) {
    const item = await putItem(before, type, `YS-00${nth}`);
    asked.push(lending([{ type, item }], { borrower: newPerson(nth), commandId, printSlip: true }));
  }
  const first = [];
  for (const each of asked) first.push(await before.loans.lend(each));
  const jobs = storeOf(desk);
  const [printed, sending, queued] = jobs.open();
  if (!printed || !sending || !queued) throw new Error('three slips were asked for');
  jobs.save({ ...printed, state: 'printed' });
  jobs.save({ ...sending, state: 'unknown', attempts: 1 });
  const [kept, done] = [jobs.open(), jobs.find(printed.id)];

  await desk.backend.close();
  takeBack(desk.databasePath, 13);
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();

  const api = await desk.signedIn('supervisor');
  for (const [nth, each] of asked.entries()) expect(await api.loans.lend(each)).toEqual(first[nth]);
  const after = storeOf(desk);
  expect(after.open()).toEqual(kept);
  expect(after.find(printed.id)).toEqual(done);
  const next = desk.backend.database.write((tx) =>
    insertPrintJob(tx, {
      ...{ record: printed.record, kind: 'loan', language: 'zh-CN' },
      createdAt: at,
      reprint: 1,
    }),
  );
  expect(next).toBe(queued.id + 1);
  expectWhole(desk);
});

const storeOf = ({ backend }: TestDesk) => createPrintJobStore(backend.database);
