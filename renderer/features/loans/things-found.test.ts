// What a hand without a scanner finds: by the name of the kind or by the code, and only what may leave.
import { expect, test } from 'vitest';
import type { LoanItemRow, LoanTypeRow } from '../../../electron/api/loan-items.contract.ts';
import { thingsFound } from './things-found.ts';

const kind = (id: number, nameZh: string, nameEn: string, tracking: 'asset' | 'count') =>
  ({ id, nameZh, nameEn, tracking, available: 3, withdrawn: false }) as LoanTypeRow;
const one = (id: number, type: number, asset: string, state: LoanItemRow['state'] = 'available') =>
  ({ id, type, asset, state }) as LoanItemRow;

const types = [kind(1, '雨伞', 'Umbrella', 'asset'), kind(2, '充电宝', 'Power bank', 'count')];
const items = [one(12, 1, 'YS-002'), one(11, 1, 'YS-001'), one(13, 1, 'YS-003', 'out')];
const found = (typed: string) =>
  thingsFound(typed, { types, items }, 8).map(({ type, item }) => item?.asset ?? type.nameEn);

test('the name of a kind finds those that are free, lowest code first', () => {
  expect(found('雨伞')).toEqual(['YS-001', 'YS-002']);
  expect(found(' umb')).toEqual(['YS-001', 'YS-002']);
});

test('a part of a code finds them too, in any width', () => {
  expect(found('ｙｓ')).toEqual(['YS-001', 'YS-002']);
  expect(found('002')).toEqual(['YS-002']);
});

test('of what is counted one is offered, as long as there is any', () => {
  expect(found('充电')).toEqual(['Power bank']);
  expect(thingsFound('充电', { types: [{ ...types[1], available: 0 } as LoanTypeRow], items }, 8)).toEqual(
    [],
  );
});

test('nothing typed and nothing known find nothing', () => {
  expect([found('  '), found('轮椅'), found('YS-003')]).toEqual([[], [], []]);
});
