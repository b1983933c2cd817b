// Places as they may be: hours, codes as they are compared, and the fields that two people changed.
import { expect, test } from 'vitest';
import { areHours, changedFields, codeKey, countsFor, mayRent } from './places.rules.ts';

test.each([
  [null, null, true],
  ['08:00', '20:00', true],
  ['20:00', '08:00', false],
  ['08:00', '08:00', false],
  ['08:00', null, false],
  [null, '20:00', false],
])('a desk that opens at %s and closes at %s: %s', (opens, closes, right) => {
  expect(areHours(opens, closes)).toBe(right);
});

test('a code is the same one full-width, small or with a space in it', () => {
  expect(codeKey('ａ-12 03')).toBe(codeKey('A-1203'));
  expect(codeKey('A-1203')).not.toBe(codeKey('A-1204'));
});

test('a number of desk L1 freezes L1 in every generation, and not L10', () => {
  expect(countsFor('V:L1:2026-11-21', 'L1')).toBe(true);
  expect(countsFor('V:L1b:2026-11-21', 'L1')).toBe(true);
  expect(countsFor('V:L10:2026-11-21', 'L1')).toBe(false);
  expect(countsFor('record:42', 'L1')).toBe(false);
});

test('nobody rents what is vacant or holds machines', () => {
  expect((['office', 'flat', 'shop', 'vacant', 'plant'] as const).filter(mayRent)).toEqual([
    ...['office', 'flat', 'shop'],
  ]);
});

test('a field counts as changed by what it holds, lists by their order too', () => {
  const before = { name: 'a', callees: [{ name: 'x' }, { name: 'y' }], notes: '' };
  expect(changedFields(before, structuredClone(before))).toEqual([]);
  const now = { ...before, callees: before.callees.toReversed(), notes: 'n' };
  expect(changedFields(before, now)).toEqual(['callees', 'notes']);
});
