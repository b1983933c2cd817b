// The peers' statements that every action needs, and how all of them are prepared: once.
import type BetterSqlite from 'better-sqlite3';

export const JOURNAL = {
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
  insertScanCode: 'INSERT INTO scan_code (code, record) VALUES (?, ?)',
  insertPrintJob: `INSERT INTO print_job
    (open, id, record, kind, language, state, attempts, created_at, updated_at, problem, reprint)
    VALUES (1, 1 + max(coalesce((SELECT max(id) FROM print_job WHERE open = 1), 0),
      coalesce((SELECT max(id) FROM print_job WHERE open = 0), 0)), ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
  key: 'SELECT wrapped FROM record_key WHERE record = ?',
} as const;

type Statements<Name extends string> = Readonly<Record<Name, BetterSqlite.Statement>>;

export function prepareAll<Name extends string>(
  connection: BetterSqlite.Database,
  texts: Readonly<Record<Name, string>>,
): Statements<Name> {
  const entries = Object.entries<string>(texts).map(
    ([name, sql]) => [name, connection.prepare(sql)] as const,
  );
  return Object.fromEntries(entries) as Statements<Name>;
}
