// 0001: the journal, and the views of people, places, shifts and visits.
import type { Migration } from './migration.ts';

export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  up(exec) {
    exec(`
      CREATE TABLE event (
        id INTEGER PRIMARY KEY, record INTEGER NOT NULL, clock INTEGER NOT NULL,
        wire BLOB NOT NULL, hash BLOB NOT NULL
      ) STRICT;
      CREATE INDEX event_by_record ON event (record, clock);
      CREATE TABLE command (id BLOB PRIMARY KEY, result TEXT NOT NULL, fingerprint TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE record_key (
        record INTEGER PRIMARY KEY, wrapping INTEGER NOT NULL, wrapped BLOB NOT NULL
      ) STRICT;
      CREATE TABLE secret (name TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE installation (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE record_issue (event INTEGER PRIMARY KEY, record INTEGER NOT NULL, kind TEXT NOT NULL) STRICT;
      CREATE INDEX record_issue_by_record ON record_issue (record);

      CREATE TABLE property (
        id INTEGER PRIMARY KEY, code TEXT NOT NULL, name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
        address TEXT NOT NULL, time_zone TEXT NOT NULL, slip_footer_zh TEXT NOT NULL,
        slip_footer_en TEXT NOT NULL, sample INTEGER NOT NULL, clock INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE desk (
        id INTEGER PRIMARY KEY, code TEXT NOT NULL, name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
        opens TEXT, closes TEXT, clock INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE unit (
        id INTEGER PRIMARY KEY, code TEXT NOT NULL, building TEXT NOT NULL, floor INTEGER NOT NULL,
        kind TEXT NOT NULL, tenant INTEGER, clock INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE tenant (
        id INTEGER PRIMARY KEY, name_zh TEXT, name_en TEXT, short_name TEXT, phone TEXT,
        status TEXT NOT NULL, instructions TEXT, clock INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE contact (
        id INTEGER PRIMARY KEY, name TEXT, phone TEXT, tenant INTEGER, unit INTEGER,
        may_authorise INTEGER NOT NULL, clock INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE staff (
        id INTEGER PRIMARY KEY, number TEXT NOT NULL, name TEXT, role TEXT NOT NULL, home_desk TEXT,
        active INTEGER NOT NULL, language TEXT NOT NULL, pin TEXT, clock INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX staff_by_number ON staff (number);
      CREATE TABLE sign_in_failure (
        staff INTEGER PRIMARY KEY, failures INTEGER NOT NULL, wait_until INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE shift (
        id INTEGER PRIMARY KEY, number TEXT NOT NULL, desk TEXT NOT NULL, day TEXT NOT NULL,
        name TEXT NOT NULL, lead INTEGER NOT NULL, on_duty TEXT NOT NULL,
        opened_at INTEGER NOT NULL, closed_at INTEGER, clock INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX shift_open ON shift (desk) WHERE closed_at IS NULL;

      CREATE TABLE visit (
        id INTEGER PRIMARY KEY, number TEXT NOT NULL, state TEXT NOT NULL, desk TEXT NOT NULL,
        day TEXT NOT NULL, clock INTEGER NOT NULL,
        name TEXT, document_type TEXT NOT NULL, document_masked TEXT, document_index TEXT,
        document_expired INTEGER NOT NULL, nationality TEXT, phone TEXT, company TEXT, purpose TEXT NOT NULL,
        host INTEGER, host_name TEXT, units TEXT NOT NULL, unit_text TEXT, plate TEXT, items TEXT, remarks TEXT,
        verified_by TEXT NOT NULL, escorted INTEGER NOT NULL,
        pass_code INTEGER NOT NULL, pass_prints INTEGER NOT NULL,
        expected_from INTEGER, expected_until INTEGER, valid_until INTEGER,
        arrived_at INTEGER, left_at INTEGER, stays TEXT NOT NULL, origins TEXT NOT NULL, notice_version INTEGER
      ) STRICT;
      CREATE INDEX visit_open ON visit (state, document_index) WHERE state = 'on_site' OR state = 'expected';
      CREATE INDEX visit_closed ON visit (clock) WHERE state = 'closed';
      CREATE TABLE scan_code (
        code INTEGER NOT NULL, record INTEGER NOT NULL, PRIMARY KEY (code, record)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE print_job (
        id INTEGER PRIMARY KEY, record INTEGER NOT NULL, kind TEXT NOT NULL, language TEXT NOT NULL,
        state TEXT NOT NULL, attempts INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL,
        problem TEXT, reprint INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX print_job_open ON print_job (id) WHERE state NOT IN ('printed', 'cancelled');
    `);
  },
};
