// The top of the repository is the house's front: only what belongs there stands there.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { suites } from '../run/suites.ts';
import { HOUSE, ROOT, sourcePaths } from './sources.ts';

const FRONT = [
  ...['electron', 'renderer', 'db', 'resources', 'tests', 'head-office'],
  ...['package.json', 'package-lock.json', 'tsconfig.json', 'electron-builder.yml'],
  ...['README.md', 'LICENSE', 'CONTRIBUTING.md'],
];

/** The names of .gitignore that stand at the top and never in git. */
function ignored(): string[] {
  const lines = readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n');
  return lines.map((line) => line.replace(/\/$/, '')).filter(Boolean);
}

function strangers(names: string[]): string[] {
  const known = new Set([...FRONT, ...ignored()]);
  return names.filter((name) => !name.startsWith('.') && !known.has(name));
}

test('only the known names stand at the top of the repository', () => {
  expect(strangers(readdirSync(ROOT))).toEqual([]);
});

test('a planted folder at the top would be found', () => {
  expect(strangers(['electron', 'node_modules', 'utils', '.ci'])).toEqual(['utils']);
});

test('every test file belongs to exactly one stage of npm test', () => {
  const onDisk = sourcePaths(ROOT, HOUSE).filter((path) => /[.]test[.]tsx?$/.test(path));
  const inSuites = suites
    .flatMap(({ files }) => globSync(files, { cwd: ROOT }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/(^|\/)node_modules\//.test(path));
  expect(inSuites.toSorted()).toEqual(onDisk);
});

test('every Playwright spec lies in tests/e2e, where npm test looks for it', () => {
  const specs = sourcePaths(ROOT, HOUSE).filter((path) => /[.]spec[.]tsx?$/.test(path));
  expect(specs.filter((path) => !path.startsWith('tests/e2e/'))).toEqual([]);
});
