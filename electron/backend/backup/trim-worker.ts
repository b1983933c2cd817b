// Starts the worker that trims a copy, beside the desk's own thread.
import { Worker } from 'node:worker_threads';
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
  const worker = new Worker(workerFile(import.meta.url), { workerData: order });
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

/** From source it lies beside this file; bundled, it is an entry beside the backend's (electron/tools/bundles.ts). */
function workerFile(own: string): URL {
  if (own.endsWith('.ts')) return new URL('./backup.worker.ts', own);
  return new URL(own.includes('/chunks/') ? '../backup.worker.js' : './backup.worker.js', own);
}
