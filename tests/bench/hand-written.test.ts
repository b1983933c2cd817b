// A peer that does less than the product would make the product look slow, one that does other things would say nothing.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { listRecordEvents } from '../../electron/backend/journal/journal.store.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { decodeWire } from '../../head-office/protocol/wire.ts';
import { furnish } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { openBenchDesk } from './desk.ts';
import { handLending } from './hand-lending.ts';
import { handWritten } from './hand-written.ts';
import { openCounter } from './lending.desk.ts';
import { fillLoans, readLent } from './lending.fill.ts';
import { visitor } from './people.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'foyer-bench-peer-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('what the hand-written peer leaves behind is what the journal would fold, row by row', async () => {
  const desk = openBenchDesk(folder);
  const { backend } = desk;
  const places = await furnish(backend, desk.random);
  const peer = handWritten(desk);
  const asked = { anotherPerson: false };
  const first = peer.register(visitor(1, { ...asked, units: [places.unit], host: places.host }));
  peer.register(visitor(2, { documentType: 'none', documentNumber: null, phone: null, printPass: false }));
  const again = { ...visitor(1, asked), documentType: 'none', documentNumber: null } as const;
  expect(() => peer.register(again)).toThrow('may be here');
  peer.leave({ commandId: uuidv7(), visit: first.id });
  expect(verifyJournals(backend.database.db)).toMatchObject({ ok: true });
  expect(checkViews(join(folder, DATABASE_FILE), backend.journal.projection).outcome).toBe('equal');
  const jobs = backend.database.db.connection.prepare('SELECT record, state FROM print_job').all();
  expect(jobs).toEqual([{ record: first.id, state: 'queued' }]);
  await backend.close();
});

test('keys lent and taken back by hand, and a deposit refunded: each row as if the services had done it', async () => {
  await fillLoans(folder, { loans: 40, borrowers: 6, say: () => {} });
  const counter = openCounter(folder);
  const { backend } = counter.desk;
  const { connection } = backend.database.db;
  const { keys, items, borrowers } = readLent(counter);
  const [key = 0, another = 0, who = 0] = [keys[0], keys[1], borrowers[0]];
  const [item = { type: 0, item: 0 }, second = item] = items;
  const peer = handLending(counter.desk);
  const loan = peer.lendKey(key, who);
  expect(() => peer.lendKey(key, who)).toThrow('lent a key twice');
  expect(() => counter.lendKey(key, who)).toThrow('KEY_NOT_IN');
  peer.returnKey(loan);
  expect(() => peer.returnKey(loan)).toThrow('back twice');
  peer.lendKeyWithSlip(another, who);
  const [lent, beside] = [counter.lendItem(item, who, 'cash'), counter.lendItem(second, who, 'cash')];
  expect(() => peer.refund(lent.deposit ?? 0)).toThrow('refunded a deposit twice');
  for (const each of [lent, beside]) counter.returnItem(each.loan);
  peer.refund(lent.deposit ?? 0);
  expect(() => peer.refund(lent.deposit ?? 0)).toThrow('refunded a deposit twice');
  counter.refund(beside.deposit ?? 0);

  expect(verifyJournals(backend.database.db)).toMatchObject({ ok: true });
  expect(checkViews(join(folder, DATABASE_FILE), backend.journal.projection).outcome).toBe('equal');
  // What no rebuild looks at: print jobs, and what an event says; beside a refund that the service made.
  const jobs = connection.prepare('SELECT DISTINCT kind, state, open FROM print_job ORDER BY kind').all();
  expect(jobs).toContainEqual({ kind: 'depositRefund', state: 'queued', open: 1 });
  expect(jobs).toContainEqual({ kind: 'keyLoan', state: 'queued', open: 1 });
  const said = (record: number | null) =>
    listRecordEvents(backend.database.db, record ?? 0).map(({ wire }) => {
      const { type, version, body, sealed } = decodeWire(wire) ?? {};
      return { type, version, says: Object.keys(body ?? {}).toSorted(), sealed: sealed?.length };
    });
  expect(said(lent.deposit)).toEqual(said(beside.deposit));
  const byService = counter.lendKey(key, who);
  counter.returnKey(byService);
  expect(said(loan)).toEqual(said(byService));
  await backend.close();
});
