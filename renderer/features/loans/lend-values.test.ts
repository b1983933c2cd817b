// The deposit on the form: what the types ask for unless somebody says otherwise, with a reason for anything less.
import { expect, test } from 'vitest';
import { depositSent, emptyDeposit, takenOf, waivedFen, wrongInDeposit } from './lend-values.ts';

const WHEELCHAIR = 50_000;

test('what the types ask for is taken in cash, and nothing where they ask for nothing', () => {
  expect(depositSent(emptyDeposit, WHEELCHAIR)).toEqual({
    ...{ how: 'paid', amountFen: WHEELCHAIR, method: 'cash', reference: null, reason: null },
  });
  expect(depositSent(emptyDeposit, 0)).toBeNull();
});

test('paid by phone it has the number of the payment', () => {
  const wechat = { ...emptyDeposit, method: 'wechat' as const };
  expect(wrongInDeposit(wechat, WHEELCHAIR)).toEqual({ reference: 'field.referenceNeeded' });
  expect(depositSent({ ...wechat, reference: '4200001' }, WHEELCHAIR)).toMatchObject({
    reference: '4200001',
  });
});

test('less than is asked, or none, needs a reason', () => {
  const less = { ...emptyDeposit, amount: '200' };
  expect(wrongInDeposit(less, WHEELCHAIR)).toEqual({ reason: 'field.lessReason' });
  expect(waivedFen(less, WHEELCHAIR)).toBe(30_000);
  const waived = { ...emptyDeposit, how: 'waived' as const };
  expect(wrongInDeposit(waived, WHEELCHAIR)).toEqual({ reason: 'field.needed' });
  expect(waivedFen(waived, WHEELCHAIR)).toBe(WHEELCHAIR);
});

test('an amount that cannot be read is refused, also where nothing was asked', () => {
  expect(wrongInDeposit({ ...emptyDeposit, how: 'paid', amount: 'fünfzig' }, 0)).toEqual({
    amountFen: 'field.amount',
  });
});

test('what is taken is said before it is confirmed, and nothing where nobody knows how much', () => {
  const wechat = { ...emptyDeposit, method: 'wechat' as const };
  expect(takenOf(wechat, WHEELCHAIR)).toEqual({ fen: WHEELCHAIR, method: 'wechat' });
  expect(takenOf({ ...wechat, amount: '' }, WHEELCHAIR)).toBeNull();
  expect(takenOf({ ...wechat, how: 'waived' }, WHEELCHAIR)).toBeNull();
  expect(takenOf(emptyDeposit, 0)).toBeNull();
});
