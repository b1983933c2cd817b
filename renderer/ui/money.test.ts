// Yuan as the screen shows them and as hands type them.
import { expect, test } from 'vitest';
import { readYuan, yuan, yuanTyped } from './money.ts';

test('yuan stand with two digits of fen and their thousands apart; a field holds them as hands type them', () => {
  expect([5000, 123_450, 123_456_789, 5, -300, 0].map(yuan)).toEqual([
    ...['¥50.00', '¥1,234.50', '¥1,234,567.89'],
    ...['¥0.05', '-¥3.00', '¥0.00'],
  ]);
  expect([5050, 500_000].map(yuanTyped)).toEqual(['50.50', '5000']);
});

test('an amount is read as it is typed, in any width and with or without its sign', () => {
  expect(['50', '50.5', '50.05', '¥ 50', '５０', '1,200'].map(readYuan)).toEqual([
    5000, 5050, 5005, 5000, 5000, 120_000,
  ]);
});

test('what is no amount is none', () => {
  expect(['', '-5', '5.055', 'fifty', '1e3', '12345678'].map(readYuan).every(Number.isNaN)).toBe(true);
});
