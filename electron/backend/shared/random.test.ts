// Randomness that can be had again, and numbers that are evenly drawn.
import { expect, test } from 'vitest';
import { seededRandom, systemRandom } from './random.ts';

test('the same seed gives the same bytes, another seed others', () => {
  const draw = (seed: number): string => seededRandom(seed).bytes(100).toString('hex');
  expect(draw(1)).toBe(draw(1));
  expect(draw(1)).not.toBe(draw(2));
});

test('numbers stay below their limit and reach everywhere', () => {
  for (const random of [seededRandom(5), systemRandom]) {
    const seen = new Set(Array.from({ length: 300 }, () => random.below(6)));
    expect(seen).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  }
});

test('real bytes are handed out once, in any length', () => {
  const drawn = [16, 4000, 16, 5000, 32, 16].map((length) => systemRandom.bytes(length));
  expect(drawn.map((bytes) => bytes.length)).toEqual([16, 4000, 16, 5000, 32, 16]);
  expect(new Set(drawn.map((bytes) => bytes.subarray(0, 16).toString('hex'))).size).toBe(6);
});
