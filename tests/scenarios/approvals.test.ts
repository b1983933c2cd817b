// Above one's role: approved by PIN, by phone, by one-time code or in an emergency, and countersigned afterwards.
import { safe } from '@orpc/client';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApprovalProof } from '../../electron/api/approvals.contract.ts';
import type { ApiClient } from '../../electron/api/contract.ts';
import { eraseRecords } from '../../electron/backend/privacy/erase.ts';
import { HOUR, MINUTE, MORNING, openTestDesk, PIN, STAFF } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { walkIn } from '../support/visits.ts';
import { expectWhole } from '../support/whole.ts';

const spot: ApprovalProof = { way: 'spot', approver: STAFF.supervisor, pin: PIN };
const byPhone = (calledAt: number = MORNING): ApprovalProof => ({
  ...({ way: 'phone', approver: STAFF.supervisor } as const),
  ...{ called: '138 0000 0009', calledAt },
});
const emergency: ApprovalProof = { way: 'emergency', witness: '王试验（保安）' };

/** A visit to be voided, and the one command that would do it. */
async function voiding(api: ApiClient) {
  const { id, number } = await api.visitors.register(walkIn({ documentType: 'none', documentNumber: null }));
  const ask = { commandId: uuidv7(), visit: id, reason: '登记错误' };
  const grant = (proof: ApprovalProof) =>
    api.approvals.grant({ ...{ right: 'visits.void', record: id, proof }, ...pick(ask) });
  const go = (approval: string | null) => api.visitors.void({ ...ask, approval });
  return { id, number, ask, grant, go };
}

const pick = ({ commandId, reason }: { readonly commandId: string; readonly reason: string }) => ({
  ...{ commandId, reason },
});

async function codeOf(call: Promise<unknown>): Promise<unknown> {
  const { error } = await safe(call);
  return error !== null && 'code' in error ? error.code : null;
}

test('an approval of what is yet to be made serves nothing that is there already', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { ask, go } = await voiding(api);
  const what = { right: 'visits.void', record: 0, proof: spot, ...pick(ask) } as const;
  const { approval } = await api.approvals.grant(what);
  expect(await codeOf(go(approval))).toBe('APPROVAL_NEEDED');
});

test('approved by phone it goes through at once; the next shift countersigns, and the history names both', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const work = await voiding(api);
  const { approval, approverName } = await work.grant(byPhone(MORNING - MINUTE));
  expect(approverName).toBe('测试supervisor');
  await work.go(approval);

  const supervisor = await desk.signedIn('supervisor');
  const [due] = await supervisor.approvals.due();
  expect(due).toMatchObject({
    ...{ way: 'phone', right: 'visits.void', reason: '登记错误', called: '138 0000 0009' },
    ...{ subject: { number: work.number, title: '测试甲' }, calledAt: MORNING - MINUTE, mine: true },
    ...{ requester: '3001 测试receptionist', approver: '3005 测试supervisor' },
    // The shift after the morning's ends at midnight in Shanghai.
    dueAt: Date.UTC(2026, 10, 21, 16),
  });
  const sign = { commandId: uuidv7(), approval: due?.id ?? 0, pin: PIN };
  expect(await codeOf(supervisor.approvals.countersign({ ...sign, pin: '000000' }))).toBe('SIGN_IN_REFUSED');
  await supervisor.approvals.countersign(sign);
  expect(await supervisor.approvals.due()).toEqual([]);
  expect(await codeOf(supervisor.approvals.countersign({ ...sign, commandId: uuidv7() }))).toBe(
    'SIGNED_ALREADY',
  );

  const history = await api.visitors.history({ visit: work.id });
  expect(history.map(({ type, staffNumber }) => [type, staffNumber])).toEqual([
    ['visit.arrived', STAFF.receptionist],
    ['approval.used', STAFF.receptionist],
    ['visit.voided', STAFF.receptionist],
    ['approval.countersigned', STAFF.supervisor],
  ]);
  expect(history[1]?.approval).toEqual({ way: 'phone', approver: '3005 测试supervisor' });
  expectWhole(desk);
});

test('a call that nobody made is declined with a remark, and stays in the history as declined', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const work = await voiding(api);
  await work.go((await work.grant(byPhone())).approval);
  const admin = await desk.signedIn('admin');
  const [due] = await admin.approvals.due();
  const decline = { commandId: uuidv7(), approval: due?.id ?? 0, pin: PIN, remark: '没有接到电话' };
  await admin.approvals.decline(decline);
  const history = await api.visitors.history({ visit: work.id });
  expect(history.at(-1)).toMatchObject({ type: 'approval.declined', staffNumber: STAFF.admin });
  expect(await api.visitors.get({ visit: work.id })).toMatchObject({ state: 'voided' });
});

test('what a call is refused for: an unknown number, somebody who may not, a time that lies ahead', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const work = await voiding(api);
  expect(await codeOf(work.grant({ ...byPhone(), approver: '9999' } as ApprovalProof))).toBe(
    'APPROVER_UNKNOWN',
  );
  expect(await codeOf(work.grant({ ...byPhone(), approver: STAFF.guard } as ApprovalProof))).toBe(
    'APPROVER_ROLE',
  );
  expect(await codeOf(work.grant(byPhone(MORNING + 1)))).toBe('CALL_TIME');
  expect(await codeOf(work.grant({ ...byPhone(), called: '王主管' } as ApprovalProof))).toBe('BAD_REQUEST');
});

test('a code made beforehand survives a restart, serves once, and only for its right', async () => {
  await using desk = await openTestDesk();
  const { code } = await (await desk.signedIn('supervisor')).approvals.makeCode({ right: 'visits.void' });
  expect(code).toMatch(/^\d{8}$/);
  await desk.restart();
  const api = await desk.signedIn();
  const first = await voiding(api);
  const other = { right: 'visits.reveal', record: first.id, ...pick(first.ask) } as const;
  expect(await codeOf(api.approvals.grant({ ...other, proof: { way: 'code', code } }))).toBe('CODE_REFUSED');
  const typed: ApprovalProof = { way: 'code', code: `${code.slice(0, 4)} ${code.slice(4)}` };
  await first.go((await first.grant(typed)).approval);
  expect(await api.visitors.get({ visit: first.id })).toMatchObject({ state: 'voided' });
  const second = await voiding(api);
  expect(await codeOf(second.grant(typed))).toBe('CODE_REFUSED');
  // Nobody has to sign for it: its maker approved.
  const supervisor = await desk.signedIn('supervisor');
  expect(await supervisor.approvals.due()).toEqual([]);
  const history = await api.visitors.history({ visit: first.id });
  expect(history[1]?.approval).toEqual({ way: 'code', approver: '3005 测试supervisor' });
  const file = desk.backend.database.db.connection;
  const kept = file.prepare('SELECT * FROM approval').all();
  expect(JSON.stringify(kept)).not.toContain(code);
  expectWhole(desk);
});

test('a code is over after half an hour, and worth nothing once its maker is no supervisor any more', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const api = await desk.signedIn();
  const work = await voiding(api);
  const old = await supervisor.approvals.makeCode({ right: 'visits.void' });
  desk.clock.set(old.expiresAt);
  expect(await codeOf(work.grant({ way: 'code', code: old.code }))).toBe('CODE_REFUSED');
  const { code } = await supervisor.approvals.makeCode({ right: 'visits.void' });
  const admin = await desk.signedIn('admin');
  const maker = (await admin.staff.list()).find(({ number }) => number === STAFF.supervisor);
  const form = { number: STAFF.supervisor, name: '已转岗', role: 'clerk', language: 'zh-CN' } as const;
  await admin.staff.update({ ...form, commandId: uuidv7(), staff: maker?.id ?? 0, active: true });
  expect(await codeOf(work.grant({ way: 'code', code }))).toBe('CODE_REFUSED');
});

test('guessing codes makes wait, longer each time; the right one is not heard meanwhile', async () => {
  await using desk = await openTestDesk();
  const { code } = await (await desk.signedIn('supervisor')).approvals.makeCode({ right: 'visits.void' });
  const api = await desk.signedIn();
  const work = await voiding(api);
  const guess = (at: number): ApprovalProof => ({ way: 'code', code: String(90_000_000 + at) });
  const told: unknown[] = [];
  for (let at = 0; at < 4; at += 1) told.push(await codeOf(work.grant(guess(at))));
  expect(told).toEqual(['CODE_REFUSED', 'CODE_REFUSED', 'CODE_REFUSED', 'CODE_WAIT']);
  expect(await codeOf(work.grant({ way: 'code', code }))).toBe('CODE_WAIT');
  desk.clock.advance(31_000);
  await work.go((await work.grant({ way: 'code', code })).approval);
});

test('however the desks’ calls fall between each other, a code voids one visit and a grant one command', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const api = await desk.signedIn();
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 0, 1, 2], { minLength: 3 }), async (order) => {
      const works = [await voiding(api), await voiding(api), await voiding(api)] as const;
      const { code } = await supervisor.approvals.makeCode({ right: 'visits.void' });
      const tokens = await Promise.all(works.map((work) => work.grant({ way: 'code', code })));
      await Promise.all(
        order.map((which) => codeOf(works[which]?.go(tokens[which]?.approval ?? null) ?? never())),
      );
      const states = await Promise.all(works.map(({ id }) => api.visitors.get({ visit: id })));
      expect(states.filter(({ state }) => state === 'voided')).toHaveLength(1);
      // The token of one command opens no other, spent or not.
      const left = works[states.findIndex(({ state }) => state !== 'voided')];
      expect(await codeOf(left?.go(tokens[0]?.approval ?? null) ?? never())).toBe('APPROVAL_NEEDED');
    }),
    { numRuns: 12, seed: 3 },
  );
  expectWhole(desk);
});

test('a grant is for a minute and for who asked', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const work = await voiding(api);
  const { approval } = await work.grant(byPhone());
  const guard = await desk.signedIn('guard');
  expect(await codeOf(guard.visitors.void({ ...work.ask, approval }))).toBe('APPROVAL_NEEDED');
  desk.clock.advance(MINUTE + 1);
  expect(await codeOf(work.go(approval))).toBe('APPROVAL_NEEDED');
});

test('an emergency shows a document’s number at once, enters as one, and is countersigned within a day', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn('guard');
  const { id } = await api.visitors.register(walkIn());
  const ask = { commandId: uuidv7(), visit: id, reason: '访客昏倒，急救人员询问身份' };
  expect(await codeOf(api.visitors.reveal(ask))).toBe('APPROVAL_NEEDED');
  const { approval, approverName } = await api.approvals.grant({
    ...{ right: 'visits.reveal', record: id, proof: emergency },
    ...pick(ask),
  });
  expect(approverName).toBeNull();
  const shown = await api.visitors.reveal({ ...ask, approval });
  expect(shown).toEqual({ documentNumber: '110101199003070011', until: MORNING + 30_000 });
  // The same call again is the same look; half a minute later it is none.
  expect(await api.visitors.reveal({ ...ask, approval })).toEqual(shown);
  desk.clock.advance(30_000);
  expect(await codeOf(api.visitors.reveal({ ...ask, approval }))).toBe('REVEAL_OVER');

  const supervisor = await desk.signedIn('supervisor');
  expect(await supervisor.approvals.due()).toMatchObject([
    { way: 'emergency', witness: '王试验（保安）', approver: null, dueAt: MORNING + 24 * HOUR },
  ]);
  const entries = await api.visitors.history({ visit: id });
  expect(entries.map(({ type }) => type)).toContain('visit.document_revealed');
  expectWhole(desk);
});

test('a void can wait for a supervisor: no emergency takes it', async () => {
  await using desk = await openTestDesk();
  const work = await voiding(await desk.signedIn());
  expect(await codeOf(work.grant(emergency))).toBe('NO_EMERGENCY');
});

test('a supervisor looks a number up with a reason and nobody’s leave; without a document there is none', async () => {
  await using desk = await openTestDesk();
  const supervisor = await desk.signedIn('supervisor');
  const { id } = await supervisor.visitors.register(walkIn());
  const ask = { commandId: uuidv7(), visit: id, reason: '派出所调取' };
  expect(await supervisor.visitors.reveal(ask)).toMatchObject({ documentNumber: '110101199003070011' });
  const work = await voiding(supervisor);
  expect(await codeOf(supervisor.visitors.reveal({ ...ask, commandId: uuidv7(), visit: work.id }))).toBe(
    'NO_DOCUMENT',
  );
});

test('what was said for an approval is erased with the record that it was about', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const work = await voiding(api);
  await work.go((await work.grant(byPhone())).approval);
  const author = { actor: 'system', staff: null, approver: null, shift: null, desk: 'L1' } as const;
  await eraseRecords(desk.backend, author, [work.id], 'term');
  const [due] = await (await desk.signedIn('supervisor')).approvals.due();
  expect(due).toMatchObject({ reason: null, called: null, subject: { title: null } });
  expectWhole(desk);
});

test('approved on the spot it is written down as such, and nobody has to sign', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const work = await voiding(api);
  await work.go((await work.grant(spot)).approval);
  expect(await (await desk.signedIn('supervisor')).approvals.due()).toEqual([]);
  const [, entry] = await api.visitors.history({ visit: work.id });
  expect(entry?.approval).toEqual({ way: 'spot', approver: '3005 测试supervisor' });
});

function never(): never {
  throw new Error('the story has three visits');
}
