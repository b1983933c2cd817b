// The command line of `npm test` picks the right stages.
import { expect, test } from 'vitest';
import { choose, helpText } from './choose.ts';
import { stages } from './stages.ts';

const all = stages();
const names = (args: string[]) => choose(args, all).stages.map(({ name }) => name);

test('without a name every stage runs', () => {
  expect(names([])).toEqual(all.map(({ name }) => name));
});

test('a name picks that stage alone', () => {
  expect(names(['unit'])).toEqual(['unit']);
});

test('e2e brings the build it runs on, before it', () => {
  expect(names(['e2e'])).toEqual(['build', 'e2e']);
});

test('the fast part leaves out what needs a browser, a device or a build', () => {
  expect(names(['--fast'])).toEqual([
    'types',
    'lint',
    'format',
    'knip',
    'boundaries',
    'unit',
    'scenario',
    'migration',
  ]);
});

test('a name that is no stage is told, not ignored', () => {
  expect(choose(['unti'], all).unknown).toEqual(['unti']);
});

test('help names every stage', () => {
  expect(all.filter(({ name }) => !helpText(all).includes(`  ${name} `))).toEqual([]);
});
