// Reads what a database file holds, past the program: by a connection of its own that cannot write.
import BetterSqlite from 'better-sqlite3';
import type { Db } from '../../electron/backend/database/handle.ts';
import { iterateJournal, iterateJournals } from '../../electron/backend/journal/journal.store.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { decodeWire } from '../../head-office/protocol/wire.ts';
import type { Kept } from './ledger.rules.ts';
import type { LendingKept } from './lending.rules.ts';

/** What a file holds, and whether its chains hold. */
export interface Read {
  readonly kept: Kept;
  readonly lending: LendingKept;
  readonly broken: string[];
}

export function readKept(path: string): Read {
  const connection = new BetterSqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    // One transaction, so that all tables are of the same moment while the backend goes on.
    return connection.transaction(() => readAll({ connection, prepared: new Map() }))();
  } finally {
    connection.close();
  }
}

/** What the lending's judge wants to know of. */
const LENDING = /^(loan|deposit|key_loan)\./;

function readAll(db: Db): Read {
  const all = <Row>(sql: string): Row[] => db.connection.prepare(sql).all() as Row[];
  const journals = [...iterateJournals(db)];
  const events = journals.flatMap((journal) =>
    [...iterateJournal(db, journal)].flatMap(({ wire, record }) => {
      const event = decodeWire(wire);
      return event ? [{ commandId: event.command, record, type: event.type }] : [];
    }),
  );
  const answers = new Map(
    all<{ id: Buffer; result: string }>('SELECT id, result FROM command').map(
      ({ id, result }) => [uuidOf(id), JSON.parse(result) as Record<string, unknown>] as const,
    ),
  );
  const verification = verifyJournals(db);
  return {
    kept: {
      events: events.filter(({ type }) => type.startsWith('visit.')),
      answers,
      visits: all('SELECT id, number, CAST(pass_code AS TEXT) AS passCode, state FROM visit'),
      jobs: all(`
        SELECT j.id, COALESCE(v.number, d.number) AS number, j.kind, j.reprint, j.state FROM print_job j
        LEFT JOIN visit v ON v.id = j.record LEFT JOIN deposit d ON d.id = j.record`),
      cards: all('SELECT card, visit FROM held_card'),
      journals: journals.length,
    },
    lending: {
      events: events.filter(({ type }) => LENDING.test(type)),
      answers,
      loans: all('SELECT id, number, state FROM loan'),
      keyLoans: all('SELECT id, number, state FROM key_loan'),
      out: all(`
        SELECT item AS thing, loan FROM loan_line WHERE item > 0
        UNION ALL SELECT key AS thing, loan FROM key_loan_line WHERE open = 1`),
      deposits: all(`
        SELECT id, number, loan, state, amount_fen AS amountFen, refunded_fen AS refundedFen FROM deposit`),
      till: Object.fromEntries(
        all<{ kind: string; fen: number }>(
          "SELECT kind, fen FROM cash_total WHERE desk = 'L1' AND method = 'cash'",
        ).map(({ kind, fen }) => [kind, fen]),
      ),
    },
    broken: verification.ok ? [] : [`the chain breaks: ${JSON.stringify(verification.broken)}`],
  };
}

function uuidOf(id: Buffer): string {
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
