// Every register has the same rooms, so that whoever knows one knows all.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXCEPTIONS, idleExceptions, missingFiles, registers } from './register-shape.ts';
import { PLANTED, ROOT } from './sources.ts';

describe('the registers', () => {
  test('there are some', () => {
    expect(registers(ROOT)).toContain('visitors');
  });

  test.each(registers(ROOT))('%s has every file that a register has', (name) => {
    expect(missingFiles(ROOT, name, EXCEPTIONS[name])).toEqual([]);
  });

  test('no exception is left that nothing needs', () => {
    expect(Object.keys(EXCEPTIONS).filter((name) => !registers(ROOT).includes(name))).toEqual([]);
    expect(
      Object.entries(EXCEPTIONS).flatMap(([name, excused]) => idleExceptions(ROOT, name, excused)),
    ).toEqual([]);
  });
});

describe('the planted register', () => {
  const root = join(PLANTED, 'register-shape');

  test('is found, and so is everything it lacks', () => {
    expect(registers(root)).toEqual(['keys']);
    expect(missingFiles(root, 'keys')).toEqual([
      'db/schema/keys.ts',
      'electron/backend/registers/keys/keys.rules.test.ts',
      'electron/backend/registers/keys/keys.events.ts',
      'electron/backend/registers/keys/keys.fold.ts',
      'electron/backend/registers/keys/keys.service.ts',
      'electron/backend/registers/keys/keys.router.ts',
      'renderer/features/keys/',
      'renderer/copy/keys.ts',
      'tests/scenarios/keys.test.ts',
      'tests/e2e/keys.spec.ts',
    ]);
  });

  test('an exception excuses a file, and is idle once the file is there', () => {
    const excused = { 'db/schema/keys.ts': 'has no table', 'electron/api/keys.contract.ts': 'has no calls' };
    expect(missingFiles(root, 'keys', excused)).not.toContain('db/schema/keys.ts');
    expect(idleExceptions(root, 'keys', excused)).toEqual(['electron/api/keys.contract.ts']);
  });
});
