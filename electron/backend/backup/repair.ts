// Mends a damaged database: the last good backup, and every event of the damaged file that can still be read.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, type DamageFacts } from '../../api/boot.ts';
import { DatabaseError } from '../database/database-error.ts';
import { openDatabase } from '../database/database.ts';
import { openCopy, pagesAreWhole } from '../database/open-copy.ts';
import type { Db } from '../database/handle.ts';
import { createHeadFile } from '../journal/head-file.ts';
import { isEmptied } from '../journal/open-whole.ts';
import { ingestLinks } from '../journal/ingest.ts';
import {
  latestGeneration,
  nextGeneration,
  readOwn,
  writeOwn,
  type NotedHead,
} from '../journal/succession.ts';
import { verifyJournals } from '../journal/verify.ts';
import { opensSecrets } from '../privacy/secrets.ts';
import { takeRecordKeys, takeSecrets } from './backup.store.ts';
import { BACKUP_FOLDER, openBackupFolder } from './backup-folder.ts';
import {
  holdPresent,
  MendError,
  openStage,
  setAside,
  type Mended,
  type MendParts,
  type Stage,
} from './mend.ts';
import { writeReport, type RepairReport } from './repair-report.ts';
import {
  countUnreadable,
  journalsOf,
  nothingSalvaged,
  salvageJournal,
  tryRead,
  type Salvaged,
} from './salvage.ts';
import { appendCutOff, takeCompanions } from './salvage-append.ts';
import { verifyBackup } from './trim-copy.ts';

export interface RepairParts extends MendParts {
  /** Where backups are looked for besides the data folder. */
  readonly backupDir: string | null;
}

export type Repaired =
  /** Every page and every chain holds: there is nothing to mend, and nothing was changed. */
  { readonly outcome: 'whole' } | ({ readonly outcome: 'repaired'; readonly report: RepairReport } & Mended);

/**
 * Puts a mended database in the place of a damaged one, which is set aside. What still links up behind the backup
 * goes on as it was; what lies behind a gap is written again into the new journal. The program must be closed.
 * Throws `MendError` NO_BACKUP where neither a backup nor the file itself opens with this key, or `DatabaseError`
 * DATABASE_LOCKED; nothing was changed then.
 */
export function repair(parts: RepairParts): Repaired {
  const { dataDir } = parts;
  const path = join(dataDir, DATABASE_FILE);
  const noted = createHeadFile(dataDir).read();
  if (isWhole(path, noted)) return { outcome: 'whole' };
  const { stage, backup } = openBase(parts, path);
  using _stage = stage;
  const aside = setAside(parts);
  using held = holdPresent(dataDir);
  const { database } = stage;
  takeKeys({ ...parts, emptied: readFile(path, (db) => isEmptied(db, noted)) ?? true }, path, database.db);
  const salvaged = readFile(path, (damaged) => {
    const found = journalsOf(damaged, database.db, noted).map((journal) =>
      salvageJournal(damaged, database.db, journal, noted),
    );
    database.write((tx) => takeCompanions(tx, damaged, found));
    return { found, own: tryRead(() => readOwn(damaged)) };
  });
  const found = salvaged?.found ?? nothingSalvaged(database.db, noted);
  for (const { journal, chained } of found) {
    database.write((tx) => ingestLinks(stage.projection(), tx, journal, chained));
  }
  const base = readOwn(database.db);
  const own = { ...base, journal: salvaged?.own?.journal ?? noted?.journal ?? base.journal };
  const generations = [own.generation, salvaged?.own?.generation ?? '', noted?.generation ?? ''];
  const generation = nextGeneration(latestGeneration(generations));
  if (own.journal !== undefined) database.write((tx) => writeOwn(tx, own));
  const place = noted && { journal: noted.journal, seq: noted.seq, hash: noted.hash };
  let rewritten = { appended: 0, locked: 0 };
  const mended = stage.takePlace(held, { reason: 'repaired', generation, noted: place }, (journal) => {
    rewritten = appendCutOff(parts, database, journal, found);
  });
  const report = writeReport(aside, { at: parts.clock.now(), backup, found, ...rewritten, ...mended });
  return { outcome: 'repaired', report, ...mended };
}

/** What `repair` would build on and bring. Changes nothing. */
export function previewRepair(parts: RepairParts): DamageFacts {
  const base = findBase(parts);
  const found = base ? (readFile(base.path, (db) => salvage(parts, db)) ?? []) : withEmpty(parts);
  return {
    backup: base && { madeAt: base.at, events: base.events },
    readable: found.reduce((sum, { chained, cutOff }) => sum + chained.length + cutOff.length, 0),
    lost: found.reduce((sum, { unreadable }) => sum + countUnreadable(unreadable), 0),
  };
}

function withEmpty(parts: RepairParts): Salvaged[] {
  const empty = openDatabase(':memory:', { backupDir: null });
  try {
    return salvage(parts, empty.db);
  } finally {
    empty.close();
  }
}

function salvage({ dataDir }: RepairParts, base: Db): Salvaged[] {
  const noted = createHeadFile(dataDir).read();
  const found = readFile(join(dataDir, DATABASE_FILE), (damaged) =>
    journalsOf(damaged, base, noted).map((journal) => salvageJournal(damaged, base, journal, noted)),
  );
  return found ?? nothingSalvaged(base, noted);
}

function isWhole(path: string, noted: NotedHead | null): boolean {
  return readFile(path, (db) => pagesAreWhole(db) && verifyJournals(db).ok && !isEmptied(db, noted)) ?? false;
}

/** Null where the file cannot be opened, or not read to the end of what `read` asks for. */
function readFile<T>(path: string, read: (file: Db) => T): T | null {
  return tryRead(() => {
    using copy = openCopy(path, 'read');
    return read(copy.db);
  });
}

/** The newest backup that is whole and opens with this key; without one an empty database under the file's own secrets. */
function openBase(
  parts: RepairParts,
  damaged: string,
): { readonly stage: Stage; readonly backup: string | null } {
  const base = findBase(parts);
  const stage = openStage(parts, base?.path ?? null);
  try {
    if (base === null) takeSecrets(stage.database.db, damaged);
    stage.secrets();
  } catch (cause) {
    stage[Symbol.dispose]();
    throw new MendError('NO_BACKUP', { cause });
  }
  return { stage, backup: base?.name ?? null };
}

function findBase(
  parts: RepairParts,
): { readonly name: string; readonly path: string; readonly at: number; readonly events: number } | null {
  for (const file of backupsOf(parts)) {
    const events = tryRead(() => verifyBackup(file.path));
    const opens = readFile(file.path, (db) => opensSecrets(db, parts.propertyKey));
    if (events !== null && opens) return { ...file, events };
  }
  return null;
}

function backupsOf(
  { dataDir, backupDir }: { readonly dataDir: string; readonly backupDir: string | null },
  kind: 'foyer' | 'keys' = 'foyer',
): { readonly name: string; readonly path: string; readonly at: number }[] {
  return [backupDir, join(dataDir, BACKUP_FOLDER)]
    .filter((folder) => folder !== null && existsSync(folder))
    .flatMap((folder) =>
      openBackupFolder(folder ?? '')
        .list()
        .map((file) => ({ ...file, path: join(folder ?? '', file.name) })),
    )
    .filter((file) => file.kind === kind)
    .toSorted((a, b) => b.at - a.at);
}

/**
 * The damaged file's own keys where all of them can be read: it knows what was erased. Else those of the newest copy,
 * and of the file what it still gives. An emptied file has no keys, which says nothing of who was erased.
 */
function takeKeys(
  parts: Parameters<typeof backupsOf>[0] & { readonly emptied: boolean },
  damaged: string,
  db: Db,
): void {
  try {
    if (parts.emptied) throw new DatabaseError('DATABASE_DAMAGED');
    takeRecordKeys(db, damaged, 'keep');
  } catch {
    const [copy] = backupsOf(parts, 'keys');
    if (copy) tryRead(() => takeRecordKeys(db, copy.path, 'keep'));
  }
}
