// An admin sets tag readers and scanners up and tries them; what they read goes to whoever works, once.
import { expect, onTestFinished, test, vi } from 'vitest';
import type { DeskMessage } from '../../electron/api/desk.contract.ts';
import type { LineReaderSetting } from '../../electron/api/devices.contract.ts';
import { openLineReaderSimulator } from '../../electron/backend/devices/simulator/line-reader.simulator.ts';
import { openTestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { openStand, stateOf } from '../support/loan-stand.ts';
import { lending as lendingThings } from '../support/loans.ts';
import { cableForTest } from '../support/pty.ts';

const TAGS = '0190a0b0-0000-7000-8000-000000000001';
const CODES = '0190a0b0-0000-7000-8000-000000000002';

async function plugged() {
  const cable = await cableForTest();
  const simulator = await openLineReaderSimulator({
    ...{ path: cable.devicePath, timers: { setTimeout, clearTimeout } },
  });
  onTestFinished(() => simulator.close());
  return { path: cable.deskPath, simulator };
}

const tagReader = (path: string): LineReaderSetting => ({
  ...{ id: TAGS, kind: 'tag', port: { path }, baudRate: 9600, format: 'dec10', byteOrder: 'msb' },
});
const scanner = (path: string): LineReaderSetting => ({
  ...{ id: CODES, kind: 'scanner', port: { path }, baudRate: 9600, encoding: 'utf8' },
});

test('two readers beside each other, each tried alone; then what they read is heard at the desk', async () => {
  const [tags, codes] = [await plugged(), await plugged()];
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const heard: DeskMessage[] = [];
  const messages = await (await desk.signedIn()).desk.watch();
  const listening = (async () => {
    for await (const message of messages) heard.push(message);
  })().catch((error: unknown) => {
    // How a stream ends that is left while it waits.
    if (!(error instanceof Error && error.name === 'AbortError')) throw error;
  });
  await admin.devices.setLineReader({ reader: tagReader(tags.path) });
  await admin.devices.setLineReader({ reader: scanner(codes.path) });
  await vi.waitFor(async () => {
    expect((await admin.desk.status({})).lineReaders).toEqual([
      { id: TAGS, kind: 'tag', state: 'ready' },
      { id: CODES, kind: 'scanner', state: 'ready' },
    ]);
  }, 20_000);

  const trying = admin.devices.testLineReader({ id: TAGS, seconds: 20 });
  tags.simulator.present('0063E9AE', 'rdm6300');
  expect(await trying).toEqual({
    ...{ outcome: 'tag', came: '01 00 63 E9 AE', uid: '0063E9AE' },
    readings: [
      {
        ...{ format: 'hex', byteOrder: 'msb', uid: '0063E9AE' },
        printed: { dec10: '0006547886', w26: '099,59822' },
      },
      {
        ...{ format: 'hex', byteOrder: 'lsb', uid: 'E9630001' },
        printed: { dec10: '3915579393', w26: '099,00001' },
      },
    ],
  });
  codes.simulator.scan('https://example.com/健康');
  tags.simulator.present('DEADBEEF');
  await vi.waitFor(() => {
    expect(
      heard
        .filter((message) => message.kind === 'scanned')
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(['DEADBEEF', 'https://example.com/健康']);
  }, 20_000);

  await admin.devices.removeLineReader({ id: TAGS });
  expect((await admin.desk.status({})).lineReaders).toMatchObject([{ id: CODES }]);
  await expect(admin.devices.testLineReader({ id: TAGS, seconds: 1 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await messages.return?.(undefined);
  await listening;
});

test('what was set outlives a restart; a port has one reader, and nothing wrong is kept', async () => {
  const { path, simulator } = await plugged();
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  await admin.devices.setLineReader({ reader: tagReader(path) });
  const taken = { code: 'SETTING_WRONG', data: { field: 'path', reason: 'TAKEN' } };
  await expect(admin.devices.setLineReader({ reader: scanner(path) })).rejects.toMatchObject(taken);
  await expect(
    admin.devices.setReader({ reader: { port: { path }, baudRate: 115_200 } }),
  ).rejects.toMatchObject(taken);
  await desk.restart();
  const again = await desk.signedIn('admin');
  expect((await again.devices.settings({})).lineReaders).toEqual([tagReader(path)]);
  const trying = again.devices.testLineReader({ id: TAGS, seconds: 20 });
  simulator.present('0063E9AE');
  expect(await trying).toMatchObject({ outcome: 'tag', uid: '0063E9AE' });
});

test('a fob bound to a key is that key’s tag: on the reader it is the scan that brings the key back', async () => {
  const { path, simulator } = await plugged();
  await using desk = await openTestDesk();
  const [admin, supervisor, api] = [
    await desk.signedIn('admin'),
    await desk.signedIn('supervisor'),
    await desk.signedIn(),
  ];
  const key = putTestKey(desk.backend);
  // Bound by a reader that types ten digits; the one on the cable sends a frame.
  await supervisor.keys.bindTag({ commandId: uuidv7(), key, tag: '0006547886' });
  const { id: loan } = await api.keys.lend(lending([key]));
  const messages = await api.desk.watch();
  await admin.devices.setLineReader({ reader: tagReader(path) });
  await vi.waitFor(async () => {
    expect((await api.desk.status({})).lineReaders).toMatchObject([{ state: 'ready' }]);
  }, 20_000);
  simulator.present('0063E9AE', 'rdm6300');
  let code = '';
  for await (const message of messages) {
    if (message.kind !== 'scanned') continue;
    code = message.text;
    break;
  }
  expect(code).toBe((await api.keys.key({ key })).tag);
  // The window asks for the same of a reader that types.
  expect(await api.desk.codeOfTag({ tag: '0006547886' })).toEqual({ code });
  expect(await api.desk.codeOfTag({ tag: '00A1B2C3' })).toEqual({ code: null });
  expect(await api.keys.scan({ commandId: uuidv7(), code })).toMatchObject({ did: 'returned', loan });
});

test('a fob bound to an umbrella brings it back, held to the reader on whichever page is open', async () => {
  const { path, simulator } = await plugged();
  await using stand = await openStand();
  const { desk, boss, api, umbrella: type, items } = stand;
  const [item = 0] = items;
  const admin = await desk.signedIn('admin');
  await boss.loans.bindTag({ commandId: uuidv7(), item, tag: '0006547886' });
  const { id: loan } = await api.loans.lend(lendingThings([{ type, item }]));
  const messages = await api.desk.watch();
  await admin.devices.setLineReader({ reader: tagReader(path) });
  await vi.waitFor(async () => {
    expect((await api.desk.status({})).lineReaders).toMatchObject([{ state: 'ready' }]);
  }, 20_000);
  simulator.present('0063E9AE', 'rdm6300');
  let code = '';
  for await (const message of messages) {
    if (message.kind !== 'scanned') continue;
    code = message.text;
    break;
  }
  expect(code).toBe((await stateOf(stand, item))?.tagCode);
  expect(await api.loans.scan({ commandId: uuidv7(), code })).toMatchObject({ did: 'returned', loan, item });
  expect(await stateOf(stand, item)).toMatchObject({ state: 'available', loan: null });
});

test('a badge opens the desk whichever reader read it, and is nobody else’s', async () => {
  await using desk = await openTestDesk();
  const admin = await desk.signedIn('admin');
  const rows = await admin.staff.list({});
  const [first, second] = rows.filter(({ active }) => active);
  if (!first || !second) throw new Error('nobody works here');
  await admin.staff.setBadge({ commandId: uuidv7(), staff: first.id, badge: '0006547886' });
  const { api } = desk.window();
  for (const badge of ['0063E9AE', '0006547886', '00:63:e9:ae']) {
    expect(await api.people.signInByBadge({ badge })).toMatchObject({ number: first.number });
  }
  await expect(
    admin.staff.setBadge({ commandId: uuidv7(), staff: second.id, badge: '0063E9AE' }),
  ).rejects.toMatchObject({ code: 'BADGE_TAKEN' });
});
