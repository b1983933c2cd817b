// Print jobs in a real database file: kept with the record they belong to, or not at all.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../database/database.ts';
import { afterOutcome, beginSending } from './print-jobs.rules.ts';
import { createPrintJobStore, insertPrintJob, type NewPrintJob } from './print-jobs.store.ts';

const pass: NewPrintJob = { record: 7, kind: 'visitor.pass', language: 'en', createdAt: 1_000, reprint: 0 };

let folder: string;
let database: Database;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-print-jobs-'));
  database = openDatabase(join(folder, 'foyer.db'), { backupDir: null });
});

afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

describe('print jobs in the database', () => {
  test('are queued when they are added', () => {
    const id = database.write((tx) => insertPrintJob(tx, pass));
    expect(createPrintJobStore(database).open()).toEqual([
      {
        id,
        record: 7,
        kind: 'visitor.pass',
        language: 'en',
        state: 'queued',
        attempts: 0,
        createdAt: 1_000,
        updatedAt: 1_000,
        problem: null,
        reprint: 0,
      },
    ]);
  });

  test('vanish with the transaction of a record that was not kept', () => {
    const failing = () =>
      database.write((tx) => {
        insertPrintJob(tx, pass);
        throw new Error('the record was refused');
      });
    expect(failing).toThrow('the record was refused');
    expect(createPrintJobStore(database).open()).toEqual([]);
  });

  test('stay open, oldest first, until they are printed or cancelled, and survive a restart', () => {
    const ids = [1, 2, 3].map((record) => database.write((tx) => insertPrintJob(tx, { ...pass, record })));
    const store = createPrintJobStore(database);
    const [first, second] = store.open();
    if (first === undefined || second === undefined) throw new Error('the jobs were not kept');
    store.save(afterOutcome(beginSending(first, 2_000), { outcome: 'printed', paperNearEnd: false }, 3_000));
    store.save(
      afterOutcome(beginSending(second, 2_000), { outcome: 'unknown', problem: 'CONNECTION_LOST' }, 3_000),
    );

    database.close();
    database = openDatabase(join(folder, 'foyer.db'), { backupDir: null });
    const reopened = createPrintJobStore(database);
    expect(reopened.open().map((job) => [job.id, job.state, job.problem])).toEqual([
      [ids[1], 'unknown', 'CONNECTION_LOST'],
      [ids[2], 'queued', null],
    ]);
    expect(reopened.find(first.id)).toMatchObject({ state: 'printed', attempts: 1, updatedAt: 3_000 });
    expect(reopened.find(999)).toBeUndefined();
  });
});
