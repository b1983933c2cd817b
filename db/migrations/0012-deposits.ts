// 0012: deposits with their receipts, the till, and things that came back without a loan.
import type { Migration } from './migration.ts';

export const deposits: Migration = {
  version: 12,
  name: 'deposits',
  up(exec) {
    exec(`
      CREATE TABLE deposit (
        id INTEGER PRIMARY KEY, number TEXT NOT NULL, code INTEGER NOT NULL, loan INTEGER NOT NULL,
        state TEXT NOT NULL, desk TEXT NOT NULL, day TEXT NOT NULL, clock INTEGER NOT NULL,
        method TEXT NOT NULL, amount_fen INTEGER NOT NULL, taken_at INTEGER NOT NULL, payer_name TEXT,
        payer_phone TEXT, reference TEXT, items TEXT, unclaimed_at INTEGER, refunded_fen INTEGER NOT NULL,
        deducted_fen INTEGER NOT NULL, pending_fen INTEGER NOT NULL, shortfall_fen INTEGER NOT NULL,
        receipt_prints INTEGER NOT NULL, book TEXT NOT NULL
      ) STRICT;
      CREATE INDEX deposit_of_loan ON deposit (loan);
      CREATE INDEX deposit_open ON deposit (state, taken_at)
        WHERE state = 'held' OR state = 'refund_pending' OR state = 'unclaimed';
      CREATE TABLE cash_move (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, desk TEXT NOT NULL, day TEXT NOT NULL,
        clock INTEGER NOT NULL, method TEXT NOT NULL, amount_fen INTEGER NOT NULL, at INTEGER NOT NULL,
        receiver TEXT, deposits INTEGER NOT NULL, taken_back INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX cash_move_float ON cash_move (kind, desk) WHERE kind = 'float';
      CREATE TABLE cash_total (
        desk TEXT NOT NULL, method TEXT NOT NULL, kind TEXT NOT NULL, fen INTEGER NOT NULL,
        PRIMARY KEY (desk, method, kind)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE stray_return (
        id INTEGER PRIMARY KEY, state TEXT NOT NULL, type INTEGER NOT NULL, item INTEGER,
        count INTEGER NOT NULL, condition TEXT NOT NULL, desk TEXT NOT NULL, day TEXT NOT NULL,
        clock INTEGER NOT NULL, at INTEGER NOT NULL, remarks TEXT, loan INTEGER, line INTEGER
      ) STRICT;
      CREATE INDEX stray_return_open ON stray_return (state) WHERE state = 'open';
    `);
  },
};
