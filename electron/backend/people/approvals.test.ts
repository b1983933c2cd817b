// An approval is for one action on one record, once, for a minute.
import { expect, test } from 'vitest';
import { seededRandom } from '../shared/random.ts';
import { createApprovals, type Approved } from './approvals.ts';

const what: Approved = { right: 'visits.void', record: 5, commandId: 'a' };
const receptionist = { role: 'receptionist' } as const;

function setUp() {
  let now = 0;
  const approvals = createApprovals({ now: () => now }, seededRandom(1));
  const token = approvals.grant(7, what);
  const ask = (changes: Partial<Approved> = {}) =>
    approvals.approverOf(receptionist, { ...what, ...changes }, token);
  return { approvals, token, ask, wait: (ms: number) => (now += ms) };
}

test('it names its approver until it is spent, also to a command that has to be tried again', () => {
  const { approvals, token, ask } = setUp();
  expect(ask()).toBe(7);
  expect(ask()).toBe(7);
  approvals.spend(token);
  expect(ask).toThrow('APPROVAL_NEEDED');
});

test('it serves no other record, command or right', () => {
  const { approvals, ask } = setUp();
  expect(() => ask({ record: 6 })).toThrow('APPROVAL_NEEDED');
  expect(() => ask({ commandId: 'b' })).toThrow('APPROVAL_NEEDED');
  expect(() => ask({ right: 'staff.manage' })).toThrow('APPROVAL_NEEDED');
  expect(() => approvals.approverOf(receptionist, what, 'made up')).toThrow('APPROVAL_NEEDED');
  expect(() => approvals.approverOf(receptionist, what, null)).toThrow('APPROVAL_NEEDED');
});

test('it is over after a minute', () => {
  const { ask, wait } = setUp();
  wait(60_001);
  expect(() => ask()).toThrow('APPROVAL_NEEDED');
});

test('who holds the right needs nobody', () => {
  const { approvals } = setUp();
  expect(approvals.approverOf({ role: 'supervisor' }, what, null)).toBeNull();
});
