// Several desks that lend, return, move and lose the same keys apart: equal tables in any order of arrival.
import { createRouterClient } from '@orpc/server';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { actAs } from '../../electron/backend/people/session.ts';
import { staffEvents } from '../../electron/backend/people/staff.events.ts';
import { findStaff } from '../../electron/backend/people/staff.store.ts';
import { putDesk, setOwnDesk } from '../../electron/backend/places/places.service.ts';
import { putKey } from '../../electron/backend/registers/keys/index.ts';
import { typedLoans } from '../../electron/backend/registers/keys/key-loans.store.ts';
import { Refusal } from '../../electron/backend/shared/refusal.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { uuidv7 } from '../support/ids.ts';
import { arriveBy, exchange, openInstallation, tables, type Installation } from '../support/installations.ts';
import { keyFile, lending } from '../support/keys.ts';

const RUNS = { numRuns: 12, seed: 20_261_122 };

const KINDS = [
  ...([
    'lend',
    'lend',
    'lend',
    'lendSet',
    'issue',
    'emergency',
    'return',
    'part',
    'scanTag',
    'scanTag',
  ] as const),
  ...([
    'scanSlip',
    'reopen',
    'extend',
    'call',
    'takeBack',
    'void',
    'amend',
    'transfer',
    'arrive',
    'put',
  ] as const),
  ...(['lose', 'found', 'hangUp', 'erase', 'noteCase', 'giveUp', 'bind', 'reinstate'] as const),
  ...(['beginCount', 'count', 'count', 'uncount', 'endCount'] as const),
];

const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  /** Chooses the key, and the loan that is acted on. */
  which: fc.nat(11),
  desk: fc.nat(2),
  minutes: fc.nat(40),
  sync: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const CODES = ['L1', 'L2', 'L3'];
const BY = { actor: 'staff', staff: null, approver: null, shift: null, desk: 'L1' } as const;

interface Things {
  readonly staff: number;
  readonly keys: readonly number[];
}

function furnish({ backend }: Installation): Things {
  return backend.journal.system(BY, (command) => {
    const staff = command.newRecord();
    const body = {
      number: '3005',
      role: 'supervisor',
      active: true,
      homeDesk: 'L1',
      language: 'zh-CN',
    } as const;
    command.append(staffEvents, staff, { type: 'staff.put', body, sealed: { name: '测试主管' } });
    const pin = { salt: 's', hash: 'h', cost: 1, block: 1, parallel: 1 };
    command.append(staffEvents, staff, { type: 'staff.pin_set', body: {}, sealed: pin });
    for (const code of CODES) {
      const hours = { location: null, opens: null, closes: null };
      putDesk(command, { code, nameZh: code, nameEn: code, ...hours });
    }
    const random = seededRandom(1);
    const put = (nth: number): number =>
      putKey(command, random, null, {
        ...keyFile({ code: `${nth}`, pieces: nth, hook: `${nth}`, homeDesk: CODES[nth % 3] ?? 'L1' }),
      });
    return { staff, keys: [1, 2, 3, 4].map(put) };
  });
}

/** Plays one step at its desk. The rules may refuse it; anything else that goes wrong fails the test. */
async function play(at: Installation, { kind, which }: Step, { staff, keys }: Things): Promise<void> {
  const { backend, clock } = at;
  const { db } = backend.database;
  const context = backend.newContext();
  const supervisor = findStaff(db, staff);
  if (!supervisor) throw new Error('the supervisor has not come over');
  actAs(context.session, supervisor);
  const api = createRouterClient(backend.router, { context }).keys;
  const key = keys[which % keys.length] ?? 0;
  const loans = typedLoans.newest(db, { from: 0, before: Number.MAX_SAFE_INTEGER, limit: 8 });
  const loan = loans[which % Math.max(1, loans.length)];
  const base = { commandId: uuidv7(), loan: loan?.id ?? 0 };
  const inHand = (of: number) => ({ key: of, scanned: true });
  const form = { ...lending([]), keys: [inHand(key)], borrower: { from: 'staff' as const, staff } };
  const pair = { ...form, keys: [inHand(key), inHand(keys[(which + 1) % keys.length] ?? 0)] };
  const tag = async (): Promise<string> => (await api.key({ key })).tag;
  const [line] = loan?.lines ?? [];
  const counting = async () => {
    const [stocktake] = await api.stocktakes();
    return { commandId: base.commandId, stocktake: stocktake?.id ?? 0 };
  };
  const acts: Record<Step['kind'], () => Promise<unknown> | void> = {
    lend: () => api.lend(form),
    lendSet: () => api.lend(pair),
    issue: () => api.lend({ ...form, kind: 'issued' }),
    emergency: () => api.lendEmergency({ ...form, reason: '漏水', witness: '测试保安' }),
    return: () => api.return({ ...base, broughtBy: which % 2 === 0 ? '测试代还' : null }),
    part: () => api.return({ ...base, lines: [{ key: line?.key ?? 0, pieces: 1 }] }),
    scanTag: async () => api.scan({ commandId: base.commandId, code: await tag() }),
    scanSlip: () => api.scan({ commandId: base.commandId, code: loan?.slipCode ?? '' }),
    reopen: () => api.reopen(base),
    extend: () => api.extend({ ...base, dueAt: clock.now() + 3_600_000 }),
    call: () => api.followUp({ ...base, target: 0, result: 'noAnswer', note: '测试' }),
    takeBack: () => api.takeBack(base),
    void: () => api.void({ ...base, reason: '测试' }),
    amend: () => api.amend({ ...base, purpose: `测试${which}`, remarks: null, authorisedBy: null }),
    transfer: () => api.transfer({ commandId: base.commandId, key, desk: CODES[which % 3] ?? 'L1' }),
    arrive: () => api.arrive({ commandId: base.commandId, key }),
    put: () =>
      void backend.journal.system(BY, (command) =>
        putKey(command, seededRandom(which), key, keyFile({ code: `N${which}`, hook: `${which}` })),
      ),
    lose: () => api.loseKey({ commandId: base.commandId, key, told: [], note: null }),
    found: () => api.foundKey({ commandId: base.commandId, key, note: null }),
    hangUp: () => api.hangUp({ commandId: base.commandId, key }),
    noteCase: async () => {
      const [loss] = await api.cases({});
      const bill = { step: 'costBilled', costFen: 100, note: null } as const;
      return api.noteCase({ ...bill, commandId: base.commandId, case: loss?.id ?? 0 });
    },
    giveUp: () => api.giveUpKey({ commandId: base.commandId, key, why: 'lost', note: null }),
    bind: () => api.bindTag({ commandId: base.commandId, key, tag: `0063E9A${which % 4}` }),
    reinstate: () => api.reinstateKey({ commandId: base.commandId, key, reason: '测试' }),
    beginCount: () =>
      api.beginStocktake({ commandId: base.commandId, desk: CODES[which % 3] ?? 'L1', cabinet: null }),
    count: async () =>
      api.countKey({ ...(await counting()), what: { key }, how: 'hook', present: which % 3 > 0 }),
    uncount: async () => api.uncountKey({ ...(await counting()), key }),
    endCount: async () => {
      const open = await counting();
      const { lines } = await api.stocktake({ stocktake: open.stocktake });
      const carried = lines
        .filter(({ finding }) => finding !== null)
        .map((each) => ({ key: each.key, reason: '测试' }));
      await api.finishStocktake({ ...open, carried });
    },
    erase: () => (loan ? backend.journal.system(BY, (command) => command.erase(loan.id, 'term')) : undefined),
  };
  try {
    await acts[kind]();
  } catch (error) {
    const isRefusal = error instanceof Refusal || (error as { defined?: boolean }).defined === true;
    if (!isRefusal && (error as { code?: string }).code !== 'NOT_FOUND') throw error;
  }
}

test('whoever does what with which key where, every order of arrival gives the same tables', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 15, maxLength: 45, size: 'max' }),
      fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
      async (history, shuffle) => {
        using first = openInstallation(1, 0, null);
        using second = openInstallation(2, 40_000, first.backend.database);
        using third = openInstallation(3, -90_000, first.backend.database);
        const desks = [first, second, third];
        const things = furnish(first);
        exchange(desks);
        for (const [at, desk] of desks.entries()) {
          desk.backend.database.write((tx) => setOwnDesk(tx, CODES[at] ?? 'L1'));
        }
        for (const each of history) {
          if (each.sync) exchange(desks);
          const desk = desks[each.desk] ?? first;
          desk.clock.advance(each.minutes * 60_000);
          await play(desk, each, things);
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

test('two desks that lend one key apart: both loans stand, the key says so, and one scan takes both in', async () => {
  using first = openInstallation(1, 0, null);
  using second = openInstallation(2, 0, first.backend.database);
  const desks = [first, second];
  const things = furnish(first);
  exchange(desks);
  for (const [at, desk] of desks.entries()) {
    desk.backend.database.write((tx) => setOwnDesk(tx, CODES[at] ?? 'L1'));
  }
  const lend = { kind: 'lend', which: 1, minutes: 0, desk: 0, sync: false } as const;
  await play(first, lend, things);
  await play(second, lend, things);
  exchange(desks);
  const context = first.backend.newContext();
  const supervisor = findStaff(first.backend.database.db, things.staff);
  if (supervisor) actAs(context.session, supervisor);
  const api = createRouterClient(first.backend.router, { context }).keys;
  const key = things.keys[1] ?? 0;
  const { tag, contradicted, state } = await api.key({ key });
  expect({ contradicted, state }).toEqual({ contradicted: true, state: 'out' });
  const { rows } = await api.list({ view: 'out' });
  expect(rows.map((row) => row.contradicted)).toEqual([true, true]);
  expect(await api.scan({ commandId: uuidv7(), code: tag })).toMatchObject({ did: 'returned', keys: [key] });
  expect((await api.list({ view: 'out' })).rows).toEqual([]);
  expect(await api.key({ key })).toMatchObject({ contradicted: false });
});
