// When the desk is told who is still inside at the end of its day.
import { expect, test } from 'vitest';
import { closingTime } from './closing-time.ts';

const lobby = { opens: '07:00', closes: '21:00', round: '04:00' };

test('half an hour before closing, and from closing to the round of the night, it is said; by day it is not', () => {
  const said = [
    '07:00',
    '12:00',
    '20:29',
    '20:30',
    '20:59',
    '21:00',
    '23:59',
    '00:00',
    '03:59',
    '04:00',
    '06:59',
  ];
  expect(said.map((time) => closingTime(lobby, time)?.phase ?? null)).toEqual([
    ...[null, null, null, 'near', 'near'],
    ...['past', 'past', 'past', 'past', null, null],
  ]);
});

test('a desk that closes at midnight or after it is told as well', () => {
  const late = { ...lobby, closes: '00:30' };
  expect(closingTime(late, '23:59')).toBeNull();
  expect(closingTime(late, '00:05')).toEqual({ phase: 'near', at: '00:30' });
  expect(closingTime({ ...lobby, closes: '24:00' }, '23:45')).toEqual({ phase: 'near', at: '24:00' });
});

test('a desk that opens before the round is asked no more once it is open again', () => {
  const early = { opens: '03:00', closes: '20:00', round: '04:00' };
  expect([closingTime(early, '02:59')?.phase, closingTime(early, '03:00')]).toEqual(['past', null]);
});

test('a lobby that never closes is told before the round of the night, and at no other hour', () => {
  const always = { opens: null, closes: null, round: '04:00' };
  expect(closingTime(always, '03:45')).toEqual({ phase: 'round', at: '04:00' });
  expect(['03:29', '04:00', '21:00'].map((time) => closingTime(always, time))).toEqual([null, null, null]);
});
