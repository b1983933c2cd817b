// Command ids: right version and variant, the example of the standard, and order by time.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { uuidV7 } from './uuid-v7.ts';

test('the example of RFC 9562 comes out as printed there', () => {
  const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
  expect(uuidV7(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
});

test('two forms opened in the same millisecond have two ids, and the contract takes both', () => {
  const ids = [uuidV7(1), uuidV7(1)];
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true);
});

test('ids sort by the time their form was opened', () => {
  const ids = [1_700_000_000_000, 1_700_000_000_001, 1_800_000_000_000].map((now) => uuidV7(now));
  expect(ids.toSorted()).toEqual(ids);
});
