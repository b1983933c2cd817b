// 0017: open visits by document, and who of them is alike, from one index: a page less in the log with each of them.
import type { Migration } from './migration.ts';

export const oneOpenIndex: Migration = {
  version: 17,
  name: 'one-open-index',
  up(exec) {
    exec(`
      DROP INDEX visit_open;
      DROP INDEX visit_alike;
      -- A document is sought; a name or phone is looked for along the few hundred that are open, in the index alone.
      CREATE INDEX visit_open_person ON visit (state, document_index, name COLLATE NOCASE, phone)
        WHERE state = 'on_site' OR state = 'expected';
    `);
  },
};
