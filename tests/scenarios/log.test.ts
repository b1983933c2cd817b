// Nothing of a person leaves the database: a busy day in which much goes wrong, and every other file looked through.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { parseBackupName } from '../../electron/backend/backup/backup.rules.ts';
import { repair } from '../../electron/backend/backup/repair.ts';
import { restore } from '../../electron/backend/backup/restore.ts';
import { makeRecoveryKey, openWithRecovery } from '../../electron/backend/privacy/recovery.ts';
import { PROJECTORS } from '../../electron/backend/registers/index.ts';
import { createFileLog } from '../../electron/backend/shared/log.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { HOUR, MINUTE, openTestDesk, PIN, STAFF, TEST_KEY, type TestDesk } from '../support/desk.ts';
import { LENT_PERSONAL, personalLendingDay } from '../support/personal-lending.ts';
import { withFolder } from '../support/folder.ts';
import { OTHER_RESIDENT, walkIn } from '../support/visits.ts';

const PERSON = {
  name: '诸葛试验独一',
  documentNumber: OTHER_RESIDENT,
  phone: '13987654321',
  company: '独一无二测试公司',
  hostName: '被访独一',
  plate: '京A54321',
  items: '一箱独一样品',
  remarks: '独一备注',
} as const;
const REASON = '独一作废缘由';
const PERSONAL: readonly string[] = [
  ...['诸葛', '独一', '13987654321', '54321', '010519491231', '测试receptionist', '单试验', PIN, REASON],
  TEST_KEY.toString('base64'),
  ...LENT_PERSONAL,
];

/** Every file below a folder that is not the database itself, or what was set aside of it. */
function otherFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !basename(path).startsWith(DATABASE_FILE));
}

function expectNothingPersonal(folder: string): string[] {
  const files = otherFiles(folder);
  const found = files.flatMap((path) => {
    const bytes = readFileSync(path);
    const told = PERSONAL.filter((value) => bytes.includes(value) || path.includes(value));
    return told.map((value) => `${basename(path)}: ${value}`);
  });
  expect(found).toEqual([]);
  return files.map((path) => basename(path));
}

/** What staff do on a day, and what they do wrong. Answers the codes of what was refused. */
async function busyDay(desk: TestDesk): Promise<Error[]> {
  const api = await desk.signedIn('supervisor');
  const refused: Error[] = [];
  const attempt = async <T>(call: Promise<T>): Promise<T | undefined> => {
    const { error, data } = await safe(call);
    if (error) refused.push(error);
    return data;
  };
  const { window } = desk;
  await attempt(window().api.people.signIn({ number: STAFF.guard, pin: '000000' }));
  const visit = await api.visitors.register(walkIn(PERSON));
  await attempt(api.visitors.register(walkIn(PERSON)));
  await attempt(
    api.visitors.register(walkIn({ ...PERSON, documentNumber: `${OTHER_RESIDENT.slice(0, 17)}1` })),
  );
  await attempt(api.visitors.register(walkIn({ ...PERSON, name: `${PERSON.name}\u0000`.repeat(200) })));
  await attempt(api.visitors.scan({ commandId: walkIn().commandId, code: PERSON.name }));
  await api.search.find({ text: PERSON.name });
  await api.visitors.reprint({ commandId: walkIn().commandId, visit: visit.id });
  await api.visitors.leave({ commandId: walkIn().commandId, visit: visit.id, way: 'list' });
  const again = await api.visitors.register(walkIn(PERSON));
  await api.visitors.void({ commandId: walkIn().commandId, visit: again.id, reason: REASON, approval: null });
  const { connection } = desk.backend.database.db;
  connection.pragma('busy_timeout = 10');
  const other = new BetterSqlite(desk.databasePath);
  other.exec('BEGIN IMMEDIATE');
  await attempt(api.visitors.register(walkIn(PERSON)));
  other.exec('ROLLBACK');
  other.close();
  connection.exec('ALTER TABLE scan_code RENAME TO scan_code_away');
  await attempt(api.visitors.register(walkIn(PERSON)));
  connection.exec('ALTER TABLE scan_code_away RENAME TO scan_code');
  connection.exec(`CREATE TRIGGER blurts BEFORE INSERT ON visit BEGIN SELECT raise(abort, '独一'); END`);
  await attempt(api.visitors.register(walkIn(PERSON)));
  connection.exec('DROP TRIGGER blurts');
  await personalLendingDay(desk, attempt);
  return refused;
}

/** Everything that a refusal hands to the window: its words, its facts, and where it was thrown. */
function expectNothingPersonalIn(refused: readonly Error[]): void {
  const told = refused.map((error) => `${error.message} ${error.stack} ${JSON.stringify(error)}`);
  expect(told.filter((text) => PERSONAL.some((value) => text.includes(value)))).toEqual([]);
}

test('after a busy day of failures, backups, a restore and a repair no other file tells of anybody', async () => {
  // Nothing listens at this address: each pass waits and its failures are logged.
  await using desk = await openTestDesk({
    fileLog: true,
    config: { printer: { host: '127.0.0.1', port: 9 } },
  });
  const refused = await busyDay(desk);
  expectNothingPersonalIn(refused);
  expect(new Set(refused.map((error) => (error as { code?: string }).code ?? error.name))).toEqual(
    new Set([
      ...['SIGN_IN_REFUSED', 'ALREADY_ON_SITE', 'DOCUMENT_NUMBER_WRONG', 'BAD_REQUEST', 'UNKNOWN_CODE'],
      ...[
        'DATABASE_LOCKED',
        'UNFORESEEN',
        'SIGNATURE_WRONG',
        'KEY_BARRED',
        'SIGN_IN_REFUSED',
        'NO_EMERGENCY',
      ],
      ...['UNKNOWN_TAG', 'BORROWER_KNOWN', 'ITEM_NOT_AVAILABLE', 'UNKNOWN_TARGET', 'AMOUNT_WRONG'],
      ...['NOT_FOUND', 'ROWS_WRONG', 'FILE_UNREADABLE'],
    ]),
  );
  const { care, database } = desk.backend;
  const groups = database.write((tx) => makeRecoveryKey(tx, TEST_KEY, seededRandom(4)));
  expect(() => openWithRecovery(database.db, groups.toReversed().join('-'))).toThrow('CHECK');
  await care.backups.make('asked');
  desk.clock.advance(MINUTE);
  care.tick();
  desk.clock.advance(HOUR);
  database.db.connection.exec('UPDATE event SET hash = zeroblob(32) WHERE id = (SELECT max(id) FROM event)');
  await expect(care.backups.make('hourly')).rejects.toThrow('COPY_DAMAGED');
  await expect(desk.restart()).rejects.toThrow('DATABASE_DAMAGED');

  const parts = { dataDir: desk.folder, propertyKey: TEST_KEY, clock: desk.clock, random: seededRandom(8) };
  expect(repair({ ...parts, projectors: PROJECTORS, backupDir: null })).toMatchObject({
    outcome: 'repaired',
  });
  const backups = join(desk.folder, 'backups');
  const [backup = ''] = readdirSync(backups).filter((name) => parseBackupName(name)?.kind === 'foyer');
  restore({ ...parts, projectors: PROJECTORS }, join(backups, backup));
  await desk.restart();
  const files = expectNothingPersonal(desk.folder);
  expect(files).toEqual(expect.arrayContaining(['backend.log', 'head.json', 'report.json', backup]));
  const log = readFileSync(join(desk.folder, 'backend.log'), 'utf8');
  expect(log).toContain('a call failed');
  expect(log).toContain('backup made');
  expect(log).toContain('COPY_DAMAGED');
});

test('what an error says of a person stays out of the log, even where it looks like a place in the code', () => {
  withFolder((folder) => {
    const log = createFileLog(folder);
    const cause = new Error(`Unexpected token\n    at ${PERSON.remarks} (file.ts:1:1)`);
    log.error('it failed', new TypeError(`${PERSON.name}\n    at ${PERSON.name}`, { cause }));
    log.error('it failed', PERSON);
    log.close();
    expect(expectNothingPersonal(folder)).toEqual(['backend.log']);
    expect(readFileSync(join(folder, 'backend.log'), 'utf8')).toContain('log.test.ts');
  });
});

test('the search of this test finds what it looks for', () => {
  withFolder((folder) => {
    writeFileSync(join(folder, 'backend.log'), `x ${PERSON.phone} x`);
    expect(() => expectNothingPersonal(folder)).toThrow('13987654321');
  });
});
