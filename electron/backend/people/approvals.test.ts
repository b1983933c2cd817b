// An approval is for one command, once, for a minute.
import { expect, test } from 'vitest';
import { seededRandom } from '../shared/random.ts';
import { createApprovals } from './approvals.ts';

function setUp() {
  let now = 0;
  const approvals = createApprovals({ now: () => now }, seededRandom(1));
  return { approvals, wait: (ms: number) => (now += ms) };
}

test('it serves the command it was given for, and only once', () => {
  const { approvals } = setUp();
  const token = approvals.grant(7, 'visits.void', 'a');
  expect(approvals.use(token, 'visits.void', 'a')).toBe(7);
  expect(approvals.use(token, 'visits.void', 'a')).toBeNull();
});

test('it serves no other command and no other right, and stays good for its own', () => {
  const { approvals } = setUp();
  const token = approvals.grant(7, 'visits.void', 'a');
  expect(approvals.use(token, 'visits.void', 'b')).toBeNull();
  expect(approvals.use(token, 'visits.write', 'a')).toBeNull();
  expect(approvals.use('made up', 'visits.void', 'a')).toBeNull();
  expect(approvals.use(token, 'visits.void', 'a')).toBe(7);
});

test('it is over after a minute', () => {
  const { approvals, wait } = setUp();
  const token = approvals.grant(7, 'visits.void', 'a');
  wait(60_001);
  expect(approvals.use(token, 'visits.void', 'a')).toBeNull();
});
