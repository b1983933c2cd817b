// `foyer verify` and `foyer rebuild`: the chains, and the tables that are folded from them.
import { checkViews, rebuildViews } from '../../backend/journal/rebuild.ts';
import { verifyJournals } from '../../backend/journal/verify.ts';
import type { DataFolder } from './folder.ts';

export function verify({ database }: DataFolder): number {
  const found = verifyJournals(database.db);
  if (!found.ok) {
    const { journal, seq, reason } = found.broken;
    console.error(`journal ${journal} breaks at event ${seq}: ${reason}`);
    return 1;
  }
  for (const { journal, seq, hash } of found.heads) {
    console.log(`journal ${journal} whole up to event ${seq}, ${hash}`);
  }
  return 0;
}

export function rebuild({ database, projection }: DataFolder): number {
  console.log(`folded ${rebuildViews(database, projection)} records`);
  return 0;
}

export function checkRebuild({ path, projection }: DataFolder): number {
  const found = checkViews(path, projection);
  if (found.outcome === 'equal') {
    console.log(`equal: ${found.records} records fold into the tables that are there`);
    return 0;
  }
  if (found.outcome === 'cannotCompare') {
    console.error(`cannot compare: the keys of ${found.lockedRecords} records are not here`);
    return 1;
  }
  for (const { view, missing, extra } of found.differences) {
    console.error(`${view}: ${missing} rows missing or different, ${extra} that a rebuild does not give`);
  }
  return 1;
}
