// Four digits name one person or nobody: never the wrong one.
import { expect, test } from 'vitest';
import type { BorrowerRow } from '../../../electron/api/borrowers.contract.ts';
import { MOST_FOUND, newcomer, onlyOne, phoneDigits } from './borrower-choice.ts';

const row = (borrower: number, phone: string | null): BorrowerRow => ({
  ...{ pick: { from: 'borrower', borrower }, kind: 'walkIn', name: `借用人${borrower}`, phone },
  ...{ from: null, unit: null, tenant: null, documentMasked: null, lastAt: null, holds: 0, overdue: 0 },
});

test('four digits or a whole number are a phone, wide or spaced; anything else is looked for', () => {
  expect(['8821', '８８２１', '138 0000 8821'].map(phoneDigits)).toEqual(['8821', '8821', '13800008821']);
  expect(['882', '88210', '王小雨', '12-03A'].map(phoneDigits)).toEqual([null, null, null, null]);
});

test('the one whose phone ends so is taken, also where a unit is called alike', () => {
  const found = [row(1, '13800008821'), row(2, '13900000001'), row(3, null)];
  expect(onlyOne('8821', found)).toBe(found[0]);
});

test('two with the same digits are asked about', () => {
  expect(onlyOne('8821', [row(1, '13800008821'), row(2, '13911118821')])).toBeNull();
});

test('a unit alone names nobody, and where there may be more than was shown nobody is taken', () => {
  expect(onlyOne('1203', [row(1, '13800008821')])).toBeNull();
  const many = Array.from({ length: MOST_FOUND }, (_, index) =>
    row(index, index === 0 ? '13800008821' : null),
  );
  expect(onlyOne('8821', many)).toBeNull();
});

test('somebody new has a whole phone and a name', () => {
  expect(newcomer({ phone: '138 0000 8821', name: ' 王小雨 ', company: '' })?.pick).toMatchObject({
    from: 'new',
    person: { name: '王小雨', phone: '13800008821' },
  });
  expect(newcomer({ phone: '8821', name: '王小雨', company: '' })).toBeNull();
  expect(newcomer({ phone: '13800008821', name: ' ', company: '' })).toBeNull();
});
