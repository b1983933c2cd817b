// Starts the worker that trims a copy, beside the desk's own thread.
import { Worker } from 'node:worker_threads';
import { workerFile } from '../shared/worker-file.ts';
import { BackupError } from './backup-error.ts';
import type { TrimAnswer } from './backup.worker.ts';
import type { TrimFacts, TrimOrder } from './trim-copy.ts';

export interface Trimming {
  /** Rejects with `BackupError`. */
  readonly facts: Promise<TrimFacts>;
  /** Ends the worker wherever it is; `facts` rejects with STOPPED. */
  stop(): void;
}

export function startTrimming(order: TrimOrder): Trimming {
  const worker = new Worker(workerFile('backup.worker', import.meta.url), { workerData: order });
  const { promise, resolve, reject } = Promise.withResolvers<TrimFacts>();
  worker.once('message', (answer: TrimAnswer) => {
    if (answer.done) resolve(answer.facts);
    else reject(new BackupError(answer.problem, { cause: new WorkerFailure(answer.code) }));
  });
  worker.once('error', (cause) => reject(new BackupError('UNFORESEEN', { cause })));
  worker.once('exit', () => reject(new BackupError('STOPPED')));
  return { facts: promise, stop: () => void worker.terminate() };
}

/** What SQLite or the disk said inside the worker: its code, for the log. */
class WorkerFailure extends Error {
  override readonly name = 'WorkerFailure';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
