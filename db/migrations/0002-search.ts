// 0002: the index of the box: tokens of our own making, and which record each document number stands for.
import type { Migration } from './migration.ts';

export const search: Migration = {
  version: 2,
  name: 'search',
  up(exec) {
    exec(`
      CREATE VIRTUAL TABLE search_index USING fts5(
        tokens, tokenize='ascii', detail='none', content='', contentless_delete=1
      );
      CREATE TABLE search_doc (
        doc INTEGER PRIMARY KEY, record INTEGER NOT NULL, fingerprint INTEGER NOT NULL
      ) STRICT;
      CREATE UNIQUE INDEX search_doc_by_record ON search_doc (record);
      CREATE TABLE search_mark (journal INTEGER PRIMARY KEY, event INTEGER NOT NULL) STRICT;
    `);
  },
};
