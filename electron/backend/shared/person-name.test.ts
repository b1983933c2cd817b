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
