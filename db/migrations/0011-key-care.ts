// 0011: RFID tags of keys, cases of lost keys, and stocktakes.
import type { Migration } from './migration.ts';

export const keyCare: Migration = {
  version: 11,
  name: 'key-care',
  up(exec) {
    exec(`
      ALTER TABLE key ADD COLUMN rfid TEXT;
      CREATE INDEX key_rfid ON key (rfid) WHERE rfid IS NOT NULL;
      CREATE TABLE key_case (
        id INTEGER PRIMARY KEY, open INTEGER NOT NULL, key INTEGER NOT NULL, loan INTEGER,
        opened_at INTEGER NOT NULL, outcome TEXT, closed_at INTEGER, cost_fen INTEGER NOT NULL,
        steps TEXT NOT NULL, clock INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX key_case_key ON key_case (key, opened_at);
      CREATE INDEX key_case_latest ON key_case (open, opened_at);
      CREATE TABLE key_stocktake (
        id INTEGER PRIMARY KEY, open INTEGER NOT NULL, desk TEXT NOT NULL, cabinet TEXT,
        started_at INTEGER NOT NULL, started_by INTEGER, finished_at INTEGER, counts TEXT NOT NULL,
        expected INTEGER NOT NULL, present INTEGER NOT NULL, differences TEXT NOT NULL, clock INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX key_stocktake_latest ON key_stocktake (open, started_at);
    `);
  },
};
