// 0014: commands and print jobs laid out for few pages of the log: what is written grows at one end of its table.
import type { Migration } from './migration.ts';

const DIGITS = '0123456789ABCDEF';
/** The first six bytes of an id as a number: a UUID of version 7 begins with its time in ms. */
const begins = Array.from(
  { length: 12 },
  (_, at) => `(instr('${DIGITS}', substr(hex(id), ${at + 1}, 1)) - 1) * ${16 ** (11 - at)}`,
).join(' + ');

export const fewPages: Migration = {
  version: 14,
  name: 'few-pages',
  up(exec) {
    exec(`
      -- 32 places for each ms in which a command began: a table by number is only ever added to, where one by id
      -- evens out its last pages with each few rows.
      CREATE TABLE command_by_time (
        place INTEGER PRIMARY KEY, id BLOB NOT NULL, result TEXT NOT NULL, fingerprint TEXT NOT NULL
      ) STRICT;
      INSERT INTO command_by_time (place, id, result, fingerprint)
        SELECT ms * 32 + row_number() OVER (PARTITION BY ms ORDER BY id) - 1, id, result, fingerprint
        FROM (SELECT ${begins} AS ms, id, result, fingerprint FROM command);
      DROP TABLE command;
      ALTER TABLE command_by_time RENAME TO command;

      -- Jobs that wait stand at one end of the table, and no index of them beside it.
      CREATE TABLE job_by_state (
        open INTEGER NOT NULL, id INTEGER NOT NULL, record INTEGER NOT NULL, kind TEXT NOT NULL,
        language TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, created_at INTEGER NOT NULL,
        updated_at INTEGER NOT NULL, problem TEXT, reprint INTEGER NOT NULL, PRIMARY KEY (open, id)
      ) STRICT, WITHOUT ROWID;
      INSERT INTO job_by_state
          (open, id, record, kind, language, state, attempts, created_at, updated_at, problem, reprint)
        SELECT state NOT IN ('printed', 'cancelled'), id, record, kind, language, state, attempts, created_at,
          updated_at, problem, reprint
        FROM print_job;
      DROP TABLE print_job;
      ALTER TABLE job_by_state RENAME TO print_job;
    `);
  },
};
