// Rebuilds the views from the journal, and checks that the live ones are what a rebuild would give.
import { VIEWS } from '../../../db/views.ts';
import type { Database } from '../database/database.ts';
import type { Tx } from '../database/handle.ts';
import { openScratchViews } from '../database/scratch-views.ts';
import { clearView, compareView, countLockedIssues } from '../database/views.store.ts';
import { clearIndex } from '../search/search.store.ts';
import { iterateRecords } from './journal.store.ts';
import { projectAgain, type Projection } from './project.ts';

/** How one view differs from its rebuild: rows that only one of the two has. */
export interface ViewDifference {
  readonly view: string;
  readonly missing: number;
  readonly extra: number;
}

export type RebuildCheck =
  | { readonly outcome: 'equal'; readonly records: number }
  | { readonly outcome: 'different'; readonly differences: readonly ViewDifference[] }
  /** Some records are locked: their keys are not here, so their rows cannot be told from damaged ones. */
  | { readonly outcome: 'cannotCompare'; readonly lockedRecords: number };

/**
 * Throws every view away and folds all records again, in one transaction; the box's index is made anew from them when
 * the program next runs. Answers how many records there were.
 */
export function rebuildViews(database: Database, projection: Projection): number {
  return database.write((tx) => foldAnew(tx, projection));
}

/** The same inside a transaction that does more. */
export function foldAnew(tx: Tx, projection: Projection): number {
  for (const view of VIEWS) clearView(tx, view);
  clearIndex(tx);
  return foldAll(tx, projection);
}

/** Folds all records into fresh tables in memory and compares them with the live ones. Writes nothing. */
export function checkViews(databasePath: string, projection: Projection): RebuildCheck {
  using scratch = openScratchViews(databasePath);
  const records = scratch.write((tx) => foldAll(tx, projection));
  const lockedRecords = countLockedIssues(scratch.db);
  if (lockedRecords > 0) return { outcome: 'cannotCompare', lockedRecords };
  const differences = VIEWS.map((view) => ({ view, ...compareView(scratch.db, view) })).filter(
    ({ missing, extra }) => missing + extra > 0,
  );
  return differences.length > 0 ? { outcome: 'different', differences } : { outcome: 'equal', records };
}

function foldAll(tx: Tx, projection: Projection): number {
  let records = 0;
  for (const record of iterateRecords(tx)) {
    projectAgain(projection, tx, record);
    records += 1;
  }
  return records;
}
