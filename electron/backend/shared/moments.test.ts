// The first of many moments, as what looks different next asks for it.
import { expect, test } from 'vitest';
import { firstAfter } from './moments.ts';

test('the first moment is the earliest that has not been', () => {
  expect(firstAfter(3, [1, null, 9, 5, 3])).toBe(5);
  expect(firstAfter(9, [1, null, 9])).toBeNull();
});
