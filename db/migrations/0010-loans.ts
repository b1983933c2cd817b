// 0010: loans: types, items, counts per desk, loans, and which lines of them are out.
import type { Migration } from './migration.ts';

export const loans: Migration = {
  version: 10,
  name: 'loans',
  up(exec) {
    exec(`
      CREATE TABLE loan_type (
        id INTEGER PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL, tracking TEXT NOT NULL,
        prefix TEXT NOT NULL, rain_gear INTEGER NOT NULL, deposit_fen INTEGER NOT NULL,
        loan_hours INTEGER NOT NULL, id_asked INTEGER NOT NULL, loss_price_fen INTEGER NOT NULL,
        accessories TEXT NOT NULL, least INTEGER NOT NULL, rest_minutes INTEGER NOT NULL,
        rest_always INTEGER NOT NULL, daily_check INTEGER NOT NULL, withdrawn INTEGER NOT NULL,
        clock INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE loan_item (
        id INTEGER PRIMARY KEY, type INTEGER NOT NULL, asset TEXT NOT NULL, tag_code INTEGER NOT NULL,
        state TEXT NOT NULL, desk TEXT NOT NULL, until INTEGER, remark TEXT, reason TEXT, checked_on TEXT,
        clock INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE loan_stock (
        id INTEGER PRIMARY KEY, type INTEGER NOT NULL, desk TEXT NOT NULL, total INTEGER NOT NULL,
        blocked INTEGER NOT NULL, lost INTEGER NOT NULL, resting TEXT NOT NULL, clock INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE loan (
        id INTEGER PRIMARY KEY, number TEXT NOT NULL, state TEXT NOT NULL, desk TEXT NOT NULL,
        day TEXT NOT NULL, clock INTEGER NOT NULL, borrower INTEGER NOT NULL, borrower_name TEXT,
        borrower_phone TEXT, borrower_from TEXT, lines TEXT NOT NULL, lent_at INTEGER NOT NULL,
        due_at INTEGER NOT NULL, returned_at INTEGER, slip_code INTEGER NOT NULL,
        slip_prints INTEGER NOT NULL, remarks TEXT, waived TEXT, bars TEXT NOT NULL,
        signed INTEGER NOT NULL, last_return TEXT, follow_up TEXT, next_call_at INTEGER,
        escalated INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX loan_by_borrower ON loan (borrower, lent_at);
      CREATE INDEX loan_lost ON loan (state) WHERE state = 'lost';
      -- All that is out, on a page or two: lending and returning write it, and no index of open loans beside it.
      CREATE TABLE loan_line (
        item INTEGER NOT NULL, type INTEGER NOT NULL, desk TEXT NOT NULL, loan INTEGER NOT NULL,
        line INTEGER NOT NULL, out INTEGER NOT NULL, borrower INTEGER NOT NULL, PRIMARY KEY (item, type, desk, loan, line)
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
