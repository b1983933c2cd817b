// The walls stand: no file of the house imports what it must not, and each wall is proven by a planted breach.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { survey, type Survey } from './cruise.ts';
import { HOUSE, PLANTED, ROOT, sourcePaths } from './sources.ts';
import { walls } from './walls.ts';

const remedies = new Map(walls.map(({ name, comment }) => [name, comment]));

describe('the house', () => {
  const onDisk = sourcePaths(ROOT, HOUSE, '{ts,tsx}');
  let house: Survey;
  beforeAll(async () => {
    house = await survey(ROOT, HOUSE);
  });

  test('the cruise read every source file on disk', () => {
    expect(onDisk).toContain('tests/architecture/boundaries.test.ts');
    expect(onDisk.filter((path) => !house.modules.includes(path))).toEqual([]);
  });

  test('the cruise followed the imports written in those files', () => {
    const importing = onDisk.filter((path) =>
      /^(import|export) .*from '|^} from '/m.test(readFileSync(join(ROOT, path), 'utf8')),
    );
    expect(importing.length).toBeGreaterThan(0);
    expect(house.imports).toBeGreaterThanOrEqual(importing.length);
  });

  test('no file imports what it must not', () => {
    const told = house.breaches.map(
      ({ rule, from, to }) => `${from} imports ${to}: ${remedies.get(rule)} (${rule})`,
    );
    expect(told).toEqual([]);
  });
});

describe('the planted tree', () => {
  const root = join(PLANTED, 'boundaries');
  let planted: Survey;
  beforeAll(async () => {
    planted = await survey(root, HOUSE);
  });

  /** The walls that a planted file's first line says it breaks. */
  function announced(path: string): string[] {
    const [first = ''] = readFileSync(join(root, path), 'utf8').split('\n');
    const [, names = ''] = /^\/\/ Planted: breaks ([a-z- ]+)/.exec(first) ?? [];
    return names.split(' and ').filter(Boolean);
  }

  test('exactly the planted breaches are found, by name', () => {
    const expected = sourcePaths(root, HOUSE).flatMap((path) =>
      announced(path).map((rule) => `${path}: ${rule}`),
    );
    const found = planted.breaches.map(({ rule, from }) => `${from}: ${rule}`);
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  test.each(walls.map(({ name }) => name))('%s is broken by a planted file', (name) => {
    expect(planted.breaches.map(({ rule }) => rule)).toContain(name);
  });
});
