// Who hears what a card says.
import { expect, test } from 'vitest';
import { mayHear } from './desk.router.ts';

test('what is scanned is heard by whoever works here, and before that only what may be a badge', () => {
  expect(mayHear('guard', { kind: 'scanned', text: 'https://example.com' })).toBe(true);
  expect(mayHear(null, { kind: 'scanned', text: 'https://example.com' })).toBe(false);
  expect(mayHear(null, { kind: 'scanned', text: '0077C0DE' })).toBe(true);
});

test('a card is heard by who may register its holder, news of the register by everybody', () => {
  const card = { kind: 'cardRefused', reason: 'MOVED' } as const;
  expect(mayHear('receptionist', card)).toBe(true);
  expect(mayHear('clerk', card)).toBe(false);
  expect(mayHear(null, card)).toBe(false);
  expect(mayHear(null, { kind: 'changed', nouns: ['visit'] })).toBe(true);
});
