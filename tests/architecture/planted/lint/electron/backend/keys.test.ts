// What a test must not do.
import { expect, test, vi } from 'vitest';
vi.mock('./keys.service.ts'); // planted: eslint(no-restricted-properties)
test.skip('a key goes out', () => { // planted: vitest(no-disabled-tests)
  expect(1).toBe(1);
});
test.only('a key comes back', () => { // planted: vitest(no-focused-tests)
  expect(1).toBe(1);
});
test('a key is lost', () => {}); // planted: vitest(expect-expect)
