// The peer's statements, prepared once: what somebody writes who has only this one action to do.
import type BetterSqlite from 'better-sqlite3';

const VISIT = [
  ...['id', 'number', 'state', 'desk', 'day', 'clock', 'name', 'document_type', 'document_masked'],
  ...[
    'document_index',
    'document_expired',
    'nationality',
    'phone',
    'company',
    'purpose',
    'host',
    'host_name',
  ],
  ...[
    'units',
    'unit_text',
    'plate',
    'items',
    'remarks',
    'verified_by',
    'escorted',
    'pass_code',
    'pass_prints',
  ],
  ...['expected_from', 'expected_until', 'valid_until', 'arrived_at', 'left_at', 'stays', 'origins'],
  ...['notice_version', 'host_confirmation', 'needs_help', 'paper_line'],
];

const alikeBy = (same: string, state: string): string =>
  `SELECT id FROM visit WHERE state = '${state}' AND ${same}`;
/** From the index alone; of who is found, only those whose document does not say that they are others. */
const ALIKE = ['name = @name COLLATE NOCASE', 'phone = @phone'].flatMap((same) => [
  alikeBy(same, 'on_site'),
  alikeBy(same, 'expected'),
]);

const STATEMENTS = {
  begin: 'BEGIN IMMEDIATE',
  commit: 'COMMIT',
  rollback: 'ROLLBACK',
  command: 'SELECT place, result FROM command WHERE place >= ? AND place < ? + 1024 AND id = ?',
  insertCommand: `INSERT INTO command (place, id, result, fingerprint)
    VALUES (coalesce((SELECT max(place) + 1 FROM command WHERE place >= @place AND place < @place + 32), @place), @key, @result, @fingerprint)`,
  counter: 'SELECT value FROM counter WHERE name = ?',
  setCounter: `INSERT INTO counter (name, value) VALUES (?, ?)
    ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
  countUp: `INSERT INTO counter (name, value) VALUES (?, 1)
    ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`,
  head: 'SELECT id, hash FROM event WHERE id >= ? AND id < ? ORDER BY id DESC LIMIT 1',
  lastOfRecord: 'SELECT clock FROM event WHERE record = +? ORDER BY clock DESC, id DESC LIMIT 1',
  insertEvent: 'INSERT INTO event (id, record, clock, wire, hash) VALUES (?, ?, ?, ?, ?)',
  insertKey: 'INSERT INTO record_key (record, wrapping, wrapped) VALUES (?, ?, ?)',
  openByDocument: `SELECT id, number, state FROM visit WHERE document_index = ? AND state = 'on_site'
    UNION ALL SELECT id, number, state FROM visit WHERE document_index = ? AND state = 'expected'`,
  alike: `SELECT id FROM visit WHERE id IN (${ALIKE.join(' UNION ALL ')})
    AND (document_index IS NULL OR document_type <> @type)`,
  insertVisit: `INSERT INTO visit (${VISIT.join(', ')}) VALUES (${VISIT.map(() => '?').join(', ')})`,
  visit: 'SELECT state, stays FROM visit WHERE id = ?',
  visitLeft: "UPDATE visit SET state = 'left', clock = ?, left_at = ?, stays = ? WHERE id = ?",
  insertScanCode: 'INSERT INTO scan_code (code, record) VALUES (?, ?)',
  insertPrintJob: `INSERT INTO print_job
    (open, id, record, kind, language, state, attempts, created_at, updated_at, problem, reprint)
    VALUES (1, 1 + max(coalesce((SELECT max(id) FROM print_job WHERE open = 1), 0),
      coalesce((SELECT max(id) FROM print_job WHERE open = 0), 0)), ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
} as const;

type Statements = Readonly<Record<keyof typeof STATEMENTS, BetterSqlite.Statement>>;

export function prepareAll(connection: BetterSqlite.Database): Statements {
  const entries = Object.entries(STATEMENTS).map(([name, sql]) => [name, connection.prepare(sql)] as const);
  return Object.fromEntries(entries) as Statements;
}
