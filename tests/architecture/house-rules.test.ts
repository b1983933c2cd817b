// The house rules hold in every file, and each one is proven by planted lines that it must find, and only those.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHINESE_DATA, houseRules } from './house-rules.ts';
import { codeLines, HOUSE, PLANTED, readSources, ROOT } from './sources.ts';

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

test('every file excused for its Chinese data has some', () => {
  const chinese = house.filter((source) => codeLines(source).some((line) => /\p{Script=Han}/u.test(line)));
  const paths = chinese.map(({ path }) => path);
  expect(Object.keys(CHINESE_DATA).filter((path) => !paths.includes(path))).toEqual([]);
});
