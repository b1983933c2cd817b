// The waits between restarts of the backend.
import { expect, test } from 'vitest';
import { decideRestart } from './restart-policy.ts';

test('waits one, two, four and eight seconds, and gives up at the fifth death within a minute', () => {
  const deaths = [0, 1500, 4000, 8500, 17_000];
  const decisions = deaths.map((now, index) => decideRestart(deaths.slice(0, index + 1), now));
  expect(decisions).toEqual([
    { action: 'retry', inMs: 1000 },
    { action: 'retry', inMs: 2000 },
    { action: 'retry', inMs: 4000 },
    { action: 'retry', inMs: 8000 },
    { action: 'giveUp' },
  ]);
});

test('a death after a quiet minute starts over with one second', () => {
  expect(decideRestart([0, 1000, 2000, 3000, 90_000], 90_000)).toEqual({ action: 'retry', inMs: 1000 });
});
