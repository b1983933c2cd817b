// Print jobs in the database: added in the transaction of the record they belong to, moved on by the queue.
import { sql } from 'kysely';
import type { PrintJobTable } from '../../../../db/schema/devices.ts';
import type { Language } from '../../../api/boot.ts';
import type { Database } from '../../database/database.ts';
import type { Db, Tx } from '../../database/handle.ts';
import { change, query, returning } from '../../database/statement.ts';
import { isFinal, type PrintJob, type PrintJobState, type PrintProblem } from './print-jobs.rules.ts';
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

/** Where a job stands in the table: done with, or waiting for something. */
const DONE = 0;
const OPEN = 1;

const lastId = query<{ open: number }>()((db, p) =>
  db.selectFrom('print_job').select('id').where('open', '=', p.open).orderBy('id', 'desc').limit(1),
);

const insert = returning<NewPrintJob>()((db, job) =>
  db
    .insertInto('print_job')
    .values((eb) => {
      const last = (open: number) =>
        eb.selectFrom('print_job').select(eb.fn.max('id').as('id')).where('open', '=', open);
      return {
        open: OPEN,
        id: sql<number>`1 + max(ifnull(${last(OPEN)}, 0), ifnull(${last(DONE)}, 0))`,
        record: job.record,
        kind: job.kind,
        language: job.language,
        state: 'queued',
        attempts: 0,
        created_at: job.createdAt,
        updated_at: job.createdAt,
        problem: null,
        reprint: job.reprint,
      };
    })
    .returning('id'),
);

const openJobs = query()((db) =>
  db.selectFrom('print_job').selectAll().where('open', '=', OPEN).orderBy('id'),
);

const byId = query<{ id: number }>()((db, { id }) =>
  db.selectFrom('print_job').selectAll().where('open', 'in', [OPEN, DONE]).where('id', '=', id),
);

const update = change<PrintJob & { readonly open: number }>()((db, job) =>
  db
    .updateTable('print_job')
    .set({
      open: job.open,
      state: job.state,
      attempts: job.attempts,
      problem: job.problem,
      updated_at: job.updatedAt,
    })
    .where('open', 'in', [OPEN, DONE])
    .where('id', '=', job.id),
);

/** Adds a queued job and answers its id. After the commit, wake the queue. */
export function insertPrintJob(tx: Tx, job: NewPrintJob): number {
  const row = insert.get(tx, job);
  if (!row) throw new Error('a print job gave no id back');
  return row.id;
}

/** The id of the latest job, whatever became of it. 0 before the first. */
export function lastPrintJob(db: Db): number {
  return Math.max(...[OPEN, DONE].map((open) => lastId.get(db, { open })?.id ?? 0));
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
      write((tx) => update.run(tx, { ...job, open: isFinal(job.state) ? DONE : OPEN }));
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
