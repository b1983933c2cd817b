// The key file's rules: codes that tell no door, hooks, spares, and RFID numbers.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hookKey, keyCodeKey, unitTold, wrongSpare } from './key-file.rules.ts';

test('a code that names the unit it opens tells whoever finds the key which door it is', () => {
  expect(unitTold('A1203-2', ['A-1203'])).toBe('A-1203');
  expect(unitTold('k-017', ['A-1203', 'B-0101'])).toBeNull();
  expect(unitTold('K-1', ['1'])).toBeNull();
});

test('however a code is written, it is compared as one', () => {
  expect(keyCodeKey('ｋ－０１７')).toBe(keyCodeKey('K 017'));
  fc.assert(
    fc.property(fc.string(), (code) => {
      expect(keyCodeKey(keyCodeKey(code))).toBe(keyCodeKey(code));
    }),
  );
});

test('two cabinets may have a hook of one number; a key without a hook is in nobody’s way', () => {
  const at = { homeDesk: 'L1', cabinet: 'A', hook: '7' };
  expect(hookKey(at)).toBe(hookKey({ ...at, cabinet: 'a ' }));
  expect(hookKey(at)).not.toBe(hookKey({ ...at, cabinet: 'B' }));
  expect(hookKey({ ...at, hook: null })).toBeNull();
});

test('a deposited spare has a tenant; nothing else has one, or a seal', () => {
  expect(wrongSpare({ kind: 'deposited', tenant: null, seal: '1' })).toBe('tenant');
  expect(wrongSpare({ kind: 'deposited', tenant: 5, seal: null })).toBeNull();
  expect(wrongSpare({ kind: 'plant', tenant: 5, seal: null })).toBe('tenant');
  expect(wrongSpare({ kind: 'plant', tenant: null, seal: '1' })).toBe('seal');
  expect(wrongSpare({ kind: 'plant', tenant: null, seal: null })).toBeNull();
});
