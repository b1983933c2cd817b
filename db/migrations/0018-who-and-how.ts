// 0018: children who come with a visitor, and names whose pinyin was corrected.
import type { Migration } from './migration.ts';

export const whoAndHow: Migration = {
  version: 18,
  name: 'who-and-how',
  up(exec) {
    exec(`
      ALTER TABLE visit ADD COLUMN children INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE contact ADD COLUMN pinyin TEXT;
      ALTER TABLE tenant ADD COLUMN pinyin TEXT;
    `);
  },
};
