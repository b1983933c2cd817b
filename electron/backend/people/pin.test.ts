// A PIN's hash is worth nothing without the property's pepper.
import { expect, test } from 'vitest';
import { toKey } from '../privacy/sealing.ts';
import { seededRandom } from '../shared/random.ts';
import { hashPin, matchesPin } from './pin.ts';

const pepper = toKey(Buffer.alloc(32, 5));

test('the PIN that was hashed matches, another does not, and none does under another pepper', async () => {
  const stored = await hashPin('135792', pepper, seededRandom(1));
  expect(await matchesPin('135792', pepper, stored)).toBe(true);
  expect(await matchesPin('135793', pepper, stored)).toBe(false);
  expect(await matchesPin('135792', toKey(Buffer.alloc(32, 6)), stored)).toBe(false);
  expect(JSON.stringify(stored)).not.toContain('135792');
});
