// Fresh, empty views in memory beside a live database whose journal they can read: what a rebuild check folds into.
import { VIEWS } from '../../../db/views.ts';
import { openDatabase, type Database } from './database.ts';
import { LIVE } from './views.store.ts';

/**
 * Names resolve to memory first and to the live file after it, so that with only the views kept in memory every
 * statement finds the fresh views and the live journal. Nothing that runs here writes to a
 * table outside the views, so the live file stays as it is.
 */
export function openScratchViews(livePath: string): Database & Disposable {
  const scratch = openDatabase(':memory:', { backupDir: null });
  const { connection } = scratch.db;
  const views: ReadonlySet<string> = new Set(VIEWS);
  const tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  for (const table of tables) {
    // The search index takes its inner tables along, which the list names too.
    if (!views.has(String(table))) connection.exec(`DROP TABLE IF EXISTS "${String(table)}"`);
  }
  connection.prepare(`ATTACH ? AS ${LIVE}`).run(livePath);
  return { ...scratch, [Symbol.dispose]: scratch.close };
}
