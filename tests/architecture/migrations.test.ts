// Migrations are numbered without a gap, listed in order, and each has a test of its own.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './sources.ts';

const names = globSync('db/migrations/[0-9]*.ts', { cwd: ROOT })
  .map((path) => basename(path, '.ts'))
  .toSorted();

/** What is wrong with the numbers of these names, in words. */
function misnumbered(migrations: string[]): string[] {
  return migrations.flatMap((name, index) => {
    const number = String(index + 1).padStart(4, '0');
    return name.startsWith(`${number}-`) ? [] : [`${name} stands where number ${number} belongs`];
  });
}

test('migrations are numbered from 0001 without a gap', () => {
  expect(names.length).toBeGreaterThan(0);
  expect(misnumbered(names)).toEqual([]);
});

test('a planted gap and a planted double would be found', () => {
  expect(misnumbered(['0001-a', '0003-b'])).toHaveLength(1);
  expect(misnumbered(['0001-a', '0001-b'])).toHaveLength(1);
});

test('the list of migrations names every file, in order', () => {
  const list = readFileSync(join(ROOT, 'db/migrations/index.ts'), 'utf8');
  const listed = Array.from(list.matchAll(/from '\.\/(\d[^']*)\.ts'/g), ([, name]) => name);
  expect(listed).toEqual(names);
});

test('every migration has a test in tests/migrations with its name', () => {
  expect(names.filter((name) => !existsSync(join(ROOT, `tests/migrations/${name}.test.ts`)))).toEqual([]);
});
