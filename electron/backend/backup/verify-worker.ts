// Starts the worker that verifies, beside the desk's own thread.
import { Worker } from 'node:worker_threads';
import type { Verification } from '../journal/verify.ts';
import type { VerifyAnswer, VerifyOrder } from './verify.worker.ts';
import { workerFile } from '../shared/worker-file.ts';

/** Every chain of the database in this file, which may be in use. Rejects where the file cannot be read at all. */
export async function verifyBeside(path: string): Promise<Verification> {
  const answer = await run({ path, what: 'live' });
  if (answer.what !== 'live') throw new Error('the worker answered another order');
  return answer.found;
}

/** How many events a backup has; rejects where its pages or chains do not hold. */
export async function verifyBackupBeside(path: string): Promise<number> {
  const answer = await run({ path, what: 'backup' });
  if (answer.what !== 'backup') throw new Error('the worker answered another order');
  return answer.events;
}

function run(order: VerifyOrder): Promise<VerifyAnswer> {
  const worker = new Worker(workerFile('verify.worker', import.meta.url), { workerData: order });
  const { promise, resolve, reject } = Promise.withResolvers<VerifyAnswer>();
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', () => reject(new Error('the worker ended without an answer')));
  return promise;
}
