// Reads what a database file holds, past the program: by a connection of its own that cannot write.
import BetterSqlite from 'better-sqlite3';
import type { Db } from '../../electron/backend/database/handle.ts';
import { iterateJournal, iterateJournals } from '../../electron/backend/journal/journal.store.ts';
import { verifyJournals } from '../../electron/backend/journal/verify.ts';
import { decodeWire } from '../../head-office/protocol/wire.ts';
import type { Kept } from './ledger.rules.ts';

/** The file's content, and whether its chains hold. */
export function readKept(path: string): { readonly kept: Kept; readonly broken: string[] } {
  const connection = new BetterSqlite(path, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    // One transaction, so that all tables are of the same moment while the backend goes on.
    return connection.transaction(() => readAll({ connection, prepared: new Map() }))();
  } finally {
    connection.close();
  }
}

function readAll(db: Db): { readonly kept: Kept; readonly broken: string[] } {
  const all = <Row>(sql: string): Row[] => db.connection.prepare(sql).all() as Row[];
  const journals = [...iterateJournals(db)];
  const events = journals.flatMap((journal) =>
    [...iterateJournal(db, journal)].flatMap(({ wire, record }) => {
      const event = decodeWire(wire);
      return event?.type.startsWith('visit.') ? [{ commandId: event.command, record, type: event.type }] : [];
    }),
  );
  const answers = all<{ id: Buffer; result: string }>('SELECT id, result FROM command').map(
    ({ id, result }) => [uuidOf(id), JSON.parse(result) as Record<string, unknown>] as const,
  );
  const verification = verifyJournals(db);
  return {
    kept: {
      events,
      answers: new Map(answers),
      visits: all('SELECT id, number, CAST(pass_code AS TEXT) AS passCode, state FROM visit'),
      jobs: all('SELECT id, record, reprint, state FROM print_job'),
      cards: all('SELECT card, visit FROM held_card'),
      journals: journals.length,
    },
    broken: verification.ok ? [] : [`the chain breaks: ${JSON.stringify(verification.broken)}`],
  };
}

function uuidOf(id: Buffer): string {
  return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
