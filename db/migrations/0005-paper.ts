// 0005: who needs help to leave, and the line of the paper kit that a visit was written on first.
import type { Migration } from './migration.ts';

export const paper: Migration = {
  version: 5,
  name: 'paper',
  up(exec) {
    exec(`
      ALTER TABLE visit ADD COLUMN needs_help INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE visit ADD COLUMN paper_line TEXT;
    `);
  },
};
