// 0007: approvals and their countersignatures, staff's badges and lending, failed tries by what was typed.
import type { Migration } from './migration.ts';

export const approvals: Migration = {
  version: 7,
  name: 'approvals',
  up(exec) {
    exec(`
      CREATE TABLE approval (
        id INTEGER PRIMARY KEY, state TEXT NOT NULL, way TEXT NOT NULL, for_right TEXT NOT NULL,
        record INTEGER, requester INTEGER, approver INTEGER, desk TEXT, shift INTEGER,
        at INTEGER NOT NULL, expires_at INTEGER, code TEXT, due_at INTEGER,
        reason TEXT, called TEXT, called_at INTEGER, witness TEXT,
        signer INTEGER, signed_at INTEGER, remark TEXT, clock INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX approval_open ON approval (state, due_at) WHERE state IN ('offered', 'due');
      CREATE INDEX approval_by_record ON approval (record) WHERE record IS NOT NULL;

      ALTER TABLE staff ADD COLUMN badge TEXT;
      ALTER TABLE staff ADD COLUMN lent_to TEXT;
      ALTER TABLE staff ADD COLUMN lent_until INTEGER;

      DROP TABLE sign_in_failure;
      CREATE TABLE failed_try (
        name TEXT PRIMARY KEY, failures INTEGER NOT NULL, wait_until INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
