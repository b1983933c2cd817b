// What keeps the open lists fast at any number of rows: their queries read the partial indexes and scan no table.
import { expect, test } from 'vitest';
import { openDatabase } from '../../electron/backend/database/database.ts';
import type { Db } from '../../electron/backend/database/handle.ts';
import { createPrintJobStore } from '../../electron/backend/devices/printer/print-jobs.store.ts';
import {
  countOpen,
  listExpected,
  listOpenAlike,
  listOnSite,
  listOpenByDocument,
} from '../../electron/backend/registers/visitors/visitors.store.ts';

/** A handle that notes the text of every statement prepared on it. */
function noting(db: Db, statements: string[]): Db {
  const connection = new Proxy(db.connection, {
    get(target, name) {
      if (name !== 'prepare') return Reflect.get(target, name) as unknown;
      return (text: string) => {
        statements.push(text);
        return target.prepare(text);
      };
    },
  });
  return { connection, prepared: new Map() };
}

/** How SQLite would run what `ask` prepares. */
function plansOf(ask: (db: Db) => unknown): string[] {
  const database = openDatabase(':memory:', { backupDir: null });
  try {
    const statements: string[] = [];
    ask(noting(database.db, statements));
    return statements.flatMap((text) => {
      const parameters = [...text.matchAll(/\?/g)].map(() => 0);
      const steps = database.db.connection.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...parameters);
      return steps.map((step) => String((step as { detail: string }).detail));
    });
  } finally {
    database.close();
  }
}

const NEWCOMER = { documentType: 'residentId', documentIndex: 'index', name: '测试', phone: '1' } as const;

/** The steps that read a table, without sorting and joining. */
const readings = (plans: readonly string[]): string[] => plans.filter((step) => /^(SEARCH|SCAN) /.test(step));

test.each<[string, (db: Db) => unknown]>([
  ['who is inside', listOnSite],
  ['who is expected', listExpected],
  ['how many there are', (db) => countOpen(db, 0)],
  ["a document's open visits", (db) => listOpenByDocument(db, 'index')],
])('%s is found by the index of open visits', (_, ask) => {
  const steps = readings(plansOf(ask));
  expect(steps).not.toEqual([]);
  for (const step of steps)
    expect(step).toMatch(/^SEARCH visit USING (COVERING )?INDEX visit_open_person \(state=\?/);
});

test('who may be the same is looked for in the index of open visits, and read by its number', () => {
  const steps = readings(plansOf((db) => listOpenAlike(db, NEWCOMER)));
  const sought = 'SEARCH visit USING COVERING INDEX visit_open_person (state=? AND document_index=?)';
  const along = 'SEARCH visit USING COVERING INDEX visit_open_person (state=?)';
  expect(steps).toEqual([
    'SEARCH visit USING INTEGER PRIMARY KEY (rowid=?)',
    ...[sought, sought, along, along],
  ]);
});

test('print jobs that wait are found by the index of open jobs', () => {
  const steps = readings(
    plansOf((db) => createPrintJobStore({ db, write: () => undefined as never }).open()),
  );
  expect(steps).toEqual(['SEARCH print_job USING PRIMARY KEY (open=?)']);
});

test('a query without an index would be seen', () => {
  const steps = plansOf((db) => db.connection.prepare("SELECT * FROM visit WHERE name = 'x'").all());
  expect(steps).toEqual(['SCAN visit']);
});
