// The guard of the installed program against debuggers.
import { expect, test } from 'vitest';
import { debuggingSwitch } from './package-guard.ts';

test.each([
  '--inspect',
  '--inspect-brk=0',
  '--remote-debugging-port=9222',
  '--REMOTE-DEBUGGING-PIPE',
  '/inspect',
])('%s keeps the installed program from opening', (argument) => {
  expect(debuggingSwitch(['foyer', '--sample', argument])).toBe(argument);
});

test('an ordinary start and file names that merely mention it pass', () => {
  expect(
    debuggingSwitch(['foyer', '--sample', '--data-dir=/home/a/--inspect', '/home/inspect']),
  ).toBeUndefined();
});
