// The lint rules of the house bite: oxlint with our configuration finds exactly the planted lines.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PLANTED, readSources, ROOT } from './sources.ts';

/** oxlint leaves planted files out, so they are laid out as a house of their own in a temporary folder. */
const house = mkdtempSync(join(tmpdir(), 'foyer-lint-'));
const FOLDERS = ['electron', 'renderer', 'tests'];

beforeAll(() => {
  cpSync(join(PLANTED, 'lint'), house, { recursive: true });
  for (const file of ['.oxlintrc.json', 'tsconfig.json']) copyFileSync(join(ROOT, file), join(house, file));
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'), 'junction');
  writeFileSync(
    join(house, 'electron/tsconfig.json'),
    JSON.stringify({
      extends: '../tsconfig.json',
      compilerOptions: { types: ['node'] },
      include: ['**/*.ts'],
    }),
  );
  const long = Array.from({ length: 301 }, (_, index) => `export const line${index} = ${index};`).join('\n');
  writeFileSync(join(house, 'electron/long.ts'), `${long} // planted: eslint(max-lines)\n`);
});

afterAll(() => {
  rmSync(house, { recursive: true, force: true });
});

/** Runs oxlint in the planted house and returns what it found as `file:line: plugin(rule)`. */
function lint(): string[] {
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'unix'], {
    cwd: house,
    encoding: 'utf8',
  });
  const found = stdout.matchAll(/^(?<path>[^:\n]+):(?<line>\d+):\d+: .*\[\w+\/(?<rule>[^\]]+)\]$/gm);
  return Array.from(found, ({ groups }) => `${groups?.['path']}:${groups?.['line']}: ${groups?.['rule']}`);
}

test('exactly the planted lines are found', () => {
  const expected = readSources(house, FOLDERS).flatMap(({ path, lines }) =>
    lines.flatMap((line, index) => {
      const [, rule] = /planted: (\S+)/.exec(line) ?? [];
      return rule ? [`${path}:${index + 1}: ${rule}`] : [];
    }),
  );
  expect(expected.length).toBeGreaterThan(20);
  expect(lint().toSorted()).toEqual(expected.toSorted());
});
