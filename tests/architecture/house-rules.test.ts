// The house rules hold in every file, and each one is proven by planted lines that it must find, and only those.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { houseRules } from './house-rules.ts';
import { HOUSE, PLANTED, readSources, ROOT } from './sources.ts';

const house = readSources(ROOT, HOUSE);

describe.each(houseRules)('$name', ({ name, remedy, applies, broken }) => {
  test('holds in the house', () => {
    const told = house
      .filter(({ path }) => applies(path))
      .flatMap((source) => {
        const lines = broken(source);
        return lines.length > 0 ? [`${source.path}:${lines.join(',')}: ${remedy} (${name})`] : [];
      });
    expect(told).toEqual([]);
  });

  test('finds exactly the planted lines', () => {
    const planted = readSources(join(PLANTED, name), HOUSE).filter(({ path }) => applies(path));
    const expected = planted.flatMap(({ path, lines }) =>
      lines.flatMap((line, index) => (line.includes('planted') ? [`${path}:${index + 1}`] : [])),
    );
    expect(expected.length).toBeGreaterThan(0);
    expect(planted.flatMap((source) => broken(source).map((line) => `${source.path}:${line}`))).toEqual(
      expected,
    );
  });
});
