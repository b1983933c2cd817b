// Names as they are compared.
import { expect, test } from 'vitest';
import { nameKey } from './name-key.ts';

test('a name is the same one however many blanks it has, in any case, wide or narrow', () => {
  expect(nameKey(' Ever  Test ')).toBe(nameKey('ever test'));
  expect(nameKey('\uFF21\uFF22')).toBe('ab');
  expect(nameKey('ever test')).not.toBe(nameKey('evertest'));
});
