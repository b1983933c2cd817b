// Yuan as the screen shows them and as hands type them.
import { expect, test } from 'vitest';
import { readYuan, yuan, yuanTyped } from './money.ts';

test('whole yuan stand without fen, others with two digits', () => {
  expect([yuan(5000), yuan(5050), yuan(5), yuan(-300), yuan(0)]).toEqual([
    '¥50',
    '¥50.50',
    '¥0.05',
    '-¥3',
    '¥0',
  ]);
  expect(yuanTyped(5050)).toBe('50.50');
});

test('an amount is read as it is typed, in any width and with or without its sign', () => {
  expect(['50', '50.5', '50.05', '¥ 50', '５０', '1,200'].map(readYuan)).toEqual([
    5000, 5050, 5005, 5000, 5000, 120_000,
  ]);
});

test('what is no amount is none', () => {
  expect(['', '-5', '5.055', 'fifty', '1e3', '12345678'].map(readYuan).every(Number.isNaN)).toBe(true);
});
