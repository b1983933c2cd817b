// Codes as they come from a scanner or a hand: which digits are one, and whose they are.
import { expect, test } from 'vitest';
import { registerOfCode, scanCodeIn } from './scan-code.ts';

test('sixteen digits are a code, spaced, wide or neither', () => {
  expect(scanCodeIn('1000 0000 0000 0009')).toBe('1000000000000009');
  expect(scanCodeIn('１０００００００００００００09')).toBe('1000000000000009');
  expect(scanCodeIn('100000000000000')).toBeNull();
  expect(scanCodeIn('11010119900307002X')).toBeNull();
});

test('the first two digits say whose code it is', () => {
  expect(registerOfCode('1000 0000 0000 0009')).toBe('visitors');
  expect(registerOfCode('2000000000000000')).toBe('keys');
  expect(registerOfCode('2100000000000000')).toBe('keys');
  expect(registerOfCode('9900000000000000')).toBeNull();
  expect(registerOfCode('04A1B2C3')).toBeNull();
});
