// 0019: why no document was taken of a visitor.
import type { Migration } from './migration.ts';

export const noDocument: Migration = {
  version: 19,
  name: 'no-document',
  up(exec) {
    exec('ALTER TABLE visit ADD COLUMN no_document TEXT;');
  },
};
