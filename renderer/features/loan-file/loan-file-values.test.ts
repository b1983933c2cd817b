// What a supervisor types of a type or an item, and what is said beside the field where it is wrong.
import { expect, test } from 'vitest';
import { itemValues, nextAsset, typeForm, typeValues, wrongItem, wrongType } from './loan-file-values.ts';

const umbrella = { ...typeValues(null), nameZh: '雨伞', nameEn: 'Umbrella', prefix: 'ys' };

test('amounts are typed in yuan and sent in fen; accessories are a line each', () => {
  const form = typeForm({ ...umbrella, deposit: '49.9', lossPrice: '60', accessories: '伞套\n\n 手绳 ' });
  expect(form).toMatchObject({
    depositFen: 4990,
    lossPriceFen: 6000,
    accessories: ['伞套', '手绳'],
    prefix: 'YS',
  });
});

test('each field that is wrong says so in words of its own', () => {
  expect(wrongType(umbrella)).toEqual({});
  expect(
    wrongType({ ...umbrella, nameZh: ' ', prefix: '1', deposit: 'x', loanHours: '0', least: '' }),
  ).toEqual({
    ...{ nameZh: 'field.needed', prefix: 'field.prefix', deposit: 'field.yuan' },
    ...{ loanHours: 'field.number', least: 'field.number' },
  });
});

test('an item needs a type and a code of capitals, digits and hyphens', () => {
  expect(wrongItem(itemValues(null, null))).toEqual({ type: 'field.needed', asset: 'field.needed' });
  expect(wrongItem({ type: '5', asset: '伞1', remark: '' })).toEqual({ asset: 'field.asset' });
  expect(wrongItem({ type: '5', asset: 'ys-014', remark: '' })).toEqual({});
});

test('the next code of a type is one above the highest with its prefix', () => {
  expect(nextAsset('YS', [])).toBe('YS-001');
  expect(nextAsset('YS', [{ asset: 'YS-062' }, { asset: 'XL-100' }, { asset: 'YS-A' }])).toBe('YS-063');
});
