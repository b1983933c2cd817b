// Migration 0002: a desk of the version before gets its index, and what was written before is found.
import BetterSqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { foundation } from '../../db/migrations/0001-foundation.ts';
import { openDatabase } from '../../electron/backend/database/database.ts';
import { checkViews } from '../../electron/backend/journal/rebuild.ts';
import { openTestDesk } from '../support/desk.ts';
import { withFolder } from '../support/folder.ts';
import { walkIn } from '../support/visits.ts';

/** The tables of a file, without those that a later migration than 0002 made. */
function schemaOf(connection: BetterSqlite.Database): unknown[] {
  return connection.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();
}

/** Takes a file back to version 1: everything that later migrations made goes. */
function takeBack(path: string): unknown[] {
  const connection = new BetterSqlite(path);
  connection.exec('DROP TABLE search_index; DROP TABLE search_doc; DROP TABLE search_mark');
  connection.pragma('user_version = 1');
  const schema = schemaOf(connection);
  connection.close();
  return schema;
}

test('a desk from before the index is copied, migrated, and finds its old visits; its tables still follow', async () => {
  await using desk = await openTestDesk();
  const api = await desk.signedIn();
  const { id } = await api.visitors.register(walkIn({ name: '吕旧客' }));
  await api.visitors.leave({ commandId: walkIn().commandId, visit: id, way: 'list' });
  await desk.backend.close();
  const versionOne = takeBack(desk.databasePath);
  withFolder((folder) => {
    const fresh = openDatabase(`${folder}/one.db`, { backupDir: null, migrations: [foundation] });
    expect(versionOne).toEqual(schemaOf(fresh.db.connection));
    fresh.close();
  });
  desk.backend = { ...desk.backend, close: async () => {} };
  await desk.restart();
  const found = await (await desk.signedIn()).search.find({ text: '旧客' });
  expect(found.history.map(({ record }) => record)).toEqual([id]);
  const { projection } = desk.backend.journal;
  expect(checkViews(desk.databasePath, projection)).toMatchObject({ outcome: 'equal' });
});
