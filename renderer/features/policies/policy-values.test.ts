// What is typed for a policy, and what is sent of it.
import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { POLICIES, POLICY_KEYS } from '../../../electron/api/policies.ts';
import { draftOf, isDirty, mostAndOthers, policyFieldsRefused, valueOf } from './policy-values.ts';

test('a form that nobody touched sends what it was opened with', () => {
  for (const key of POLICY_KEYS) {
    const row = { key, value: POLICIES[key].default };
    expect(valueOf(key, draftOf(row))).toEqual(row.value);
    expect(isDirty(row, draftOf(row))).toBe(false);
  }
});

test('a number is typed as text and sent as a number; what is none goes as it is, to be refused', () => {
  expect(valueOf('idleLock.minutes', { value: ' 5 ' })).toBe(5);
  expect(valueOf('idleLock.minutes', { value: '' })).toBe('');
  expect(valueOf('idleLock.minutes', { value: '2.5' })).toBe('2.5');
  expect(valueOf('closing.round', { value: '05:00' })).toBe('05:00');
});

test('typing makes a form unsaved, typing it back does not', () => {
  const row = { key: 'idleLock.minutes', value: 3 } as const;
  expect(isDirty(row, { value: '4' })).toBe(true);
  expect(isDirty(row, { value: '3' })).toBe(false);
});

test('a line of the list names the value of most purposes, and those that differ', () => {
  expect(mostAndOthers({ visit: 2, works: 8, meeting: 2 })).toEqual({ most: 2, others: [['works', 8]] });
  expect(mostAndOthers({ visit: 2, works: 2 })).toEqual({ most: 2, others: [] });
});

test('a refusal stands beside the member that it names', () => {
  const data = { key: 'validity.hours', field: 'works', reason: 'BOUNDS' };
  expect(policyFieldsRefused(new ORPCError('POLICY_REFUSED', { data }))).toEqual({ works: 'field.BOUNDS' });
  expect(policyFieldsRefused(new ORPCError('CLOCK_JUMP'))).toEqual({});
  expect(policyFieldsRefused(new Error('line'))).toEqual({});
});
