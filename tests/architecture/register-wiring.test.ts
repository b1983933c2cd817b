// A register that is forgotten in one of the hand-wired places shows as empty or stale lists: found here instead.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { registers } from './register-shape.ts';
import { rightsWithoutShift, unwired } from './register-wiring.ts';
import { PLANTED, ROOT } from './sources.ts';

test.each(registers(ROOT))('%s is wired wherever the compiler does not ask for it', (name) => {
  expect(unwired(ROOT, name)).toEqual([]);
});

test('whoever writes into a register does so in a shift', () => {
  expect(rightsWithoutShift(ROOT, {})).toEqual([]);
});

test('a planted register that was forgotten everywhere is found in every place', () => {
  const root = join(PLANTED, 'register-wiring');
  expect(registers(root)).toEqual(['keys', 'parcels']);
  expect(unwired(root, 'parcels')).toEqual([]);
  expect(unwired(root, 'keys').map(({ file, missing }) => [file, missing])).toEqual([
    ['electron/backend/registers/index.ts', 'keysProjector'],
    ['electron/backend/registers/index.ts', 'keyTagsProjector'],
    ['renderer/app/services.ts', 'key'],
  ]);
  expect(rightsWithoutShift(root, {}).map(({ missing }) => missing)).toEqual(['keys.write']);
  expect(rightsWithoutShift(root, { 'keys.write': 'planted' })).toEqual([]);
});
