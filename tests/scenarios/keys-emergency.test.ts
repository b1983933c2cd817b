// Emergencies never wait (registers.md §2): no shift is open, the spare lies sealed, and the key comes back all the same.
import { safe } from '@orpc/client';
import { expect, test } from 'vitest';
import { MINUTE, openTestDesk, STAFF, type TestDesk } from '../support/desk.ts';
import { uuidv7 } from '../support/ids.ts';
import { lending, putTestKey, worker } from '../support/keys.ts';

const id = uuidv7;
const WHY = { reason: '12 层漏水', witness: '测试保安' };

/** A guard at a desk whose shift nobody has opened. */
async function withoutShift(desk: TestDesk) {
  const guard = await desk.signedIn('guard');
  desk.backend.database.write((tx) => tx.connection.exec('DELETE FROM shift'));
  return guard;
}

test('without a shift a sealed spare is opened in an emergency, goes out and comes back by its tag', async () => {
  await using desk = await openTestDesk();
  const { unit, tenant, host } = desk.places;
  const key = putTestKey(desk.backend, { kind: 'deposited', units: [unit], tenant, seal: 'F-100' });
  const guard = await withoutShift(desk);
  const form = { ...lending([key]), ...WHY };
  expect((await safe(guard.keys.lendEmergency(form))).error).toMatchObject({ code: 'KEY_SEALED' });
  const commandId = id();
  const opening = { commandId, key, seal: 'F-100', ground: 'emergency', consentBy: null } as const;
  const byConsent = { ...opening, ground: 'consent', consentBy: host, commandId: id() } as const;
  expect((await safe(guard.keys.openSeal(byConsent))).error).toMatchObject({ code: 'SHIFT_NEEDED' });
  const { approval } = await guard.approvals.grant({
    ...{ right: 'keys.unseal', record: key, commandId, reason: WHY.reason },
    proof: { way: 'emergency', witness: WHY.witness },
  });
  await guard.keys.openSeal({ ...opening, approval });
  const { id: loan } = await guard.keys.lendEmergency({ ...form, commandId: id() });
  const { tag } = await guard.keys.key({ key });
  expect(await guard.keys.scan({ commandId: id(), code: tag })).toMatchObject({ did: 'returned', loan });
  expect(await guard.keys.reopen({ commandId: id(), loan })).toEqual({ id: loan });
  expect(await guard.keys.return({ commandId: id(), loan })).toMatchObject({ state: 'returned' });
  desk.clock.advance(MINUTE);
  // What lies in the cabinet is shown: it may be wanted for the next emergency.
  expect(await guard.keys.scan({ commandId: id(), code: tag })).toMatchObject({ did: 'nothing', key });
});

test('without a shift nothing else comes back: not by the form, the tag or the slip, and no return is undone', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const [out, back] = [putTestKey(desk.backend), putTestKey(desk.backend, { hook: '2' })];
  const { id: loan } = await api.keys.lend(lending([out]));
  const { id: over } = await api.keys.lend(lending([back], { borrower: worker('13900002222') }));
  await api.keys.return({ commandId: id(), loan: over });
  const { tag } = await api.keys.key({ key: out });
  const { slipCode } = await api.keys.get({ loan });
  const guard = await withoutShift(desk);
  const tries: readonly Promise<unknown>[] = [
    guard.keys.return({ commandId: id(), loan }),
    guard.keys.scan({ commandId: id(), code: tag }),
    guard.keys.scan({ commandId: id(), code: slipCode }),
    guard.keys.reopen({ commandId: id(), loan: over }),
  ];
  for (const work of tries) expect((await safe(work)).error).toMatchObject({ code: 'SHIFT_NEEDED' });
  expect(await guard.keys.get({ loan })).toMatchObject({ state: 'open' });
});

test.each([
  ['name', '测试receptionist'],
  ['name and job', '前台 测试receptionist（值班）'],
  ['number', STAFF.receptionist],
])(
  'nobody is their own witness: their %s lends nothing in an emergency and opens no bag',
  async (_by, witness) => {
    await using desk = await openTestDesk();
    const { tenant, unit } = desk.places;
    const key = putTestKey(desk.backend, { kind: 'deposited', tenant, units: [unit], seal: 'F-001' });
    const other = putTestKey(desk.backend, { hook: '2' });
    const api = await desk.signedIn();
    const own = { code: 'OWN_WITNESS', data: { field: 'witness' } };
    const ask = { right: 'keys.unseal', record: key, commandId: id(), reason: WHY.reason } as const;
    const granting = api.approvals.grant({ ...ask, proof: { way: 'emergency', witness } });
    expect((await safe(granting)).error).toMatchObject(own);
    const form = { ...lending([other]), reason: WHY.reason, witness };
    expect((await safe(api.keys.lendEmergency(form))).error).toMatchObject(own);
    expect(await api.keys.key({ key: other })).toMatchObject({ state: 'in_cabinet' });
    const supervisor = await desk.signedIn('supervisor');
    expect(await supervisor.approvals.due()).toEqual([]);
  },
);
