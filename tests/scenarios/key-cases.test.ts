// Keys that are gone and come back, and the sealed bags of deposited spares.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import type { ApprovalProof } from '../../electron/api/approvals.contract.ts';
import type { ApiClient } from '../../electron/api/contract.ts';
import { HOUR, MORNING, openTestDesk, PIN, STAFF } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey } from '../support/keys.ts';
import { expectWhole } from '../support/whole.ts';

const id = uuidv7;

async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  const { error } = await safe(work);
  if (error === null || !('code' in error)) throw error ?? new Error('it went through');
  return { code: String(error.code), data: 'data' in error ? error.data : undefined };
}

test('a borrower loses a key: the line closes as lost, the case says who was told, and it ends with a new lock', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [key, other] = [putTestKey(desk.backend), putTestKey(desk.backend, { hook: '2' })];
  const { id: loan } = await api.keys.lend(lending([key, other]));
  desk.clock.advance(HOUR);
  const told = [{ who: 'supervisor', at: MORNING }] as const;
  const lost = await api.keys.loseKey({ commandId: id(), key, told: [...told], note: '在工地遗失' });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'lost', loan: null });
  expect(await api.keys.get({ loan })).toMatchObject({
    ...{
      state: 'open',
      lines: [
        { key, lost: true },
        { key: other, lost: false },
      ],
    },
  });
  await api.keys.return({ commandId: id(), loan, lines: [{ key: other, pieces: 1 }], broughtBy: null });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'lost' });
  const note = (changes: object) =>
    api.keys.noteCase({ commandId: id(), case: lost.case, step: 'told', note: null, ...changes });
  await note({ who: 'police' });
  await note({ step: 'lockChanged', costFen: 18_000, note: '换锁芯' });
  expect(await refusalOf(note({ who: 'tenant', at: MORNING + 9 * HOUR }))).toMatchObject({
    code: 'CASE_TIME',
  });
  const supervisor = await desk.signedIn('supervisor');
  expect(
    await refusalOf(api.keys.giveUpKey({ commandId: id(), key, why: 'lockChanged', note: null })),
  ).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  await supervisor.keys.giveUpKey({ commandId: id(), key, why: 'lockChanged', note: null });
  expect(await refusalOf(note({ step: 'replaced' }))).toMatchObject({ code: 'CASE_CLOSED' });
  await note({ step: 'costBilled', costFen: 2000 });
  const [found] = await api.keys.cases({ key });
  expect(found).toMatchObject({
    ...{
      id: lost.case,
      loan,
      borrowerName: '测试工',
      outcome: 'retired',
      costFen: 20_000,
      lockChanged: true,
    },
    issues: [],
  });
  expect(found?.steps.map(({ step, who, note: said }) => [step, who, said])).toEqual([
    ['noted', null, '在工地遗失'],
    ['told', 'supervisor', null],
    ['told', 'police', null],
    ['lockChanged', null, '换锁芯'],
    ['costBilled', null, null],
  ]);
  expect(await api.keys.key({ key })).toMatchObject({ state: 'retired' });
  expectWhole(desk);
});

test('a lost key turns up: its loan is returned, the case is closed, and it is hung up again', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const { id: loan } = await api.keys.lend(lending([key]));
  await api.keys.loseKey({ commandId: id(), key, note: null });
  const toOther = lending([key], { borrower: { from: 'contact', contact: desk.places.host } });
  expect(await refusalOf(api.keys.lend(toOther))).toMatchObject({ data: { state: 'lost' } });
  await api.keys.foundKey({ commandId: id(), key, note: '清洁工交来' });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'found' });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'returned' });
  await api.keys.hangUp({ commandId: id(), key });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'in_cabinet' });
  expect(await api.keys.cases({ key })).toMatchObject([{ outcome: 'found' }]);
  expect(await refusalOf(api.keys.foundKey({ commandId: id(), key, note: null }))).toMatchObject({
    ...{ code: 'KEY_STATE', data: { state: 'in_cabinet' } },
  });
  expectWhole(desk);
});

test('a key that hangs in the cabinet is hung up whatever the book says, also one that is with somebody', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [out, lost] = [putTestKey(desk.backend), putTestKey(desk.backend, { hook: '2' })];
  const { id: loan } = await api.keys.lend(lending([out]));
  await api.keys.loseKey({ commandId: id(), key: lost, note: null });
  for (const key of [out, lost]) {
    await api.keys.hangUp({ commandId: id(), key });
    expect(await api.keys.key({ key })).toMatchObject({ state: 'in_cabinet' });
  }
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'returned' });
  expect(await api.keys.cases()).toMatchObject([{ key: lost, outcome: 'found' }]);
  expectWhole(desk);
});

const spot: ApprovalProof = { way: 'spot', approver: STAFF.supervisor, pin: PIN };

async function openBag(
  api: ApiClient,
  changes: {
    readonly key: number;
    readonly seal?: string;
    readonly consentBy?: number | null;
    ground?: 'consent' | 'emergency';
  },
  proof: ApprovalProof | null = spot,
) {
  const { key, seal = 'F-001', consentBy = null, ground = 'consent' } = changes;
  const ask = { commandId: id(), key, seal, ground, consentBy };
  const grant = {
    right: 'keys.unseal',
    record: key,
    commandId: ask.commandId,
    reason: '业户忘带钥匙',
  } as const;
  const approval = proof && (await api.approvals.grant({ ...grant, proof })).approval;
  return api.keys.openSeal({ ...ask, approval });
}

test('a bag that lies at another desk is opened there: the refusal names the desk', async () => {
  await using desk = await openTestDesk();
  const { tenant, unit, host } = desk.places;
  const key = putTestKey(desk.backend, {
    ...{ kind: 'deposited', tenant, units: [unit], seal: 'F-001', homeDesk: 'L2' },
  });
  const api = await desk.signedIn();
  expect(await refusalOf(openBag(api, { key, seal: 'F-001', consentBy: host }))).toMatchObject({
    ...{ code: 'KEY_ELSEWHERE', data: { key, desk: 'L2' } },
  });
});

test('a deposited spare leaves only after two persons opened its bag, and goes back under a new seal', async () => {
  await using desk = await openTestDesk();
  const { tenant, unit, host } = desk.places;
  const key = putTestKey(desk.backend, { kind: 'deposited', tenant, units: [unit], seal: 'F-001' });
  // A spare that never lay in a bag is no open bag.
  putTestKey(desk.backend, { kind: 'deposited', tenant, units: [unit], seal: null });
  const api = await desk.signedIn();
  const toHost = () => lending([key], { borrower: { from: 'contact', contact: host } });
  expect(await refusalOf(api.keys.lend(toHost()))).toMatchObject({ code: 'KEY_SEALED', data: { key } });
  expect(await refusalOf(openBag(api, { key, seal: 'F-002', consentBy: host }))).toMatchObject({
    ...{ code: 'SEAL_WRONG', data: { field: 'seal', expected: 'F-001' } },
  });
  expect(await refusalOf(openBag(api, { key }))).toMatchObject({ code: 'CONSENT_NEEDED' });
  expect(await refusalOf(openBag(api, { key, consentBy: host }, null))).toMatchObject({
    code: 'APPROVAL_NEEDED',
  });
  await openBag(api, { key, seal: 'f-001 ', consentBy: host });
  expect(await api.keys.unsealed()).toMatchObject([{ id: key }]);
  const { id: loan } = await api.keys.lend(toHost());
  expect(await refusalOf(api.keys.reseal({ commandId: id(), key, seal: 'F-002' }))).toMatchObject({
    ...{ code: 'KEY_STATE', data: { state: 'out' } },
  });
  await api.keys.return({ commandId: id(), loan, broughtBy: null });
  expect(await refusalOf(api.keys.reseal({ commandId: id(), key, seal: 'F-001' }))).toMatchObject({
    code: 'SEAL_USED',
  });
  await api.keys.reseal({ commandId: id(), key, seal: 'F-002' });
  expect(await api.keys.key({ key })).toMatchObject({ seal: 'F-002' });
  const history = await api.keys.history({ record: key });
  expect(history.map(({ type }) => type)).toEqual([
    'key.put',
    'approval.used',
    'key.seal_opened',
    'key.resealed',
  ]);
  expect(history[1]?.approval).toEqual({ way: 'spot', approver: '3005 测试supervisor' });
  expectWhole(desk);
});

test('a supervisor who opens a bag needs a second person too; in an emergency a witness will do', async () => {
  await using desk = await openTestDesk();
  const { tenant, unit, host } = desk.places;
  const key = putTestKey(desk.backend, { kind: 'deposited', tenant, units: [unit], seal: 'F-001' });
  const api = await desk.signedIn('supervisor');
  const alone = openBag(api, { key, consentBy: host });
  expect(await refusalOf(alone)).toMatchObject({ code: 'SECOND_PERSON' });
  expect(await api.keys.key({ key })).toMatchObject({ seal: 'F-001' });
  await openBag(api, { key, ground: 'emergency' }, { way: 'emergency', witness: '保安 测试乙' });
  expect(await api.keys.key({ key })).toMatchObject({ seal: null });
  expect(await api.approvals.due()).toHaveLength(1);
  expectWhole(desk);
});

test('all of a loan comes back but the key that was reported lost: its case and its borrower stay', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [lost, kept] = ['1', '2'].map((hook) => putTestKey(desk.backend, { hook }));
  const { id: loan } = await api.keys.lend(lending([lost ?? 0, kept ?? 0]));
  await api.keys.loseKey({ commandId: id(), key: lost ?? 0, note: null });
  await api.keys.return({ commandId: id(), loan, broughtBy: null });
  expect(await api.keys.get({ loan })).toMatchObject({
    ...{
      state: 'lost',
      lines: [
        { key: lost, back: 0, lost: true },
        { key: kept, back: 1 },
      ],
    },
  });
  expect(await api.keys.key({ key: lost ?? 0 })).toMatchObject({ state: 'lost' });
  expectWhole(desk);
});

test('a return that closed a case is not undone: a lost key that was found is with nobody', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const key = putTestKey(desk.backend);
  const { id: loan } = await api.keys.lend(lending([key]));
  await api.keys.loseKey({ commandId: id(), key, note: null });
  await api.keys.foundKey({ commandId: id(), key, note: null });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'returned', mayReopen: false });
  expect(await refusalOf(api.keys.reopen({ commandId: id(), loan }))).toMatchObject({ code: 'TOO_LATE' });
  expect(await api.keys.key({ key })).toMatchObject({ state: 'found' });
});

test('a tenant’s consent takes two persons at the bag: a witness who is only named is none of them', async () => {
  await using desk = await openTestDesk();
  const { tenant, unit, host } = desk.places;
  const key = putTestKey(desk.backend, { kind: 'deposited', tenant, units: [unit], seal: 'F-001' });
  const api = await desk.signedIn();
  const witness = { way: 'emergency', witness: '保安 测试乙' } as const;
  expect(await refusalOf(openBag(api, { key, consentBy: host }, witness))).toMatchObject({
    code: 'SECOND_PERSON',
  });
  expect(await api.keys.key({ key })).toMatchObject({ seal: 'F-001' });
});

test('a key that is in use again is lost by no loan any more', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('supervisor');
  const key = putTestKey(desk.backend);
  const { id: loan } = await api.keys.lend(lending([key]));
  await api.keys.loseKey({ commandId: id(), key, note: null });
  await api.keys.giveUpKey({ commandId: id(), key, why: 'lost', note: null });
  await api.keys.reinstateKey({ commandId: id(), key, reason: '找到了' });
  expect(await api.keys.get({ loan })).toMatchObject({ state: 'returned' });
});
