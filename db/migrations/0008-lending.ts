// 0008: borrowers and what they are found by; signatures as sealed attachments of any record.
import type { Migration } from './migration.ts';

export const lending: Migration = {
  version: 8,
  name: 'lending',
  up(exec) {
    exec(`
      CREATE TABLE borrower (
        id INTEGER PRIMARY KEY, kind TEXT NOT NULL, contact INTEGER, staff INTEGER,
        name TEXT, phone TEXT, phone_key TEXT, company TEXT, unit INTEGER,
        document_type TEXT, document_masked TEXT, document_index TEXT, words TEXT NOT NULL,
        clock INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX borrower_by_contact ON borrower (contact) WHERE contact IS NOT NULL;
      CREATE INDEX borrower_by_staff ON borrower (staff) WHERE staff IS NOT NULL;
      CREATE INDEX borrower_by_phone ON borrower (phone_key) WHERE phone_key IS NOT NULL;
      CREATE INDEX borrower_by_document ON borrower (document_index) WHERE document_index IS NOT NULL;
      CREATE INDEX borrower_by_unit ON borrower (unit) WHERE unit IS NOT NULL;
      CREATE TABLE borrower_word (
        word TEXT NOT NULL, borrower INTEGER NOT NULL, PRIMARY KEY (word, borrower)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE attachment (
        record INTEGER NOT NULL, hash BLOB NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (record, hash)
      ) STRICT;
    `);
  },
};
