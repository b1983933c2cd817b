// Calling about an overdue key: in which order, what each answer leads to, and where it ends.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CALL_RESULTS } from '../../api/lending.ts';
import { foldCall, followAnew, NOT_FOLLOWED, type FollowUps } from './follow-up.fold.ts';
import { judgeCall, targetsOf, type CallVerdict } from './follow-up.rules.ts';

const NOW = Date.UTC(2026, 10, 21, 4);
const HOUR = 3_600_000;
const facts = { before: NOT_FOLLOWED, targets: 3, now: NOW, retryMinutes: 60 };
const call = { target: 0, result: 'noAnswer', promisedAt: null, nextAt: null } as const;

function outcome(verdict: CallVerdict) {
  if (!verdict.ok) throw new Error(`refused: ${verdict.field}`);
  return verdict.outcome;
}

describe('whom to call', () => {
  test('the borrower first, who authorised, the tenant’s contacts, its emergency contacts', () => {
    const targets = targetsOf({
      borrower: { name: '测试甲', phone: '13900000001' },
      authoriser: { name: '测试乙', phone: '13900000002' },
      tenantContacts: [{ name: '测试丙', phone: '13900000003' }],
      emergencyContacts: [{ name: '测试丁', phone: '13900000004' }],
    });
    expect(targets.map(({ target, role }) => [target, role])).toEqual([
      [0, 'borrower'],
      [1, 'authoriser'],
      [2, 'tenantContact'],
      [3, 'emergencyContact'],
    ]);
  });

  test('no number twice, nobody without one but the borrower, who may be a colleague', () => {
    const targets = targetsOf({
      borrower: { name: '测试同事', phone: null },
      authoriser: { name: '测试乙', phone: '139 0000 0002' },
      tenantContacts: [
        { name: '测试乙', phone: '13900000002' },
        { name: '测试丙', phone: null },
      ],
      emergencyContacts: [{ name: '测试丁', phone: '13900000004' }],
    });
    expect(targets.map(({ name }) => name)).toEqual(['测试同事', '测试乙', '测试丁']);
  });
});

describe('a call', () => {
  test('without an answer leads to the next contact, after the policy’s minutes', () => {
    const next = { promisedAt: null, next: 1, nextAt: NOW + HOUR, escalated: false };
    for (const result of ['noAnswer', 'switchedOff', 'wrongNumber', 'refused'] as const)
      expect(outcome(judgeCall({ ...call, result }, facts))).toEqual(next);
  });

  test('with a promise leads to the same person when it is over', () => {
    const promisedAt = NOW + 3 * HOUR;
    const verdict = judgeCall({ ...call, result: 'promised', promisedAt }, facts);
    expect(outcome(verdict)).toEqual({ promisedAt, next: 0, nextAt: promisedAt, escalated: false });
  });

  test('of somebody who was told leads to them again; the desk may say when', () => {
    const nextAt = NOW + 5 * HOUR;
    expect(outcome(judgeCall({ ...call, target: 1, result: 'told', nextAt }, facts))).toEqual({
      ...{ promisedAt: null, next: 1, nextAt, escalated: false },
    });
  });

  test('to the last one without a result goes to the supervisor and the guards, until somebody promises', () => {
    const atLast = { ...facts, before: { escalated: false, next: 2 } };
    const last = outcome(judgeCall({ ...call, target: 2 }, atLast));
    expect(last).toEqual({ promisedAt: null, next: null, nextAt: null, escalated: true });
    const before = { escalated: true, next: null };
    expect(outcome(judgeCall(call, { ...facts, before })).escalated).toBe(true);
    const promised = { ...call, result: 'promised', promisedAt: NOW + HOUR } as const;
    expect(outcome(judgeCall(promised, { ...facts, before })).escalated).toBe(false);
  });

  test('out of turn passes nobody over: one unanswered call to the last is not the end of it', () => {
    const toLast = outcome(judgeCall({ ...call, target: 2 }, facts));
    expect(toLast).toEqual({ promisedAt: null, next: 0, nextAt: NOW + HOUR, escalated: false });
    const again = { ...facts, before: { escalated: false, next: 2 } };
    expect(outcome(judgeCall({ ...call, target: 0 }, again))).toMatchObject({ next: 2, escalated: false });
  });

  test('to nobody, with a promise of before or without its time, or a next one of before is refused', () => {
    expect(judgeCall({ ...call, target: 3 }, facts)).toEqual({ ok: false, field: 'target' });
    for (const promisedAt of [null, NOW, NOW - 1, NOW + 10_000 * HOUR]) {
      const promised = { ...call, result: 'promised', promisedAt } as const;
      expect(judgeCall(promised, facts)).toEqual({ ok: false, field: 'promisedAt' });
    }
    expect(judgeCall({ ...call, nextAt: NOW }, facts)).toEqual({ ok: false, field: 'nextAt' });
  });
});

test('who is called whatever they answer: each in turn, and in the end somebody above has it', () => {
  const answer = fc.record({ result: fc.constantFrom(...CALL_RESULTS), whim: fc.option(fc.nat(5)) });
  const results = fc.array(answer, { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(results, fc.integer({ min: 1, max: 6 }), (answers, targets) => {
      const called = new Set<number>();
      let followed: FollowUps = NOT_FOLLOWED;
      let now = NOW;
      for (const { result, whim } of answers) {
        const isSettled = ['promised', 'told'].includes(result);
        const inTurn = followed.next ?? targets - 1;
        const target = isSettled || whim === null ? inTurn : whim % targets;
        called.add(target);
        const promisedAt = now + HOUR;
        const given = { target, result, promisedAt, nextAt: null };
        const decided = outcome(judgeCall(given, { before: followed, targets, now, retryMinutes: 30 }));
        const body = { role: 'borrower', result, ...decided } as const;
        const before = followed;
        followed = foldCall(followed, { happenedAt: now, staff: 1, body, sealed: null });
        expect(followed.calls).toHaveLength(before.calls.length + 1);
        if (isSettled) expect(followed.next).toBe(target);
        // In turn: all of them before it is anybody else's.
        else if (before.next === target) expect(followed.next).toBe(target + 1 < targets ? target + 1 : null);
        else expect(followed.next).toBe(before.next);
        expect(followed.next === null && !followed.escalated).toBe(false);
        if (followed.escalated) expect(called.size).toBe(targets);
        if (followed.nextAt !== null) expect(followed.nextAt).toBeGreaterThan(now);
        now += HOUR;
      }
      expect(followAnew(followed)).toEqual({ ...NOT_FOLLOWED, calls: followed.calls });
    }),
  );
});
