// A window that helps a refused folder: the found key is stored before anything starts, and guessing is slow.
import { beforeEach, expect, test } from 'vitest';
import type { RescueOutcome } from '../api/boot.ts';
import { createRescue } from './rescue.ts';

const KEY = new Uint8Array(32).fill(7);
const WRONG = { outcome: 'notRecovered', problem: 'WRONG_KEY', group: null } as const;

let done: string[];
let answer: RescueOutcome;
let waiting: (() => void)[];
let storing: () => Promise<void>;

beforeEach(() => {
  [done, waiting, storing] = [[], [], async () => void done.push('stored')];
});

const rescue = createRescue({
  async rescue({ act }) {
    done.push(act);
    return answer;
  },
  storeKey: () => storing(),
  startWithNewKey: async () => void done.push('new key'),
  restart: async () => void done.push('restarted'),
  later(ms, action) {
    done.push(`wait ${ms}`);
    waiting.push(action);
    return () => {};
  },
});

test('a key that came back is stored first, then the backend starts with it', async () => {
  answer = { outcome: 'recovered', propertyKey: KEY };
  expect(await rescue({ act: 'recover', typed: 'typed' })).toEqual({ outcome: 'opened' });
  expect(done).toEqual(['recover', 'stored', 'restarted']);
});

test('a key that cannot be stored starts nothing and is told', async () => {
  answer = { outcome: 'recovered', propertyKey: KEY };
  storing = () => Promise.reject(new Error('the key ring is closed'));
  expect(await rescue({ act: 'recover', typed: 'typed' })).toEqual({
    outcome: 'failed',
    reference: 'key-store',
  });
  expect(done).toEqual(['recover']);
});

test('a wrong key is answered after a second, a slip of the hand at once, and tries stand in line', async () => {
  answer = WRONG;
  const first = rescue({ act: 'recover', typed: 'guess' });
  const second = rescue({ act: 'recover', typed: 'guess again' });
  await expect.poll(() => done).toEqual(['recover', 'wait 1000']);
  answer = { outcome: 'notRecovered', problem: 'CHECK', group: 3 };
  waiting.shift()?.();
  expect(await first).toEqual(WRONG);
  expect(await second).toEqual(answer);
  expect(done).toEqual(['recover', 'wait 1000', 'recover']);
});

test('going on without the key starts with a new one; looking and mending start nothing', async () => {
  answer = { outcome: 'mended', kept: 1, lost: 0, letter: 'b' };
  expect(await rescue({ act: 'goOnLocked' })).toEqual({ outcome: 'opened' });
  expect(await rescue({ act: 'mend' })).toEqual(answer);
  expect(done).toEqual(['new key', 'mend']);
});
