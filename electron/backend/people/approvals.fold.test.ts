// An approval as the fold of its events: used once, signed once, whatever several desks send.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApprovalEvent } from './approvals.events.ts';
import { foldApproval, type Approval } from './approvals.fold.ts';

const meta = (clock: number, staff: number) => ({
  ...{ id: clock, record: 1, happenedAt: clock, recordedAt: clock, day: '2026-11-21', clock, staff },
  ...({ actor: 'staff', approver: null, shift: 1, desk: 'L1' } as const),
});
const offered = (clock: number): ApprovalEvent => ({
  ...meta(clock, 7),
  type: 'approval.offered',
  body: { right: 'visits.void', expiresAt: 99 },
  sealed: { code: 'hash' },
});
const used = (clock: number, way: 'phone' | 'code', dueAt: number | null): ApprovalEvent => ({
  ...meta(clock, 3),
  type: 'approval.used',
  body: { right: 'visits.void', record: 50 + clock, way, approver: 7, dueAt, calledAt: null },
  sealed: { reason: '登记错误', called: null, witness: null },
});
const signed = (clock: number, remark: string | null = null): ApprovalEvent =>
  remark === null
    ? { ...meta(clock, 8), type: 'approval.countersigned', body: {}, sealed: null }
    : { ...meta(clock, 8), type: 'approval.declined', body: {}, sealed: { remark } };

function fold(...events: readonly ApprovalEvent[]): { approval: Approval | null; issues: string[] } {
  let approval: Approval | null = null;
  const issues: string[] = [];
  for (const event of events) {
    const folded = foldApproval(approval, event);
    approval = folded.state;
    if (folded.issue !== undefined) issues.push(folded.issue);
  }
  return { approval, issues };
}

test('a code waits, is used for one record, and then there is nothing left to do', () => {
  expect(fold(offered(1)).approval).toMatchObject({ state: 'offered', approver: 7, code: 'hash' });
  const { approval, issues } = fold(offered(1), used(2, 'code', null));
  expect(approval).toMatchObject({ state: 'given', record: 52, requester: 3, approver: 7, code: null });
  expect(issues).toEqual([]);
});

test('a call waits for a signature; declined it stays with the remark', () => {
  expect(fold(used(1, 'phone', 9)).approval).toMatchObject({ state: 'due', dueAt: 9 });
  expect(fold(used(1, 'phone', 9), signed(2)).approval).toMatchObject({
    ...{ state: 'countersigned', signer: 8, signedAt: 2 },
  });
  expect(fold(used(1, 'phone', 9), signed(2, '没有接到电话')).approval).toMatchObject({
    ...{ state: 'declined', remark: '没有接到电话' },
  });
});

test('whatever order several desks bring about, it serves one record and one signature, and says the rest', () => {
  const makers = [
    offered,
    (at: number) => used(at, 'code', null),
    (at: number) => used(at, 'phone', 99),
    signed,
    (at: number) => signed(at, '不认可'),
  ];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...makers), { maxLength: 8 }), (made) => {
      const events = made.map((make, at) => make(at + 1));
      const { approval, issues } = fold(...events);
      const uses = events.filter(({ type }) => type === 'approval.used');
      const first = uses[0]?.type === 'approval.used' ? uses[0].body.record : null;
      expect(approval?.record ?? null).toBe(first);
      expect(issues.filter((issue) => issue === 'USED_TWICE')).toHaveLength(Math.max(0, uses.length - 1));
    }),
    { seed: 7 },
  );
});
