// Starts the program that goes on in this one's place, so that ending the one ends the other. Plain JavaScript, runs on Node 20.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';

/**
 * Runs a command on this terminal and waits for it, handing on what asks this program to end. Answers its exit code, 1
 * where a signal ended it. Rejects where it cannot be started.
 * @param {string} command
 * @param {readonly string[]} words
 */
export function outlive(command, words) {
  return waitFor(spawn(command, words, { stdio: 'inherit' }));
}

/** The same for what runs already. @param {import('node:child_process').ChildProcess} child */
export async function waitFor(child) {
  const end = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal);
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, end);
  try {
    const [code] = /** @type {[number | null]} */ (await once(child, 'exit'));
    return code ?? 1;
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
}
