// A newcomer's list ticks itself off by what stands in the book.
import { expect, test } from 'vitest';
import { tasksDone, type Practised } from './training.tasks.rules.ts';

const after = (...events: string[]): Practised => ({
  events: new Set(events),
  slipPrinted: false,
  noticed: [],
});

test('whoever has only signed in has done nothing yet', () => {
  expect(tasksDone(after('shift.opened', 'shift.joined'))).toEqual([]);
});

test('a visitor registered and printed for are two tasks, in the order of the list', () => {
  expect(tasksDone({ ...after('visit.left', 'visit.arrived'), slipPrinted: true })).toEqual([
    'register',
    'print',
    'checkOut',
  ]);
});

test.each(['visit.amended', 'visit.taken_back', 'visit.voided', 'visit.reopened'])(
  '%s counts as a mistake corrected',
  (event) => {
    expect(tasksDone(after(event))).toEqual(['correct']);
  },
);

test('a pre-registration alone is no visitor registered', () => {
  expect(tasksDone(after('visit.expected', 'visit.cancelled'))).toEqual([]);
});

test('a key and an umbrella are each two tasks: out, and back', () => {
  expect(tasksDone(after('key_loan.lent', 'loan.lent'))).toEqual(['lendKey', 'lendThing']);
  expect(tasksDone(after('key_loan.returned', 'loan.returned'))).toEqual(['returnKey', 'returnThing']);
});

test('the evacuation list is done when the window says so', () => {
  expect(tasksDone({ ...after(), noticed: ['evacuation'] })).toEqual(['evacuation']);
});
