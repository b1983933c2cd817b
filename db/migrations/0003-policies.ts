// 0003: policies as the admin changed them, and how the host confirmed a visit.
import type { Migration } from './migration.ts';

export const policies: Migration = {
  version: 3,
  name: 'policies',
  up(exec) {
    exec(`
      CREATE TABLE policy (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL, value TEXT, revision INTEGER NOT NULL,
        changed_at INTEGER NOT NULL, staff INTEGER, clock INTEGER NOT NULL
      ) STRICT;
      ALTER TABLE visit ADD COLUMN host_confirmation TEXT NOT NULL DEFAULT 'none';
    `);
  },
};
