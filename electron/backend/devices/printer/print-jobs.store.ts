// Print jobs in the database: added in the transaction of the record they belong to, moved on by the queue.
import { sql } from 'kysely';
import type { PrintJobTable } from '../../../../db/schema/devices.ts';
import type { Language } from '../../../api/boot.ts';
import type { Database } from '../../database/database.ts';
import type { Tx } from '../../database/handle.ts';
import { change, query, returning } from '../../database/statement.ts';
import type { PrintJob, PrintJobState, PrintProblem } from './print-jobs.rules.ts';
import type { PrintJobStore } from './print-queue.ts';

export interface NewPrintJob {
  readonly record: number;
  readonly kind: string;
  readonly language: Language;
  /** UTC ms. */
  readonly createdAt: number;
  /** 0 for the first print of a slip, then 1, 2, … */
  readonly reprint: number;
}

const insert = returning<NewPrintJob>()((db, job) =>
  db
    .insertInto('print_job')
    .values({
      record: job.record,
      kind: job.kind,
      language: job.language,
      state: 'queued',
      attempts: 0,
      created_at: job.createdAt,
      updated_at: job.createdAt,
      problem: null,
      reprint: job.reprint,
    } as PrintJobTable)
    .returning('id'),
);

// Written out rather than bound, so that a partial index with the same condition can serve it.
const openJobs = query()((db) =>
  db
    .selectFrom('print_job')
    .selectAll()
    .where(sql<boolean>`state NOT IN ('printed', 'cancelled')`)
    .orderBy('id'),
);

const byId = query<{ id: number }>()((db, { id }) =>
  db.selectFrom('print_job').selectAll().where('id', '=', id),
);

const update = change<PrintJob>()((db, job) =>
  db
    .updateTable('print_job')
    .set({ state: job.state, attempts: job.attempts, problem: job.problem, updated_at: job.updatedAt })
    .where('id', '=', job.id),
);

/** Adds a queued job and answers its id. After the commit, wake the queue. */
export function insertPrintJob(tx: Tx, job: NewPrintJob): number {
  const row = insert.get(tx, job);
  if (row === undefined) throw new TypeError('the inserted print job came back without its id');
  return row.id;
}

/** The queue's view of the table; every `save` is a transaction of its own. Throws DatabaseError. */
export function createPrintJobStore({ db, write }: Pick<Database, 'db' | 'write'>): PrintJobStore {
  return {
    open: () => openJobs.all(db, {}).map(toJob),
    find: (id) => {
      const row = byId.get(db, { id });
      return row === undefined ? undefined : toJob(row);
    },
    save: (job) => {
      write((tx) => update.run(tx, job));
    },
  };
}

function toJob(row: PrintJobTable): PrintJob {
  return {
    id: row.id,
    record: row.record,
    kind: row.kind,
    language: row.language as Language,
    state: row.state as PrintJobState,
    attempts: row.attempts,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    problem: row.problem as PrintProblem | null,
    reprint: row.reprint,
  };
}
