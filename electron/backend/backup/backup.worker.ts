// The worker thread of a backup: trims one copy, tells what came of it, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { asBackupError, type BackupProblem } from './backup-error.ts';
import { trimCopy, type TrimFacts, type TrimOrder } from './trim-copy.ts';

export type TrimAnswer =
  | { readonly done: true; readonly facts: TrimFacts }
  | { readonly done: false; readonly problem: BackupProblem };

function answer(order: TrimOrder): TrimAnswer {
  try {
    return { done: true, facts: trimCopy(order) };
  } catch (cause) {
    return { done: false, problem: asBackupError(cause).problem };
  }
}

parentPort?.postMessage(answer(workerData as TrimOrder));
