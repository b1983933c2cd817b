// The supervisor's screen: whom they may file, and the PINs that nobody should have.
import { expect, test } from 'vitest';
import { isWeakPin, mayFile } from './staff-file.rules.ts';

test('a supervisor files those who stand at the desk, an admin everybody, others nobody', () => {
  expect(mayFile('supervisor', 'receptionist')).toBe(true);
  expect(mayFile('supervisor', 'supervisor')).toBe(false);
  expect(mayFile('supervisor', 'admin')).toBe(false);
  expect(mayFile('admin', 'admin')).toBe(true);
  expect(mayFile('receptionist', 'receptionist')).toBe(false);
  expect(mayFile(null, 'clerk')).toBe(false);
});

test.each([
  ['000000', true],
  ['123456', true],
  ['987654', true],
  ['135792', false],
  ['112233', false],
])('%s is weak: %s', (pin, weak) => {
  expect(isWeakPin(pin)).toBe(weak);
});
