// Who signs for what and until when; which calls count; who stands at a desk that is not theirs.
import { expect, test } from 'vitest';
import { dueAt, isOneself, isRecentCall, maySign, standsIn, type Placed } from './approvals.rules.ts';

const HOUR = 3_600_000;

test('a call is countersigned by the next shift, an emergency within a day, a PIN or a code never', () => {
  expect(dueAt('phone', 5, 99)).toBe(99);
  expect(dueAt('emergency', 5, 99)).toBe(5 + 24 * HOUR);
  expect([dueAt('spot', 5, 99), dueAt('code', 5, 99)]).toEqual([null, null]);
});

test('a call lies within the last day', () => {
  const now = 100 * HOUR;
  expect(isRecentCall(now, now)).toBe(true);
  expect(isRecentCall(now + 1, now)).toBe(false);
  expect(isRecentCall(now - 24 * HOUR, now)).toBe(false);
});

test('nobody signs for themselves, nor for what they may not approve', () => {
  const approval = { right: 'visits.void', requester: 1 } as const;
  expect(maySign({ id: 2, role: 'supervisor' }, approval)).toBe(true);
  expect(maySign({ id: 1, role: 'supervisor' }, approval)).toBe(false);
  expect(maySign({ id: 2, role: 'guard' }, approval)).toBe(false);
});

test('who is lent stands where they are lent to, until the lending ends', () => {
  const guard: Placed = { role: 'guard', homeDesk: 'L2', lent: null };
  expect(standsIn(guard, 'L2', 0)).toBe(false);
  expect(standsIn(guard, 'L1', 0)).toBe(true);
  const lent = { ...guard, lent: { desk: 'L1', until: 10 } };
  expect(standsIn(lent, 'L1', 9)).toBe(false);
  expect(standsIn(lent, 'L1', 10)).toBe(true);
  expect(standsIn(lent, 'L33', 9)).toBe(true);
  expect(standsIn({ ...guard, homeDesk: null }, 'L1', 0)).toBe(false);
  expect(standsIn({ ...guard, role: 'supervisor' }, 'L1', 0)).toBe(false);
});

test('a witness is somebody else: not one’s number, not one’s name with a job beside it', () => {
  const actor = { number: 'A7', name: 'Test Wei' };
  const own = ['Test Wei', 'ＴＥＳＴ　ＷＥＩ', 'testwei', 'test wei (guard)', 'a7', 'A7 Test Wei'];
  expect(own.filter((witness) => !isOneself(witness, actor))).toEqual([]);
  const others = ['Test Weiss', 'Wei', 'Test', 'A71', 'A7 岗 测试甲'];
  expect(others.filter((witness) => isOneself(witness, actor))).toEqual([]);
  expect(isOneself('测试甲', { number: 'A7', name: '测试甲乙' })).toBe(false);
  expect(isOneself('测试甲', { number: 'A7', name: null })).toBe(false);
});
