// Whose a form is: whoever opened it, until it is done.
import { expect, test } from 'vitest';
import { createFormOwners } from './form-owners.ts';

const zhou = { id: 1, number: '1001', name: '周静' };
const wu = { id: 2, number: '2001', name: '吴敏' };

test('a form stays with who opened it while others come and go, and a form of the next one is theirs', () => {
  const owners = createFormOwners();
  owners.keep('visitors', ['a'], zhou);
  owners.keep('keys', ['k'], zhou);
  owners.keep('visitors', ['a', 'b'], wu);
  expect(['a', 'b', 'k', 'c'].map((form) => owners.of(form)?.number)).toEqual([
    '1001',
    '2001',
    '1001',
    undefined,
  ]);
  owners.keep('visitors', ['b'], zhou);
  expect([owners.of('a'), owners.of('b')]).toEqual([undefined, wu]);
});
