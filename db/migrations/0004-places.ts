// 0004: what is kept of places besides their names: slip header, location, room, whom to call, how mail is handled.
import type { Migration } from './migration.ts';

export const places: Migration = {
  version: 4,
  name: 'places',
  up(exec) {
    exec(`
      ALTER TABLE property ADD COLUMN slip_header_zh TEXT NOT NULL DEFAULT '';
      ALTER TABLE property ADD COLUMN slip_header_en TEXT NOT NULL DEFAULT '';
      ALTER TABLE desk ADD COLUMN location TEXT;
      ALTER TABLE unit ADD COLUMN room TEXT;
      ALTER TABLE tenant ADD COLUMN emergency_contacts TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE tenant ADD COLUMN mail_instructions TEXT;
      ALTER TABLE tenant ADD COLUMN notes TEXT;
      ALTER TABLE tenant ADD COLUMN carried TEXT NOT NULL DEFAULT '[]';
      ALTER TABLE contact ADD COLUMN active INTEGER NOT NULL DEFAULT 1;
      -- Who might authorise might authorise everything; from now on keys (1) and goods (2) are told apart.
      UPDATE contact SET may_authorise = 3 WHERE may_authorise = 1;
    `);
  },
};
