// The packager's configuration: ours is taken, a slip of the pen is not.
import { readFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkBuilderConfig } from './check-builder-config.ts';

const OURS = join(import.meta.dirname, '..', '..', 'electron-builder.yml');

test('our configuration is well-formed', async () => {
  await expect(checkBuilderConfig()).resolves.toBeUndefined();
});

test.each([
  ['onlyLoadAppFromAsar', 'onlyLoadFromAsar'],
  ['npmRebuild: false', 'npmRebuild: never'],
  ['perMachine', 'forMachine'],
])('with %s written as %s it is refused', async (right, wrong) => {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-builder-'));
  const text = await readFile(OURS, 'utf8');
  expect(text).toContain(right);
  const config = join(folder, 'electron-builder.yml');
  await writeFile(config, text.replace(right, wrong));
  await expect(checkBuilderConfig(config)).rejects.toThrow(/configuration/i);
  await rm(folder, { recursive: true });
});
