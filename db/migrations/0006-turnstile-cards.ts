// 0006: turnstile cards, and who of the open visits is alike or was marked out in an evacuation.
import type { Migration } from './migration.ts';

export const turnstileCards: Migration = {
  version: 6,
  name: 'turnstile-cards',
  up(exec) {
    exec(`
      ALTER TABLE visit ADD COLUMN cards TEXT;
      ALTER TABLE visit ADD COLUMN evacuated_at INTEGER;
      CREATE INDEX visit_alike ON visit (state, name COLLATE NOCASE, phone)
        WHERE state = 'on_site' OR state = 'expected';
      -- Of two that fit, SQLite takes the younger one: lists of who is open keep theirs.
      DROP INDEX visit_open;
      CREATE INDEX visit_open ON visit (state, document_index) WHERE state = 'on_site' OR state = 'expected';
      CREATE INDEX visit_evacuated ON visit (evacuated_at) WHERE evacuated_at IS NOT NULL;
      CREATE TABLE held_card (
        card TEXT NOT NULL, visit INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (card, visit)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE card_batch (
        id INTEGER PRIMARY KEY, prefix TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
        digits INTEGER NOT NULL, desk TEXT NOT NULL, clock INTEGER NOT NULL
      ) STRICT;
    `);
  },
};
