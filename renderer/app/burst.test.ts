// Refetching: once a burst, every noun named once, and never put off for ever.
import { expect, test } from 'vitest';
import { createBurst } from './burst.ts';

/** Time that moves only when told. */
function handTimers() {
  let now = 0;
  let planned: { at: number; action: () => void } | null = null;
  return {
    now: () => now,
    later(ms: number, action: () => void) {
      const mine = { at: now + ms, action };
      planned = mine;
      return () => {
        if (planned === mine) planned = null;
      };
    },
    pass(ms: number) {
      const until = now + ms;
      while (planned && planned.at <= until) {
        const { at, action } = planned;
        planned = null;
        now = at;
        action();
      }
      now = until;
    },
  };
}

function setUp() {
  const timers = handTimers();
  const flushed: (readonly string[])[] = [];
  return { timers, flushed, burst: createBurst((nouns) => flushed.push(nouns), timers) };
}

test('two hundred imported visits refetch once', () => {
  const { timers, flushed, burst } = setUp();
  for (let index = 0; index < 200; index += 1) burst.add(['visitors', index % 2 ? 'desk' : 'visitors']);
  expect(flushed).toEqual([]);
  timers.pass(40);
  expect(flushed).toEqual([['visitors', 'desk']]);
});

test('changes that never stop are shown every quarter of a second', () => {
  const { timers, flushed, burst } = setUp();
  for (let index = 0; index < 40; index += 1) {
    burst.add(['visitors']);
    timers.pass(25);
  }
  expect(flushed.length).toBeGreaterThanOrEqual(3);
  expect(flushed.length).toBeLessThanOrEqual(4);
});

test('a change after a quiet time starts a new burst', () => {
  const { timers, flushed, burst } = setUp();
  burst.add(['visitors']);
  timers.pass(1000);
  burst.add(['places']);
  timers.pass(1000);
  expect(flushed).toEqual([['visitors'], ['places']]);
});

test('a message that names nothing refetches nothing', () => {
  const { timers, flushed, burst } = setUp();
  burst.add([]);
  timers.pass(1000);
  expect(flushed).toEqual([]);
});
