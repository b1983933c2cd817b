// The property key is gone: the recovery sheet gives it back, or the desk goes on with locked fields until it turns up.
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { DATABASE_FILE, type RescueOutcome } from '../../electron/api/boot.ts';
import { composeBackend, type Surroundings } from '../../electron/backend/compose.ts';
import { checkViews, type RebuildCheck } from '../../electron/backend/journal/rebuild.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { goOnWithoutKey } from '../../electron/backend/privacy/go-on-without-key.ts';
import { PROJECTORS } from '../../electron/backend/registers/index.ts';
import { comeToRescue } from '../../electron/backend/rescue.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { HOUR, openTestDesk, openWindow, PIN, STAFF, TEST_KEY, type TestDesk } from '../support/desk.ts';
import { walkIn } from '../support/visits.ts';

const NEW_KEY = Buffer.alloc(32, 8);
const NEW_PIN = '864209';

/** A desk with a visitor and a sheet on paper, closed: what its key sealed, and what is typed from the sheet. */
async function closedDesk(desk: TestDesk): Promise<{ readonly visit: number; readonly typed: string }> {
  const { id } = await (await desk.signedIn()).visitors.register(walkIn({ name: '欧阳试验' }));
  const admin = await desk.signedIn('admin');
  const { groups } = await admin.data.makeSheet({ pin: PIN });
  await admin.data.confirmSheet({ group: ` ${groups.at(-1)?.toLowerCase()} ` });
  await desk.backend.close();
  return { visit: id, typed: groups.join(' ') };
}

/** What a backend knows of the folder when it was started with this key. */
function startedWith(desk: TestDesk, propertyKey: Uint8Array | null): Surroundings {
  return {
    config: {
      ...{ dataDir: desk.folder, property: 'desk', seed: 1, language: 'zh-CN', reader: null, printer: null },
      appVersion: '0.0.0-test',
    },
    ...{ propertyKey, clock: desk.clock, random: seededRandom(31), log: createSilentLog() },
  };
}

function goOn(desk: TestDesk, key = NEW_KEY): void {
  goOnWithoutKey({
    ...{ dataDir: desk.folder, propertyKey: key, clock: desk.clock, random: seededRandom(5) },
    projectors: PROJECTORS,
  });
}

async function openWith(desk: TestDesk, key: Uint8Array): Promise<void> {
  desk.backend = composeBackend(startedWith(desk, key));
  desk.backend.start();
}

const check = ({ backend, databasePath }: TestDesk): RebuildCheck =>
  checkViews(databasePath, backend.journal.projection);

test('the key is gone: nothing opens, the sheet gives the very key back, and the names are readable again', async () => {
  await using desk = await openTestDesk();
  const { visit, typed } = await closedDesk(desk);
  expect(() => composeBackend(startedWith(desk, null))).toThrow('no property key');
  expect(() => composeBackend(startedWith(desk, NEW_KEY))).toThrow('does not open');
  const answer = comeToRescue(startedWith(desk, null), { act: 'recover', typed });
  expect(answer).toEqual({ outcome: 'recovered', propertyKey: new Uint8Array(TEST_KEY) });
  await openWith(desk, TEST_KEY);
  expect(await (await desk.signedIn()).visitors.get({ visit })).toMatchObject({ name: '欧阳试验' });
});

test('a slip of the hand, a key of another property and a folder without a sheet are told apart', async () => {
  await using desk = await openTestDesk();
  await using other = await openTestDesk({ seed: 2 });
  const { typed } = await closedDesk(desk);
  const stranger = await closedDesk(other);
  const recover = (text: string): RescueOutcome =>
    comeToRescue(startedWith(desk, null), { act: 'recover', typed: text });
  const groups = typed.split(' ');
  expect(recover(groups.slice(1).join(' '))).toEqual({
    ...{ outcome: 'notRecovered', problem: 'LENGTH', group: null },
  });
  expect(recover(groups.with(3, groups[2] ?? '').join(' '))).toMatchObject({ problem: 'CHECK', group: 4 });
  expect(recover(stranger.typed)).toMatchObject({ problem: 'WRONG_KEY' });
  expect(recover('')).toMatchObject({ outcome: 'notRecovered' });
  await using bare = await openTestDesk({ seed: 3 });
  await bare.backend.close();
  const nowhere = comeToRescue(startedWith(bare, null), { act: 'recover', typed });
  expect(nowhere).toMatchObject({ problem: 'NO_SHEET' });
  await bare.restart();
  await openWith(desk, TEST_KEY);
  await openWith(other, TEST_KEY);
});

test('a folder copied to another machine opens there by its sheet, as a new journal', async () => {
  await using desk = await openTestDesk();
  await using elsewhere = await openTestDesk({ seed: 4 });
  const { visit, typed } = await closedDesk(desk);
  await elsewhere.backend.close();
  for (const name of readdirSync(desk.folder).filter((file) => file.startsWith(DATABASE_FILE))) {
    copyFileSync(join(desk.folder, name), join(elsewhere.folder, name));
  }
  const answer = comeToRescue(startedWith(elsewhere, null), { act: 'recover', typed });
  if (answer.outcome !== 'recovered') throw new Error('the sheet opened nothing');
  await openWith(elsewhere, answer.propertyKey);
  expect(await (await elsewhere.signedIn()).visitors.get({ visit })).toMatchObject({ name: '欧阳试验' });
  const { notices } = await (await elsewhere.signedIn()).desk.status();
  expect(notices).toMatchObject([{ kind: 'newJournal' }]);
  await openWith(desk, TEST_KEY);
});

test('without a sheet the desk goes on with locked fields, says so, and a new admin begins anew', async () => {
  await using desk = await openTestDesk();
  const { visit } = await closedDesk(desk);
  mkdirSync(join(desk.folder, 'backups'), { recursive: true });
  goOn(desk);
  // The same again changes nothing: the key opens what is there.
  goOn(desk);
  await openWith(desk, NEW_KEY);
  const { api } = openWindow(desk.backend);
  expect(await api.setup.needed()).toEqual({ needed: false, admin: true });
  expect(await safe(api.people.signIn({ number: STAFF.admin, pin: PIN }))).toMatchObject({
    error: { code: 'SIGN_IN_REFUSED' },
  });
  const weak = await safe(
    api.setup.admin({ number: STAFF.admin, name: '新管理', language: 'zh-CN', pin: '111111' }),
  );
  expect(weak.error).toMatchObject({ code: 'SETUP_FIELD_WRONG', data: { field: 'admin.pin' } });
  await api.setup.admin({ number: STAFF.admin, name: '新管理', language: 'zh-CN', pin: NEW_PIN });
  const second = await safe(
    api.setup.admin({ number: '4001', name: '又一位', language: 'zh-CN', pin: NEW_PIN }),
  );
  expect(second.error).toMatchObject({ code: 'ALREADY_SET_UP' });
  await api.people.signIn({ number: STAFF.admin, pin: NEW_PIN });
  expect(await api.visitors.get({ visit })).toMatchObject({ name: null, state: 'on_site' });
  expect((await api.desk.status()).notices).toEqual([
    { kind: 'fieldsLocked' },
    { kind: 'sheetMissing', made: false },
  ]);
  // What happens from now on is sealed under the new key, and what is locked goes on by its number.
  const { id } = await api.visitors.register(
    walkIn({ name: '新来的', documentType: 'none', documentNumber: null }),
  );
  expect(await api.visitors.get({ visit: id })).toMatchObject({ name: '新来的' });
  expect(verifyJournals(desk.backend.database.db)).toMatchObject({ ok: true });
  expect(check(desk)).toMatchObject({ outcome: 'cannotCompare' });
});

test('the sheet turns up after all: what was locked opens, what came since stays, and all compares again', async () => {
  await using desk = await openTestDesk();
  const { visit, typed } = await closedDesk(desk);
  goOn(desk);
  await openWith(desk, NEW_KEY);
  const { api } = openWindow(desk.backend);
  await api.setup.admin({ number: '4001', name: '新管理', language: 'zh-CN', pin: NEW_PIN });
  await api.people.signIn({ number: '4001', pin: NEW_PIN });
  const since = await api.visitors.register(
    walkIn({ name: '新来的', documentType: 'none', documentNumber: null }),
  );
  const slip = await safe(api.data.unlock({ typed: typed.slice(2) }));
  expect(slip.error).toMatchObject({ code: 'RECOVERY_REFUSED', data: { problem: 'LENGTH' } });
  const { records } = await api.data.unlock({ typed });
  expect(records).toBeGreaterThan(5);
  expect(await api.visitors.get({ visit })).toMatchObject({ name: '欧阳试验' });
  expect(await api.visitors.get({ visit: since.id })).toMatchObject({ name: '新来的' });
  expect((await api.desk.status()).notices).toEqual([{ kind: 'sheetMissing', made: false }]);
  expect(check(desk)).toMatchObject({ outcome: 'equal' });
  expect((await safe(api.data.unlock({ typed }))).error).toMatchObject({ data: { problem: 'NO_SHEET' } });
  // And it stays so: the found secret is wrapped by the new key.
  await desk.backend.close();
  await openWith(desk, NEW_KEY);
  expect(check(desk)).toMatchObject({ outcome: 'equal' });
});

test('a key that is lost twice leaves two sheets, each of which opens its own records', async () => {
  await using desk = await openTestDesk();
  const first = await closedDesk(desk);
  goOn(desk);
  await openWith(desk, NEW_KEY);
  const { api } = openWindow(desk.backend);
  await api.setup.admin({ number: '4001', name: '新管理', language: 'zh-CN', pin: NEW_PIN });
  await api.people.signIn({ number: '4001', pin: NEW_PIN });
  const between = await api.visitors.register(
    walkIn({ name: '其间的', documentType: 'none', documentNumber: null }),
  );
  const { groups } = await api.data.makeSheet({ pin: NEW_PIN });
  await desk.backend.close();
  const third = Buffer.alloc(32, 3);
  goOn(desk, third);
  await openWith(desk, third);
  const { api: again } = openWindow(desk.backend);
  await again.setup.admin({ number: '4002', name: '再管理', language: 'zh-CN', pin: NEW_PIN });
  await again.people.signIn({ number: '4002', pin: NEW_PIN });
  await again.data.unlock({ typed: groups.join('') });
  expect(await again.visitors.get({ visit: between.id })).toMatchObject({ name: '其间的' });
  expect(await again.visitors.get({ visit: first.visit })).toMatchObject({ name: null });
  await again.data.unlock({ typed: first.typed });
  expect(await again.visitors.get({ visit: first.visit })).toMatchObject({ name: '欧阳试验' });
  expect(check(desk)).toMatchObject({ outcome: 'equal' });
});

test('a desk that was closed for days meanwhile is not stuck between its clock and its key', async () => {
  await using desk = await openTestDesk();
  await closedDesk(desk);
  goOn(desk);
  desk.clock.advance(72 * HOUR);
  await openWith(desk, NEW_KEY);
  const { api } = openWindow(desk.backend);
  expect((await api.desk.status()).clockJump).not.toBeNull();
  expect(keyEvents(desk)).toBe(0);
  await api.setup.admin({ number: '4001', name: '新管理', language: 'zh-CN', pin: NEW_PIN });
  await api.people.signIn({ number: '4001', pin: NEW_PIN });
  expect((await api.desk.status()).clockJump).toBeNull();
  for (let start = 0; start < 2; start += 1) {
    await desk.backend.close();
    await openWith(desk, NEW_KEY);
    expect(keyEvents(desk)).toBe(1);
  }
});

function keyEvents({ backend }: TestDesk): number {
  const wires = backend.database.db.connection
    .prepare('SELECT wire FROM event')
    .pluck()
    .all() as Uint8Array[];
  return wires.filter((wire) => Buffer.from(wire).includes('"type":"journal.key_replaced"')).length;
}
