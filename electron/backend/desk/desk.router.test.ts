// Who hears what a card says.
import { expect, test } from 'vitest';
import { mayHear } from './desk.router.ts';

test('a card is heard by who may register its holder, news of the register by everybody', () => {
  const card = { kind: 'cardRefused', reason: 'MOVED' } as const;
  expect(mayHear('receptionist', card)).toBe(true);
  expect(mayHear('clerk', card)).toBe(false);
  expect(mayHear(null, card)).toBe(false);
  expect(mayHear(null, { kind: 'changed', nouns: ['visit'] })).toBe(true);
});
