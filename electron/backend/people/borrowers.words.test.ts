// How a borrower is found by what is typed, and that the sorted list of words gives whatever answers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answersAll, borrowerWords, termsOf } from './borrowers.words.ts';

const person = { name: '欧阳测试', phone: '138 0000 1234', companies: ['恒远测试科技有限公司'], codes: [] };
const words = borrowerWords(person);
const finds = (text: string): boolean => answersAll(words, termsOf(text));

describe('a borrower is found', () => {
  test.each([
    ...['欧阳', '测试', '试', 'ouyang', 'oy', 'ceshi', 'oycs', '恒远', 'hengyuan', 'hy'],
    ...['1234', '01234', '13800001234', '+86 138 0000 1234', '138', '欧阳 恒远', 'oy 1234'],
  ])('by %s', (text) => {
    expect(finds(text)).toBe(true);
  });

  test.each(['阳欧', '234', '0000', '4321', '恒近', '王', 'oy 9999'])('not by %s', (text) => {
    expect(finds(text)).toBe(false);
  });
});

test('three digits may be anything: the end of a phone is told by four', () => {
  expect(finds('234')).toBe(false);
  expect(finds('1234')).toBe(true);
});

test('nobody is found who was erased, and nothing is asked for by signs alone', () => {
  expect(borrowerWords({ ...person, name: null })).toEqual([]);
  expect(termsOf(' -、 ')).toEqual([]);
});

test('no word begins with another, so that a look into the list gives each borrower few times', () => {
  for (const word of words) {
    expect(words.filter((other) => other !== word && other.startsWith(word))).toEqual([]);
  }
});

test('whatever part of a name or end of a phone is typed, it answers', () => {
  const letters = fc.constantFrom(...'王李张欧阳测试甲乙丙');
  const name = fc.array(letters, { minLength: 2, maxLength: 5 }).map((all) => all.join(''));
  const phone = fc.integer({ min: 0, max: 99_999_999 }).map((tail) => `139${String(tail).padStart(8, '0')}`);
  fc.assert(
    fc.property(name, phone, fc.nat(4), fc.integer({ min: 4, max: 11 }), (called, number, at, length) => {
      const has = borrowerWords({ name: called, phone: number, companies: [], codes: [] });
      const middle = called.slice(Math.min(at, called.length - 1));
      expect(answersAll(has, termsOf(`${middle} ${number.slice(-length)}`))).toBe(true);
    }),
  );
});
