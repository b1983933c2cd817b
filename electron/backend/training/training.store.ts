// Where training began, what the window noticed, and whether a slip has come out since.
import { z } from 'zod';
import { trainingTask, type TrainingTask } from '../../api/training.contract.ts';
import type { Db, Tx } from '../database/handle.ts';
import { query } from '../database/statement.ts';
import { readInstallation, writeInstallation } from '../journal/journal.store.ts';

const BEGAN = 'training.began';
const NOTICED = 'training.noticed';

const beganShape = z.object({ journal: z.int(), seq: z.int(), printJob: z.int() });

/** The last event and print job of the invented history; what comes after is the newcomer's. */
export type TrainingBegan = z.infer<typeof beganShape>;

const printedAfter = query<{ id: number }>()((db, p) =>
  db
    .selectFrom('print_job')
    .select('id')
    .where('open', '=', 0)
    .where('id', '>', p.id)
    .where('state', '=', 'printed')
    .limit(1),
);

export function findBegan(db: Db): TrainingBegan | null {
  return beganShape.nullable().parse(JSON.parse(readInstallation(db, BEGAN) ?? 'null'));
}

export function noteBegan(tx: Tx, began: TrainingBegan): void {
  writeInstallation(tx, BEGAN, JSON.stringify(began));
}

export function hasPrintedAfter(db: Db, job: number): boolean {
  return printedAfter.get(db, { id: job }) !== undefined;
}

export function readNoticed(db: Db): TrainingTask[] {
  return z.array(trainingTask).parse(JSON.parse(readInstallation(db, NOTICED) ?? '[]'));
}

export function noteNoticed(tx: Tx, tasks: readonly TrainingTask[]): void {
  writeInstallation(tx, NOTICED, JSON.stringify(tasks));
}
