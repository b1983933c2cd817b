// Names as they are written down.
import { expect, test } from 'vitest';
import { writtenName } from './person-name.ts';

test('every point that a keyboard or a card gives between two parts of a name is the one of the standard', () => {
  const points = ['·', '•', '‧', '・', '･', '⋅', '∙', ' · '];
  expect(new Set(points.map((point) => writtenName(`买合木提${point}艾力`)))).toEqual(
    new Set(['买合木提·艾力']),
  );
});

test('order, case, rare characters and pictograms stay as they were given', () => {
  for (const name of ['Anna MARIA van der Berg', '𠮷田㛃', 'محمد علي', '王🙂', '﨎']) {
    expect(writtenName(name)).toBe(name);
  }
  expect(writtenName('  Li \u3000 Lei ')).toBe('Li Lei');
});

test('an accent typed or sent apart becomes one with its letter, and nothing unseen is kept', () => {
  const names = ['José Wiśniowiecki', 'Nguyễn Thị Hồng', '김철수', 'Ёлкина', 'パク'];
  for (const name of names) expect(writtenName(name.normalize('NFD'))).toBe(name);
  expect(writtenName('\u200F萨米尔\u200E')).toBe('萨米尔');
});

test('a Han character that has a twin elsewhere in the standard stays the one that was given', () => {
  for (const name of ['\uF900田', '郎\uF92C', '葛\u{E0100}城']) expect(writtenName(name)).toBe(name);
});
