// The cabinet map's hooks: which cabinet they belong to, and where the arrows lead.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextHook } from './cabinet-hooks.ts';

/** Hooks in rows of so many, 100 px apart. */
const rows = (count: number, wide: number) =>
  Array.from({ length: count }, (_, at) => ({
    offsetTop: Math.floor(at / wide) * 100,
    offsetLeft: (at % wide) * 100,
  }));

test('down leads to the hook right below, or to the last one of a row that is shorter', () => {
  expect(nextHook('ArrowDown', 1, rows(8, 3))).toBe(4);
  expect(nextHook('ArrowDown', 5, rows(8, 3))).toBe(7);
  expect(nextHook('ArrowUp', 7, rows(8, 3))).toBe(4);
  expect(nextHook('ArrowDown', 7, rows(8, 3))).toBeNull();
});

test('whatever is pressed leads to a hook that is there, or nowhere', () => {
  const press = fc.constantFrom('ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'a');
  fc.assert(
    fc.property(
      press,
      fc.integer({ min: 1, max: 40 }),
      fc.integer({ min: 1, max: 9 }),
      fc.nat(39),
      (key, n, wide, at) => {
        const to = nextHook(key, at, rows(n, wide));
        expect(to === null || (to >= 0 && to < n && to !== at)).toBe(true);
      },
    ),
  );
});
