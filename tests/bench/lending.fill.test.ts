// A past that was written in bulk has to be one that the desk could have written itself, and can go on from.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { openCounter } from './lending.desk.ts';
import { fillLoans, readLent } from './lending.fill.ts';

test('the filled desk verifies, is what a rebuild gives, and goes on lending where its past ended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-bench-fill-'));
  try {
    await fillLoans(folder, { loans: 1300, borrowers: 40, say: () => {} });
    const counter = openCounter(folder);
    const { backend } = counter.desk;
    const { connection } = backend.database.db;
    const same = () => {
      expect(verifyJournals(backend.database.db)).toMatchObject({ ok: true });
      const check = checkViews(join(folder, DATABASE_FILE), backend.journal.projection);
      expect(check).toMatchObject({ outcome: 'equal' });
    };
    same();
    const count = (sql: string) => connection.prepare(sql).pluck().get();
    expect(count('SELECT count(*) FROM key_loan')).toBe(650);
    expect(count("SELECT count(*) FROM deposit WHERE state = 'refunded'")).toBe(163);
    expect(count('SELECT count(DISTINCT number) FROM loan')).toBe(650);
    const { keys, items, borrowers } = readLent(counter);
    const [key = 0, who = 0, item = { type: 0, item: 0 }] = [keys[0], borrowers[0], items[0]];
    counter.returnKey(counter.lendKey(key, who));
    counter.returnKey(counter.lendKeyWithSlip(key, who));
    const { loan, deposit } = counter.lendItem(item, who, 'cash');
    counter.returnItem(loan);
    counter.refund(deposit ?? 0);
    expect(count('SELECT count(DISTINCT number) FROM key_loan')).toBe(652);
    expect(count("SELECT count(*) FROM counter WHERE name GLOB 'K:*'")).toBe(1);
    same();
    await backend.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
