// A roll-call goes on while the list is looked for elsewhere, and ends with the evacuation that it belongs to.
import { expect, test } from 'vitest';
import { closeFor, countMet, noRollCall, openAgain, tickOff } from './roll-call.ts';

const HOUR = 3_600_000;
const begun = [1, 2].reduce((call, visit) => tickOff(call, visit, 5 + visit), noRollCall);

test('ticks stay when the list is closed half way and opened again', () => {
  expect(closeFor(begun, [1, 2, 3])).toBe(begun);
  expect(openAgain(begun, HOUR)).toBe(begun);
  expect(begun).toMatchObject({ begun: 6 });
  expect(countMet(begun, [1, 2, 3])).toBe(2);
});

test('a tick is taken back; without any the roll-call has not begun', () => {
  expect(tickOff(tickOff(begun, 1, 9), 2, 9)).toEqual(noRollCall);
});

test('who has left the books since is not counted', () => {
  expect(countMet(begun, [2, 3])).toBe(1);
});

test.each([
  ['everybody was met', [1, 2]],
  ['everybody was marked out, and the list is empty', []],
  ['who was met was marked out, and only those whom nobody saw leave are on the list', [7]],
])('the roll-call is over when the list is closed and %s', (_when, listed) => {
  expect(closeFor(begun, listed)).toBe(noRollCall);
});

test('after twelve hours the list is opened for another evacuation', () => {
  expect(openAgain(begun, 13 * HOUR)).toBe(noRollCall);
});
