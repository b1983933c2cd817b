// Several installations of one property: same secrets, a journal each, exchanging what they wrote.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VIEWS } from '../../db/views.ts';
import { DATABASE_FILE } from '../../electron/api/boot.ts';
import { composeBackend, type Backend } from '../../electron/backend/compose.ts';
import { openDatabase, type Database } from '../../electron/backend/database/database.ts';
import { ingestLinks } from '../../electron/backend/journal/ingest.ts';
import { iterateJournal, type StoredEvent } from '../../electron/backend/journal/journal.store.ts';
import { createSilentLog } from '../../electron/backend/shared/log.ts';
import { seededRandom } from '../../electron/backend/shared/random.ts';
import { createTestClock, MORNING, TEST_KEY, type TestClock } from './desk.ts';

export interface Installation extends Disposable {
  readonly backend: Backend;
  readonly clock: TestClock;
}

/** A new journal of the property that `secretsFrom` belongs to; its clock is `skewMs` off. */
export function openInstallation(seed: number, skewMs: number, secretsFrom: Database | null): Installation {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-installation-'));
  if (secretsFrom) copySecrets(secretsFrom, join(folder, DATABASE_FILE));
  const clock = createTestClock(MORNING + skewMs);
  const backend = composeBackend({
    config: {
      ...{ dataDir: folder, property: 'desk', seed, language: 'zh-CN', reader: null, printer: null },
      appVersion: '0.0.0-test',
    },
    propertyKey: TEST_KEY,
    clock,
    random: seededRandom(seed),
    log: createSilentLog(),
  });
  return {
    backend,
    clock,
    [Symbol.dispose]() {
      backend.database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function copySecrets(from: Database, path: string): void {
  const target = openDatabase(path, { backupDir: null });
  target.write((tx) => {
    const insert = tx.connection.prepare('INSERT INTO secret (name, wrapped) VALUES (?, ?)');
    const rows = from.db.connection.prepare('SELECT name, wrapped FROM secret').raw().all() as unknown[][];
    for (const row of rows) insert.run(...row);
  });
  target.close();
}

/** What an installation wrote itself, in order. */
function ownLinks({ backend }: Installation): StoredEvent[] {
  return [...iterateJournal(backend.database.db, backend.journal.id)];
}

/** Gives record keys on, as they travel beside the events; a record that was erased here takes none back. */
function giveKeys(from: Installation, to: Installation): void {
  const keys = from.backend.database.db.connection
    .prepare('SELECT record, wrapping, wrapped FROM record_key')
    .raw()
    .all() as [number, number, Uint8Array][];
  to.backend.database.write((tx) => {
    const insert = tx.connection.prepare('INSERT OR IGNORE INTO record_key VALUES (?, ?, ?)');
    for (const [record, ...key] of keys) if (!isErased(to, record)) insert.run(record, ...key);
  });
}

/** One installation takes in what the others wrote, whole. */
export function exchange(installations: readonly Installation[]): void {
  for (const to of installations) {
    for (const from of installations) {
      if (from !== to) take(to, from.backend.journal.id, ownLinks(from), from);
    }
  }
}

function take(to: Installation, journal: number, links: readonly StoredEvent[], keysOf: Installation): void {
  giveKeys(keysOf, to);
  const { database, journal: own } = to.backend;
  database.write((tx) => ingestLinks(own.projection, tx, journal, links));
}

function isErased(at: Installation, record: number): boolean {
  const wires = at.backend.database.db.connection
    .prepare('SELECT wire FROM event WHERE record = ?')
    .pluck()
    .all(record) as Uint8Array[];
  return wires.some((wire) => Buffer.from(wire).includes('"type":"record.erased"'));
}

/** A fresh installation takes in three journals; `order` chooses whose next few events come, in which bites. */
export function arriveBy(
  desks: readonly Installation[],
  order: readonly number[],
): Record<string, unknown[]> {
  using target = openInstallation(50 + order.length, 0, desks[0]?.backend.database ?? null);
  for (const desk of desks) giveKeys(desk, target);
  const waiting = desks.map((desk) => ({ desk, links: ownLinks(desk) }));
  for (let turn = 0; waiting.some(({ links }) => links.length > 0); turn += 1) {
    const open = waiting.filter(({ links }) => links.length > 0);
    const choice = order[turn] ?? 0;
    const next = open[choice % open.length];
    if (!next) break;
    const bite = order.length === 0 ? next.links.length : 1 + (choice % 5);
    const { database, journal } = target.backend;
    const links = next.links.splice(0, bite);
    database.write((tx) => ingestLinks(journal.projection, tx, next.desk.backend.journal.id, links));
  }
  return tables(target.backend);
}

/** Every row of every view. */
export function tables(backend: Backend): Record<string, unknown[]> {
  const { connection } = backend.database.db;
  return Object.fromEntries(
    VIEWS.map((view) => [view, connection.prepare(`SELECT * FROM "${view}" ORDER BY 1, 2`).all()]),
  );
}
