// What is sealed opens with its own key, in its own place, and nowhere else.
import { expect, test } from 'vitest';
import { seededRandom } from '../shared/random.ts';
import { blindIndex, seal, toKey, unseal } from './sealing.ts';

const key = toKey(Buffer.alloc(32, 1));
const plain = Buffer.from('测试');
const random = seededRandom(1);
const sealed = seal(key, 'place', plain, random);

test('it opens where it belongs', () => {
  expect(unseal(key, 'place', sealed)).toEqual(plain);
});

test('it opens in no other place, with no other key, and with no bit changed', () => {
  expect(unseal(key, 'elsewhere', sealed)).toBeNull();
  expect(unseal(toKey(Buffer.alloc(32, 2)), 'place', sealed)).toBeNull();
  for (let at = 0; at < sealed.length; at += 1) {
    const bent = Buffer.from(sealed);
    bent.writeUInt8(bent.readUInt8(at) ^ 1, at);
    expect(unseal(key, 'place', bent)).toBeNull();
  }
  expect(unseal(key, 'place', sealed.subarray(0, 20))).toBeNull();
});

test('the same words sealed twice look nothing alike', () => {
  expect(seal(key, 'place', plain, random).equals(seal(key, 'place', plain, random))).toBe(false);
});

test('a blind index tells kinds apart, and needs the key', () => {
  expect(blindIndex(key, 'a', 'bc')).toBe(blindIndex(key, 'a', 'bc'));
  expect(blindIndex(key, 'ab', 'c')).not.toBe(blindIndex(key, 'a', 'bc'));
  expect(blindIndex(toKey(Buffer.alloc(32, 2)), 'a', 'bc')).not.toBe(blindIndex(key, 'a', 'bc'));
});
