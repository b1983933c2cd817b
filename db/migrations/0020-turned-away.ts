// 0020: visitors who were turned away, and the visit that they try again with.
import type { Migration } from './migration.ts';

export const turnedAway: Migration = {
  version: 20,
  name: 'turned-away',
  up(exec) {
    exec(`
      ALTER TABLE visit ADD COLUMN turned_away TEXT;
      ALTER TABLE visit ADD COLUMN previous INTEGER;
      CREATE INDEX visit_denied ON visit (state, day) WHERE state = 'denied';
    `);
  },
};
