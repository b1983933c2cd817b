// The journal's promises as properties: any history, any order of arrival, any flipped byte.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { joinId } from '../../head-office/protocol/ids.ts';
import {
  encodeWire,
  GENESIS_HASH,
  hashWire,
  LAST_INSTANT,
  type WireEvent,
} from '../../head-office/protocol/wire.ts';
import type { Author } from '../../electron/backend/journal/append.ts';
import { BrokenChainError, ingestLinks } from '../../electron/backend/journal/ingest.ts';
import { iterateJournal, listIssues } from '../../electron/backend/journal/journal.store.ts';
import { checkViews, rebuildViews } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { typedVisits } from '../../electron/backend/registers/visitors/visitors.store.ts';
import { openTestDesk } from '../support/desk.ts';
import { playStep, steps } from '../support/histories.ts';
import { arriveBy, exchange, openInstallation, tables } from '../support/installations.ts';

const RUNS = { numRuns: 15, seed: 20_261_121 };

test('whatever was done, and whoever was erased, a rebuild gives the live tables', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      await using desk = await openTestDesk();
      for (const step of history) playStep(desk, step);
      const { backend, databasePath } = desk;
      expect(checkViews(databasePath, backend.journal.projection)).toMatchObject({ outcome: 'equal' });
      const live = tables(backend);
      rebuildViews(backend.database, backend.journal.projection);
      expect(tables(backend)).toEqual(live);
      expect(verifyJournals(backend.database.db)).toMatchObject({ ok: true });
    }),
    RUNS,
  );
});

test('three journals give equal tables in any order of arrival', async () => {
  await fc.assert(
    fc.asyncProperty(
      steps,
      fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
      async (history, shuffle) => {
        using first = openInstallation(1, 0, null);
        using second = openInstallation(2, 40_000, first.backend.database);
        using third = openInstallation(3, -90_000, first.backend.database);
        const desks = [first, second, third];
        for (const step of history) {
          if (step.sync) exchange(desks);
          const desk = desks[step.desk ?? 0];
          if (desk) playStep(desk, step);
        }
        const inOrder = arriveBy(desks, []);
        expect(arriveBy(desks, shuffle)).toEqual(inOrder);
        exchange(desks);
        exchange(desks);
        for (const desk of desks) expect(tables(desk.backend)).toEqual(inOrder);
      },
    ),
    RUNS,
  );
});

test('a flipped byte is found, and its place in the journal is named', async () => {
  await using desk = await openTestDesk();
  const { connection } = desk.backend.database.db;
  const { id: journal } = desk.backend.journal;
  const rows = [...iterateJournal(desk.backend.database.db, journal)];
  await fc.assert(
    fc.asyncProperty(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, byte, mask) => {
      const row = rows[at % rows.length];
      if (!row) throw new Error('the journal is empty');
      const wire = Buffer.from(row.wire);
      const place = byte % wire.length;
      wire[place] = (wire[place] ?? 0) ^ mask;
      connection.prepare('UPDATE event SET wire = ? WHERE id = ?').run(wire, row.id);
      const found = verifyJournals(desk.backend.database.db);
      connection.prepare('UPDATE event SET wire = ? WHERE id = ?').run(row.wire, row.id);
      expect(found).toMatchObject({ ok: false, broken: { journal, seq: (at % rows.length) + 1 } });
    }),
    RUNS,
  );
  expect(verifyJournals(desk.backend.database.db)).toMatchObject({ ok: true });
});

test('a column beside the event that was changed is found too', async () => {
  await using desk = await openTestDesk();
  const { connection } = desk.backend.database.db;
  const [, second] = [...iterateJournal(desk.backend.database.db, desk.backend.journal.id)];
  connection.prepare('UPDATE event SET clock = clock + 1 WHERE id = ?').run(second?.id);
  expect(verifyJournals(desk.backend.database.db)).toMatchObject({
    ok: false,
    broken: { seq: 2, reason: 'COLUMNS' },
  });
});

test('a deleted event leaves a gap that is named', async () => {
  await using desk = await openTestDesk();
  const { connection } = desk.backend.database.db;
  const [, second] = [...iterateJournal(desk.backend.database.db, desk.backend.journal.id)];
  connection.prepare('DELETE FROM event WHERE id = ?').run(second?.id);
  expect(verifyJournals(desk.backend.database.db)).toMatchObject({
    ok: false,
    broken: { seq: 2, reason: 'GAP' },
  });
});

test('a batch that does not link up is refused whole', async () => {
  await using desk = await openTestDesk();
  const { database, journal } = desk.backend;
  const foreign = [...iterateJournal(database.db, journal.id)];
  await using other = await openTestDesk({ seed: 99 });
  const { database: target, journal: own } = other.backend;
  const before = tables(other.backend);
  const broken = foreign.map((link, at) => (at === 3 ? { ...link, hash: Buffer.alloc(32, 1) } : link));
  expect(() => target.write((tx) => ingestLinks(own.projection, tx, journal.id, broken))).toThrow(
    BrokenChainError,
  );
  expect(tables(other.backend)).toEqual(before);
});

test('an event of a later program is kept and marks its record, and the rest is folded', async () => {
  await using desk = await openTestDesk();
  const { journal, database } = desk.backend;
  const author: Author = { actor: 'staff', staff: null, approver: null, shift: null, desk: 'L1' };
  const later = { 'visit.teleported': { version: 1, body: z.object({}), sealed: null } } as const;
  playStep(desk, { kind: 'register', who: 1, wait: 0 });
  const [visit] = typedVisits.newest(database.db, { from: 0, before: Number.MAX_SAFE_INTEGER, limit: 1 });
  if (!visit) throw new Error('nobody was registered');
  journal.system(author, (command) => {
    command.append(later, visit.id, { type: 'visit.teleported', body: {}, sealed: null });
    return null;
  });
  rebuildViews(database, journal.projection);
  expect(listIssues(database.db, visit.id)).toEqual(['NEWER_PROGRAM']);
  expect(
    typedVisits.newest(database.db, { from: 0, before: Number.MAX_SAFE_INTEGER, limit: 1 })[0],
  ).toMatchObject({
    name: visit.name,
  });
});

test('what an older program could not fold is folded as soon as a newer one opens the desk', async () => {
  await using desk = await openTestDesk();
  playStep(desk, { kind: 'register', who: 1, wait: 0 });
  const { database } = desk.backend;
  const [visit] = typedVisits.newest(database.db, { from: 0, before: Number.MAX_SAFE_INTEGER, limit: 1 });
  if (!visit) throw new Error('nobody was registered');
  playStep(desk, { kind: 'leave', who: 0, wait: 1 });
  // As an older program would have left it: the leaving is in the journal, but not in the row.
  database.db.connection.exec(
    `UPDATE visit SET state = 'on_site';
     INSERT INTO record_issue SELECT id, record, 'NEWER_PROGRAM' FROM event WHERE record = ${visit.id} LIMIT 1`,
  );
  await desk.restart();
  const { backend, databasePath } = desk;
  expect(
    typedVisits.newest(backend.database.db, { from: 0, before: Number.MAX_SAFE_INTEGER, limit: 1 })[0],
  ).toMatchObject({ state: 'left' });
  expect(checkViews(databasePath, backend.journal.projection)).toMatchObject({ outcome: 'equal' });
});

test('a foreign event of any type and content is kept, and never stops the fold', async () => {
  const types = [
    'toString',
    '__proto__',
    'visit.constructor',
    'visit.arrived',
    'unit.put',
    'shift.opened',
    'x',
  ];
  const value = fc.oneof(fc.string(), fc.double(), fc.constant(null), fc.integer(), fc.boolean());
  const body = fc.dictionary(
    fc.constantFrom('floor', 'host', 'numbered', 'units', 'validUntil', 'lead'),
    value,
  );
  await using desk = await openTestDesk();
  const { journal, database } = desk.backend;
  let foreign = 1000;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...types), body, async (type, content) => {
      foreign += 1;
      const event = { ...foreignEvent(foreign), type, body: content };
      const wire = encodeWire(event);
      const link = { wire, hash: hashWire(GENESIS_HASH, wire) };
      database.write((tx) => ingestLinks(journal.projection, tx, foreign, [link]));
    }),
    { ...RUNS, numRuns: 100 },
  );
  expect(checkViews(desk.databasePath, journal.projection)).toMatchObject({ outcome: 'equal' });
});

test('a clock at the end of time is refused, so that what follows can still sort after it', async () => {
  await using desk = await openTestDesk();
  const { journal, database } = desk.backend;
  const wire = encodeWire({ ...foreignEvent(4711), clock: LAST_INSTANT });
  const link = { wire, hash: hashWire(GENESIS_HASH, wire) };
  const take = (): void => database.write((tx) => ingestLinks(journal.projection, tx, 4711, [link]));
  expect(take).toThrow(BrokenChainError);
});

function foreignEvent(journal: number): WireEvent {
  return {
    ...{ journal, seq: 1, command: null, record: joinId(journal, 1), type: 'visit.left', version: 1 },
    ...{ happenedAt: 1, recordedAt: 1, day: '2026-11-21', clock: 1, actor: 'staff', staff: null },
    ...{ approver: null, shift: null, desk: 'L2', body: {}, sealed: null },
  };
}
