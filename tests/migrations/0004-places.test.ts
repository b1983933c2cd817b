// Migration 0004: a property that an older program put on file keeps all it had, and the new columns say nothing yet.
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { MIGRATIONS } from '../../db/migrations/index.ts';
import { openDatabase } from '../../electron/backend/database/database.ts';
import type { EventCatalogue } from '../../electron/backend/journal/events.ts';
import { openJournal } from '../../electron/backend/journal/journal.ts';
import { openSecrets } from '../../electron/backend/privacy/secrets.ts';
import { createCalendar } from '../../electron/backend/shared/clock.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { openTestDesk, TEST_KEY } from '../support/desk.ts';
import { takeBack } from '../support/versions.ts';
import { expectWhole } from '../support/whole.ts';

const anything = z.record(z.string(), z.json());
const version1 = { version: 1, body: anything, sealed: anything } as const;
const asOfVersion1 = {
  'desk.put': { version: 1, body: anything, sealed: null },
  'unit.put': { version: 1, body: anything, sealed: null },
  'tenant.put': version1,
  'contact.put': version1,
} as const satisfies EventCatalogue;

const author = { actor: 'import', staff: null, approver: null, shift: null, desk: 'L1' } as const;

test('what version 1 put on file is read as before: authority for keys was authority for goods', async () => {
  await using desk = await openTestDesk();
  const { clock } = desk;
  await desk.backend.close();
  desk.backend = { ...desk.backend, close: async () => {} };
  takeBack(desk.databasePath, 3);
  const old = openDatabase(desk.databasePath, { backupDir: null, migrations: MIGRATIONS.slice(0, 3) });
  const random = seededRandom('old');
  const journal = openJournal({
    ...{ database: old, clock, random, secrets: openSecrets(old, TEST_KEY, random) },
    // The views of then are written below, as the program of then did.
    ...{ projectors: [], calendar: () => createCalendar('Asia/Shanghai') },
  });
  const [deskId, unit, tenant, contact] = journal.system(author, (command) => {
    const ids = [1, 2, 3, 4].map(() => command.newRecord());
    const [first = 0, second = 0, third = 0, fourth = 0] = ids;
    const names = { nameZh: '二号台', nameEn: 'Desk two' };
    command.append(asOfVersion1, first, {
      ...{ type: 'desk.put', body: { code: 'L2', ...names, opens: null, closes: null }, sealed: null },
    });
    command.append(asOfVersion1, second, {
      type: 'unit.put',
      body: { code: 'B-0101', building: 'B', floor: 1, kind: 'office', tenant: third },
      sealed: null,
    });
    command.append(asOfVersion1, third, {
      type: 'tenant.put',
      body: { status: 'inResidence' },
      sealed: { nameZh: '旧测试行', nameEn: 'Old', shortName: null, phone: null, instructions: '先致电' },
    });
    command.append(asOfVersion1, fourth, {
      type: 'contact.put',
      body: { tenant: third, unit: second, mayAuthorise: true },
      sealed: { name: '测试旧人', phone: null },
    });
    return ids;
  });
  old.close();
  const file = new BetterSqlite(desk.databasePath);
  const now = clock.now();
  file
    .prepare('INSERT INTO desk VALUES (?, ?, ?, ?, NULL, NULL, ?)')
    .run(deskId, 'L2', '二号台', 'Desk two', now);
  file
    .prepare('INSERT INTO unit VALUES (?, ?, ?, 1, ?, ?, ?)')
    .run(unit, 'B-0101', 'B', 'office', tenant, now);
  file
    .prepare('INSERT INTO tenant VALUES (?, ?, ?, NULL, NULL, ?, ?, ?)')
    .run(tenant, '旧测试行', 'Old', 'inResidence', '先致电', now);
  file
    .prepare('INSERT INTO contact VALUES (?, ?, NULL, ?, ?, 1, ?)')
    .run(contact, '测试旧人', tenant, unit, now);
  file.close();
  await desk.restart();
  expectWhole(desk);
  const api = await desk.signedIn('admin');
  const contacts = await api.places.contacts();
  expect(contacts.find(({ id }) => id === contact)).toMatchObject({
    ...{ name: '测试旧人', authorises: ['keys', 'goods'], active: true, unitCode: 'B-0101' },
  });
});
