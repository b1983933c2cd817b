// Staff, approvals, policies, places and card ranges as several desks write of them: equal tables in any order.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../electron/backend/journal/command.ts';
import { approvalEvents } from '../../electron/backend/people/approvals.events.ts';
import { staffEvents } from '../../electron/backend/people/staff.events.ts';
import { tenantEvents, unitEvents } from '../../electron/backend/places/places.events.ts';
import { policyEvents } from '../../electron/backend/policies/policies.events.ts';
import { cardBatchEvents } from '../../electron/backend/registers/visitors/cards.events.ts';
import { arriveBy, exchange, openInstallation, tables } from '../support/installations.ts';

const RUNS = { numRuns: 12, seed: 20_261_121 };

const step = fc.record({
  desk: fc.nat(2),
  what: fc.nat(13),
  n: fc.nat(5),
  wait: fc.nat(90_000),
  sync: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface Records {
  readonly staff: number;
  readonly approval: number;
  readonly policy: number;
  readonly tenant: number;
  readonly unit: number;
  readonly batch: number;
}

const putStaff = (command: Command, record: number, n: number): object =>
  command.append(staffEvents, record, {
    type: 'staff.put',
    body: { number: `30${n}`, role: 'guard', homeDesk: 'L1', active: n % 2 === 0, language: 'zh-CN' },
    sealed: { name: `测试${n}` },
  });
const offer = (command: Command, record: number): object =>
  command.append(approvalEvents, record, {
    type: 'approval.offered',
    body: { right: 'visits.void', expiresAt: 99 },
    sealed: { code: 'hash' },
  });
const putPolicy = (command: Command, record: number, n: number): object =>
  command.append(policyEvents, record, {
    type: 'policy.put',
    body: {
      key: n === 5 ? 'of.a.newer.program' : 'lateEntry.days',
      value: n === 0 ? null : n,
      revision: n + 1,
    },
    sealed: null,
  });
const putTenant = (command: Command, record: number, n: number): object =>
  command.append(tenantEvents, record, {
    type: 'tenant.put',
    body: { status: n % 2 === 0 ? 'inResidence' : 'movedOut' },
    sealed: {
      ...{ nameZh: `测试业户${n}`, nameEn: '', shortName: null, phone: null, emergencyContacts: [] },
      ...{ pinyin: null, instructions: null, mailInstructions: null, notes: null },
    },
  });
const putUnit = (command: Command, record: number, n: number): object =>
  command.append(unitEvents, record, {
    type: 'unit.put',
    body: { code: `A-${n}`, building: 'A', floor: n, room: null, kind: 'office', tenant: null },
    sealed: null,
  });
const putCards = (command: Command, record: number, n: number): object =>
  command.append(cardBatchEvents, record, {
    type: 'card_batch.put',
    body: { prefix: '', first: n, last: n + 9, digits: 3 },
    sealed: null,
  });

function begin(command: Command): Records {
  const [staff, approval, policy, tenant, unit, batch] = [
    ...[command.newRecord(), command.newRecord(), command.newRecord()],
    ...[command.newRecord(), command.newRecord(), command.newRecord()],
  ];
  const records = { staff, approval, policy, tenant, unit, batch } as Records;
  putStaff(command, records.staff, 0);
  offer(command, records.approval);
  putPolicy(command, records.policy, 1);
  putTenant(command, records.tenant, 0);
  putUnit(command, records.unit, 0);
  putCards(command, records.batch, 0);
  return records;
}

function play(command: Command, { what, n }: Step, records: Records): void {
  const { staff, approval, tenant } = records;
  const acts: readonly (() => void)[] = [
    () => putStaff(command, staff, n),
    () =>
      command.append(staffEvents, staff, {
        type: 'staff.badge_set',
        body: {},
        sealed: { badge: n === 0 ? null : `hash${n}` },
      }),
    () =>
      command.append(staffEvents, staff, {
        type: 'staff.lent',
        body: { desk: `L${n}`, until: n },
        sealed: null,
      }),
    () => command.append(staffEvents, staff, { type: 'staff.called_back', body: {}, sealed: null }),
    () => offer(command, approval),
    () =>
      command.append(approvalEvents, approval, {
        type: 'approval.used',
        body: {
          right: 'visits.void',
          record: 50 + n,
          way: 'code',
          approver: 7,
          dueAt: n % 2 === 0 ? 99 : null,
          calledAt: null,
        },
        sealed: { reason: '登记错误', called: null, witness: null },
      }),
    () =>
      command.append(approvalEvents, approval, { type: 'approval.countersigned', body: {}, sealed: null }),
    () =>
      command.append(approvalEvents, approval, {
        type: 'approval.declined',
        body: {},
        sealed: { remark: `${n}` },
      }),
    () => putPolicy(command, records.policy, n),
    () => putTenant(command, tenant, n),
    () =>
      command.append(tenantEvents, tenant, {
        type: 'tenant.moved_out',
        body: { closed: [] },
        sealed: { carried: [{ record: n, number: `${n}`, remark: '测试' }] },
      }),
    () => putUnit(command, records.unit, n),
    () => putCards(command, records.batch, n),
    () =>
      command.append(cardBatchEvents, records.batch, {
        type: 'card_batch.withdrawn',
        body: {},
        sealed: null,
      }),
  ];
  acts[what]?.();
}

test('whoever writes of staff, approvals, policies and places where, every order of arrival gives the same tables', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 30 }),
      fc.array(fc.nat(), { minLength: 60, maxLength: 60 }),
      async (history, shuffle) => {
        using first = openInstallation(1, 0, null);
        using second = openInstallation(2, 40_000, first.backend.database);
        using third = openInstallation(3, -90_000, first.backend.database);
        const desks = [first, second, third];
        const author = { actor: 'staff', staff: 7, approver: null, shift: null, desk: 'L1' } as const;
        const records = first.backend.journal.system(author, begin);
        exchange(desks);
        for (const each of history) {
          if (each.sync) exchange(desks);
          const desk = desks[each.desk] ?? first;
          desk.clock.advance(each.wait);
          desk.backend.journal.system(author, (command) => play(command, each, records));
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
