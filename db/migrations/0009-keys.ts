// 0009: keys, their loans, and which loan has which key.
import type { Migration } from './migration.ts';

export const keys: Migration = {
  version: 9,
  name: 'keys',
  up(exec) {
    exec(`
      CREATE TABLE "key" (
        id INTEGER PRIMARY KEY, code TEXT NOT NULL, tag INTEGER NOT NULL, kind TEXT NOT NULL,
        pieces INTEGER NOT NULL, copies INTEGER NOT NULL, state TEXT NOT NULL, home_desk TEXT NOT NULL,
        desk TEXT NOT NULL, transfer_to TEXT, cabinet TEXT, hook TEXT, units TEXT NOT NULL, tenant INTEGER,
        may_borrow TEXT, loan_hours INTEGER, id_asked INTEGER NOT NULL, seal TEXT,
        name TEXT, opens TEXT, instruction TEXT, clock INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX key_by_code ON "key" (code);
      CREATE INDEX key_away ON "key" (state) WHERE state = 'in_transfer' OR state = 'lost' OR state = 'found';
      CREATE TABLE key_loan (
        id INTEGER PRIMARY KEY, number TEXT NOT NULL, state TEXT NOT NULL, kind TEXT NOT NULL, desk TEXT NOT NULL,
        day TEXT NOT NULL, clock INTEGER NOT NULL, borrower INTEGER NOT NULL,
        borrower_name TEXT, borrower_phone TEXT, borrower_from TEXT, authorised_by INTEGER,
        authorised_by_name TEXT, purpose TEXT, remarks TEXT, lines TEXT NOT NULL,
        lent_at INTEGER NOT NULL, due_at INTEGER, returned_at INTEGER,
        slip_code INTEGER NOT NULL, slip_prints INTEGER NOT NULL, signed INTEGER NOT NULL,
        calls TEXT
      ) STRICT;
      CREATE INDEX key_loan_by_borrower ON key_loan (borrower, lent_at);
      -- What is out stands at one end of the table, however long the history grows at the other.
      CREATE TABLE key_loan_line (
        open INTEGER NOT NULL, "key" INTEGER NOT NULL, loan INTEGER NOT NULL, pieces INTEGER NOT NULL,
        borrower INTEGER NOT NULL, PRIMARY KEY (open, "key", loan)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
