// The host understands the command lines that Playwright, the start script and a shell give to Electron.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOptions } from './host.options.ts';

const FIXTURE = join(import.meta.dirname, 'fixture-app');

test("Playwright's own switches come first and are no part of the app", () => {
  const args = [
    '--no-sandbox',
    '--inspect=0',
    '--user-data-dir=/tmp/x=y',
    FIXTURE,
    '--data-dir',
    '/tmp/data',
  ];
  const { switches, ...options } = readOptions(args, '/');
  expect(options).toEqual({
    appPath: FIXTURE,
    mainFile: join(FIXTURE, 'main.ts'),
    name: 'host-fixture',
    version: '1.2.3',
  });
  expect(switches.get('user-data-dir')).toBe('/tmp/x=y');
  expect(switches.get('no-sandbox')).toBe('');
});

test('a main file stands for its folder, and takes its name from the nearest package.json', () => {
  const { mainFile, name } = readOptions(['main.ts'], FIXTURE);
  expect([mainFile, name]).toEqual([join(FIXTURE, 'main.ts'), 'host-fixture']);
  const { appPath } = readOptions([join('page', 'page.js')], FIXTURE);
  expect(appPath).toBe(join(FIXTURE, 'page'));
});

test.each([
  [['--inspect=0'], 'name the app'],
  [['nowhere'], 'cannot find the app'],
])('%j is refused with what is missing', (args, reason) => {
  expect(() => readOptions(args, FIXTURE)).toThrow(reason);
});
