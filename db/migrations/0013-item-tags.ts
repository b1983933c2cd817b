// 0013: RFID tags of things that are lent.
import type { Migration } from './migration.ts';

export const itemTags: Migration = {
  version: 13,
  name: 'item-tags',
  up(exec) {
    exec(`
      ALTER TABLE loan_item ADD COLUMN rfid TEXT;
      CREATE INDEX loan_item_rfid ON loan_item (rfid) WHERE rfid IS NOT NULL;
    `);
  },
};
