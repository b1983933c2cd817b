// Mending a damaged database: every event that can be read is kept, and what cannot is named.
import {
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parseBackupName } from '../../electron/backend/backup/backup.rules.ts';
import { repair } from '../../electron/backend/backup/repair.ts';
import { ownPlace } from '../../electron/backend/journal/succession.ts';
import { putContact } from '../../electron/backend/places/places.service.ts';
import { openTestDesk, type TestDesk } from '../support/desk.ts';
import { ruinPages } from '../support/damage.ts';
import { backUp } from '../support/backups.ts';
import { author, mendParts, opening, register } from '../support/mending.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

/** Enough events behind the backup to fill many pages. */
function workHard(desk: TestDesk): number[] {
  return Array.from({ length: 400 }, (_, at) =>
    desk.backend.journal.system(author, (command) =>
      putContact(
        command,
        { tenant: null, unit: null, authorises: [], active: true },
        { name: `联系人${at}`, pinyin: null, phone: null },
      ),
    ),
  );
}

test('a database with ruined pages is mended: every event that can be read is kept, the others are named', async () => {
  await using desk = await openTestDesk();
  await register(desk, '备份之前');
  await backUp(desk);
  workHard(desk);
  const last = await register(desk, '最后一位');
  const place = ownPlace(desk.backend.database.db);
  await desk.backend.close();
  ruinPages(desk.databasePath, 'event', 0.5, 2);
  const damaged = readFileSync(desk.databasePath);

  const done = repair(mendParts(desk));
  if (done.outcome !== 'repaired') throw new Error('the damage was not seen');
  const [journal] = done.report.journals;
  if (!journal || !place) throw new Error('nothing was salvaged');
  const gone = journal.unreadable.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  expect(gone).toBeGreaterThan(0);
  expect(journal.chained).toBeGreaterThan(100);
  expect(journal.cutOff).toBeGreaterThan(100);
  expect(done.report).toMatchObject({ appended: journal.cutOff, locked: 0 });
  const backedUp = parseBackupName(done.report.backup ?? '');
  expect(backedUp).not.toBeNull();
  expect(readFileSync(join(done.report.setAside ?? '', 'foyer.db'))).toEqual(damaged);
  const report = readFileSync(join(done.report.setAside ?? '', 'report.json'), 'utf8');
  expect(report).not.toMatch(/联系人|最后一位|备份之前/);

  await desk.restart();
  expectWhole(desk);
  const { db } = desk.backend.database;
  const written = (db.connection.prepare('SELECT count(*) FROM event').pluck().get() as number) - 1;
  expect(written + gone).toBe(place.seq);
  expect(opening(desk)).toMatchObject({ reason: 'repaired', noted: place });
  const api = await desk.signedIn();
  expect(await api.visitors.get({ visit: last.id })).toMatchObject({ name: '最后一位', number: last.number });
  expect(await register(desk)).toMatchObject({ number: 'V-L1b-261121-0001' });
});

test('an end that does not link up is written again into the new journal; a repeated call finds its answer', async () => {
  await using desk = await openTestDesk();
  await backUp(desk);
  const api = await desk.signedIn();
  const form = walkIn({ name: '断链的人', documentType: 'none', documentNumber: null });
  const visit = await api.visitors.register(form);
  desk.backend.database.db.connection.exec(
    'UPDATE event SET hash = zeroblob(32) WHERE id = (SELECT max(id) FROM event)',
  );
  await expect(desk.restart()).rejects.toThrow('DATABASE_DAMAGED');
  expect(repair(mendParts(desk))).toMatchObject({ outcome: 'repaired', report: { appended: 1 } });
  await desk.restart();
  expectWhole(desk);
  const again = await desk.signedIn();
  expect(await again.visitors.get({ visit: visit.id })).toMatchObject({ name: '断链的人' });
  expect(await again.visitors.register(form)).toMatchObject({ id: visit.id, number: visit.number });
});

test('a file that is no database any more is replaced by the last good backup and its keys', async () => {
  await using desk = await openTestDesk();
  const visit = await register(desk, '备份之前');
  const backup = await backUp(desk);
  const backedUp = ownPlace(desk.backend.database.db);
  await register(desk, '没有备份的');
  const place = ownPlace(desk.backend.database.db);
  const newer = backup.replace('foyer-2026', 'foyer-2027');
  copyFileSync(backup, newer);
  const handle = openSync(newer, 'r+');
  writeSync(handle, Buffer.alloc(4096, 1), 0, 4096, statSync(newer).size - 8192);
  closeSync(handle);
  await desk.backend.close();
  writeFileSync(desk.databasePath, 'not a database, '.repeat(500));
  const done = repair(mendParts(desk));
  expect(done).toMatchObject({ outcome: 'repaired', report: { backup: basename(backup) }, lockedRecords: 0 });
  const unreadable = [[(backedUp?.seq ?? 0) + 1, place?.seq]];
  expect(done).toMatchObject({ report: { journals: [{ journal: place?.journal, unreadable }] } });
  await desk.restart();
  expectWhole(desk);
  expect(await (await desk.signedIn()).visitors.get({ visit: visit.id })).toMatchObject({ name: '备份之前' });
});

test('without any backup the damaged file mends itself from what it still holds', async () => {
  await using desk = await openTestDesk();
  workHard(desk);
  await desk.backend.close();
  rmSync(join(desk.folder, 'backups'), { recursive: true, force: true });
  ruinPages(desk.databasePath, 'contact', 0.5, 1);
  expect(repair(mendParts(desk))).toMatchObject({
    outcome: 'repaired',
    report: { backup: null, journals: [{ cutOff: 0, unreadable: [] }], appended: 0 },
  });
  await desk.restart();
  expectWhole(desk);
});

test('with neither a backup nor readable secrets nothing is begun', async () => {
  await using desk = await openTestDesk();
  await desk.backend.close();
  writeFileSync(desk.databasePath, 'not a database, '.repeat(500));
  expect(() => repair(mendParts(desk))).toThrow('NO_BACKUP');
  expect(readFileSync(desk.databasePath, 'utf8')).toContain('not a database');
});
