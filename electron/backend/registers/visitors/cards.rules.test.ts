// How card numbers are read, which ranges fit beside which, and what a card is called in whose hand.
import { expect, test } from 'vitest';
import { cardOnFile, cardOut, judgeRange, nextFree, shownCard } from './cards.rules.ts';

const small = { prefix: '', first: 1, last: 12, digits: 3 };
const tower = { prefix: 'B', first: 1, last: 2, digits: 2 };

test('a number means its card with or without leading zeros, wide or narrow, in any case', () => {
  for (const typed of ['7', '07', '007', '００７', ' 7 '])
    expect(cardOnFile(typed, [small, tower])).toBe('007');
  for (const typed of ['b1', 'B-01', 'Ｂ０１']) expect(cardOnFile(typed, [small, tower])).toBe('B01');
  for (const typed of ['13', 'B3', '', '七', 'ABCD1', '1234567', '-1'])
    expect(cardOnFile(typed, [small, tower])).toBeNull();
});

test('a range has one prefix, runs forward, and meets no other one', () => {
  expect(judgeRange('001', '120', [])).toEqual({
    ...{ ok: true, range: { prefix: '', first: 1, last: 120, digits: 3 } },
  });
  expect(judgeRange('98', '102', [])).toMatchObject({ range: { digits: 3 } });
  expect(judgeRange('12', '20', [small])).toMatchObject({ field: 'first', reason: 'OVERLAP' });
  expect(judgeRange('A12', 'A20', [small])).toMatchObject({ ok: true });
  expect(judgeRange('20', '13', [])).toMatchObject({ field: 'last', reason: 'ORDER' });
  expect(judgeRange('1', '2001', [])).toMatchObject({ field: 'last', reason: 'ORDER' });
  expect(judgeRange('1', 'A2', [])).toMatchObject({ field: 'last', reason: 'SHAPE' });
  expect(judgeRange('一', '2', [])).toMatchObject({ field: 'first', reason: 'SHAPE' });
});

test('the lowest card in the drawer is next, range by range; none where all are away', () => {
  expect(nextFree([small], new Set(['001', '003']))).toBe('002');
  expect(nextFree([tower, small], new Set(['B01', 'B02']))).toBe('001');
  expect(nextFree([tower], new Set(['B01', 'B02']))).toBeNull();
  expect(nextFree([], new Set())).toBeNull();
});

test('a card is out with who is inside and unreturned with who is gone; lost and returned stay what they are', () => {
  const out = { number: '007', state: 'out', at: 1 } as const;
  expect(shownCard('on_site', out).state).toBe('out');
  for (const state of ['left', 'closed', 'voided'] as const)
    expect(shownCard(state, out).state).toBe('unreturned');
  expect(shownCard('left', { ...out, state: 'lost' }).state).toBe('lost');
  expect(
    cardOut({
      cards: [
        { ...out, state: 'lost' },
        { ...out, number: '008' },
      ],
    })?.number,
  ).toBe('008');
  expect(cardOut({ cards: [{ ...out, state: 'returned' }] })).toBeUndefined();
});
