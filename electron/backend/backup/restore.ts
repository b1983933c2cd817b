// Puts a backup back: says beforehand what would be lost, erases again what was erased since, begins a new journal.
import { basename, dirname, join } from 'node:path';
import { existsSync } from 'node:fs';
import { DATABASE_FILE } from '../../api/boot.ts';
import { countOf } from '../../../head-office/protocol/ids.ts';
import { decodeWire } from '../../../head-office/protocol/wire.ts';
import { openCopy } from '../database/open-copy.ts';
import type { Db } from '../database/handle.ts';
import { createHeadFile } from '../journal/head-file.ts';
import { findHead, findLastOfRecord, iterateJournal, iterateJournals } from '../journal/journal.store.ts';
import {
  latestGeneration,
  nextGeneration,
  ownPlace,
  readOwn,
  type ChainPlace,
  type Succession,
} from '../journal/succession.ts';
import { listErased, takeRecordKeys, takeSecrets } from './backup.store.ts';
import { BACKUP_FOLDER, openBackupFolder } from './backup-folder.ts';
import { parseBackupName } from './backup.rules.ts';
import { holdPresent, MendError, openStage, setAside, type Mended, type MendParts } from './mend.ts';
import { verifyBackup } from './trim-copy.ts';

export interface RestorePreview {
  /** UTC ms, from its name; null for a file that was renamed. */
  readonly madeAt: number | null;
  readonly events: number;
  /** `unreadable`: what would be lost cannot be counted. */
  readonly present: 'readable' | 'unreadable' | 'none';
  /** Events of the present database that the backup does not have, by business day. */
  readonly lost: {
    readonly events: number;
    readonly days: readonly (readonly [day: string, events: number])[];
  };
  /** Records that were erased since, and will be erased again. */
  readonly erased: number;
}

export interface Restored extends Mended {
  readonly erased: number;
  /** Where the database that was there before lies now; null where there was none. */
  readonly setAside: string | null;
}

/**
 * Compares a backup with the present database. Changes nothing. Throws `MendError` BACKUP_DAMAGED, or
 * `DatabaseError` where the file cannot be read.
 */
export function previewRestore({ dataDir }: Pick<MendParts, 'dataDir'>, backup: string): RestorePreview {
  const events = requireWhole(backup);
  using copy = openCopy(backup, 'read');
  const present = join(dataDir, DATABASE_FILE);
  const days = existsSync(present)
    ? readFrom(present, (db) => countLost(db, copy.db))
    : new Map<string, number>();
  const erased = [...erasedSince(copy.db, laterFiles(dataDir, backup))];
  return {
    madeAt: parseBackupName(basename(backup))?.at ?? null,
    events,
    present: existsSync(present) ? (days ? 'readable' : 'unreadable') : 'none',
    lost: {
      events: [...(days ?? [])].reduce((sum, [, count]) => sum + count, 0),
      days: [...(days ?? [])].toSorted(([a], [b]) => a.localeCompare(b)),
    },
    erased: erased.length,
  };
}

/**
 * Puts a backup in the place of the present database, which is set aside. The program must be closed. Throws
 * `MendError`, `KeyMissingError` (made under another key) or `DatabaseError` (DATABASE_LOCKED: still open;
 * DATABASE_NEWER: made by a later program); the present database is then as it was.
 */
export function restore(parts: MendParts, backup: string): Restored {
  const { dataDir } = parts;
  requireWhole(backup);
  const later = laterFiles(dataDir, backup);
  using stage = openStage(parts, backup);
  const { database } = stage;
  // Before keys from elsewhere come in: the key must open the backup itself.
  stage.secrets();
  const aside = setAside(parts);
  using held = holdPresent(dataDir);
  for (const file of later) takeAllKeys(database.db, file);
  const erased = erasedSince(database.db, later);
  const mended = stage.takePlace(held, successionAfter(dataDir, database.db), (journal) => {
    const author = { actor: 'system', staff: null, approver: null, shift: null, desk: null } as const;
    journal.system(author, (command) => {
      for (const record of erased) command.erase(record, 'restored');
      return null;
    });
  });
  return { ...mended, erased: erased.size, setAside: aside };
}

function requireWhole(backup: string): number {
  try {
    return verifyBackup(backup);
  } catch (cause) {
    throw new MendError('BACKUP_DAMAGED', { cause });
  }
}

/**
 * What may know of keys and erasures that the backup does not: the newest copies beside it and in the data folder, and
 * the present database, which knows best, last.
 */
function laterFiles(dataDir: string, backup: string): string[] {
  const folders = [join(dataDir, BACKUP_FOLDER), dirname(backup)].filter((path) => existsSync(path));
  const at = parseBackupName(basename(backup))?.at ?? 0;
  const copies = folders
    .flatMap((path) =>
      openBackupFolder(path)
        .list()
        .map((file) => ({ ...file, path: join(path, file.name) })),
    )
    .filter((file) => file.at >= at)
    .toSorted((a, b) => a.at - b.at);
  const newest = (kind: 'keys' | 'foyer'): string[] => {
    const file = copies.findLast((copy) => copy.kind === kind);
    return file ? [file.path] : [];
  };
  const present = join(dataDir, DATABASE_FILE);
  return [...newest('foyer'), ...newest('keys'), ...(existsSync(present) ? [present] : [])];
}

function erasedSince(backup: Db, later: readonly string[]): Set<number> {
  const before = listErased(backup);
  const since = later.flatMap((file) => readFrom(file, (db) => [...listErased(db)]) ?? []);
  return new Set(since.filter((record) => !before.has(record) && findLastOfRecord(backup, record)));
}

/** Answers null where a file cannot be opened or read to its end, or is a copy of keys that has no events. */
function readFrom<T>(path: string, work: (db: Db) => T): T | null {
  try {
    using copy = openCopy(path, 'read');
    return work(copy.db);
  } catch {
    return null;
  }
}

function takeAllKeys(db: Db, file: string): void {
  readFrom(file, () => {
    takeSecrets(db, file);
    takeRecordKeys(db, file, 'replace');
  });
}

function countLost(present: Db, backup: Db): Map<string, number> {
  const days = new Map<string, number>();
  for (const journal of iterateJournals(present)) {
    const head = findHead(backup, journal);
    for (const stored of iterateJournal(present, journal, head ? countOf(head.id) : 0)) {
      const day = decodeWire(stored.wire)?.day ?? '';
      days.set(day, (days.get(day) ?? 0) + 1);
    }
  }
  return days;
}

/** The new journal names the furthest place that the old one is known to have reached, and takes a letter never used. */
function successionAfter(dataDir: string, backup: Db): Succession {
  const noted = createHeadFile(dataDir).read();
  const present = readFrom(join(dataDir, DATABASE_FILE), (db) => ({ place: ownPlace(db), ...readOwn(db) }));
  const generations = [readOwn(backup).generation, noted?.generation ?? '', present?.generation ?? ''];
  return {
    reason: 'restored',
    generation: nextGeneration(latestGeneration(generations)),
    noted: furthest(
      noted && { journal: noted.journal, seq: noted.seq, hash: noted.hash },
      present?.place ?? null,
    ),
  };
}

function furthest(noted: ChainPlace | null, present: ChainPlace | null): ChainPlace | null {
  if (!noted || !present) return present ?? noted;
  return noted.journal === present.journal && noted.seq > present.seq ? noted : present;
}
