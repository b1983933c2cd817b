// The worker thread of a backup: trims one copy, tells what came of it, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import type { BackupProblem } from '../../api/data.contract.ts';
import { asBackupError } from './backup-error.ts';
import { trimCopy, type TrimFacts, type TrimOrder } from './trim-copy.ts';

export type TrimAnswer =
  | { readonly done: true; readonly facts: TrimFacts }
  | { readonly done: false; readonly problem: BackupProblem; readonly code: string };

function answer(order: TrimOrder): TrimAnswer {
  try {
    return { done: true, facts: trimCopy(order) };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
    return { done: false, problem: asBackupError(cause).problem, code };
  }
}

parentPort?.postMessage(answer(workerData as TrimOrder));
