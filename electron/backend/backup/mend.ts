// Mending a data folder with the program closed: a new database is put together beside the present one, and takes its
// place when it is whole. The present one is set aside and stays for a week, or until somebody is erased.
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '../../api/boot.ts';
import { openDatabase, type Database } from '../database/database.ts';
import { holdFile, settleFile } from '../database/open-copy.ts';
import type { Tx } from '../database/handle.ts';
import { createHeadFile, fileIdentity, HEAD_FILE } from '../journal/head-file.ts';
import { createProjection, openJournal, type Journal, type JournalParts } from '../journal/journal.ts';
import type { Projection } from '../journal/project.ts';
import { rebuildViews } from '../journal/rebuild.ts';
import type { Succession } from '../journal/succession.ts';
import { verifyJournals } from '../journal/verify.ts';
import { propertyCalendar } from '../places/property-calendar.ts';
import { KeyMissingError, openSecrets, type Secrets } from '../privacy/secrets.ts';
import { readSecrets } from '../privacy/secrets.store.ts';
import { countLockedIssues } from '../database/views.store.ts';
import { listErased } from './backup.store.ts';
import { flushFolder } from './backup-folder.ts';

/**
 * NO_BACKUP: there is none that is whole and opens with this key. BACKUP_DAMAGED: the named one is not whole. In both
 * cases nothing was changed.
 */
export class MendError extends Error {
  override readonly name = 'MendError';
  readonly problem: 'NO_BACKUP' | 'BACKUP_DAMAGED';

  constructor(problem: MendError['problem'], options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

export interface MendParts extends Pick<JournalParts, 'clock' | 'random' | 'projectors'> {
  readonly dataDir: string;
  readonly propertyKey: Uint8Array;
}

/** The new database while it is put together. Disposing of it removes what is left of it. */
export interface Stage extends Disposable {
  readonly database: Database;
  /** Opens the secrets anew after other ones were taken in. Throws `KeyMissingError`. */
  secrets(): Secrets;
  projection(): Projection;
  /**
   * Folds everything, begins the new journal, lets `complete` append to it, verifies, and takes the place of the present
   * database, which `held` kept as it was. Throws `DatabaseError` DATABASE_LOCKED where somebody has opened that since;
   * it stays then.
   */
  takePlace(held: Disposable, succession: Succession, complete: (journal: Journal) => void): Mended;
}

export interface Mended {
  readonly journal: number;
  readonly generation: string;
  readonly records: number;
  /** Records whose key is not here: their numbers and times are, their names are not. */
  readonly lockedRecords: number;
}

const STAGE = 'mend.new';
const SET_ASIDE = 'set-aside';
const COMPANIONS = ['-wal', '-shm'];

/** `backup` is copied; null begins with an empty database. Throws as `openDatabase` does. */
export function openStage(parts: MendParts, backup: string | null): Stage {
  const { dataDir, propertyKey, clock, random, projectors } = parts;
  const folder = join(dataDir, STAGE);
  const path = join(folder, DATABASE_FILE);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const database = openFirst(path, backup, folder);
  const secrets = (): Secrets => {
    // Opening would make new ones, under which nothing of the old could ever be read.
    if (readSecrets(database.db).size === 0) throw new KeyMissingError('no secrets are in this file');
    return openSecrets(database, propertyKey, random);
  };
  const projection = (): Projection => createProjection({ secrets: secrets(), random, projectors });
  return {
    database,
    secrets,
    projection,
    takePlace(held, succession, complete) {
      const folded = projection();
      database.write((tx) => destroyErasedKeys(tx, folded));
      const records = rebuildViews(database, folded);
      const calendar = propertyCalendar(database.db);
      const file = fileIdentity(path);
      const journal = openJournal({
        ...{ database, secrets: secrets(), clock, random, calendar, projectors, succession, file },
      });
      complete(journal);
      const found = verifyJournals(database.db);
      if (!found.ok) throw new MendError('BACKUP_DAMAGED');
      const lockedRecords = countLockedIssues(database.db);
      createHeadFile(folder).note(database.db);
      database.emptyLog();
      database.close();
      held[Symbol.dispose]();
      if (existsSync(join(dataDir, DATABASE_FILE))) settleFile(join(dataDir, DATABASE_FILE));
      putInPlace(folder, dataDir);
      return { journal: journal.id, generation: succession.generation, records, lockedRecords };
    },
    [Symbol.dispose]() {
      database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function openFirst(path: string, backup: string | null, folder: string): Database {
  try {
    if (backup !== null) copyFileSync(backup, path);
    return openDatabase(path, { backupDir: null });
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
}

/** A key that came with an older copy must not open what was erased since. */
function destroyErasedKeys(tx: Tx, { keys }: Projection): void {
  for (const record of listErased(tx)) keys.destroy(tx, record);
}

/**
 * Copies what is there into a folder of its own and answers its path; null where there is nothing. Throws
 * `DatabaseError` DATABASE_LOCKED while the program has the database open.
 */
export function setAside({ dataDir, clock }: Pick<MendParts, 'dataDir' | 'clock'>): string | null {
  const path = join(dataDir, DATABASE_FILE);
  if (!existsSync(path)) return null;
  const stamp = new Date(clock.now()).toISOString().replaceAll(/[-:.]/g, '');
  let folder = join(dataDir, SET_ASIDE, stamp);
  for (let again = 2; existsSync(folder); again += 1) folder = join(dataDir, SET_ASIDE, `${stamp}-${again}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of [DATABASE_FILE, `${DATABASE_FILE}-wal`, HEAD_FILE]) {
    if (existsSync(join(dataDir, name))) copyFileSync(join(dataDir, name), join(folder, name));
  }
  flushFolder(folder);
  try {
    settleFile(path);
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
  return folder;
}

/** Keeps the present database as it is until the mended one takes its place. Throws as `setAside` does. */
export function holdPresent(dataDir: string): Disposable {
  const path = join(dataDir, DATABASE_FILE);
  return existsSync(path) ? holdFile(path) : { [Symbol.dispose]() {} };
}

/** What a mending that was killed left behind: a whole copy, of no use to anybody. */
export function dropStage(dataDir: string): void {
  rmSync(join(dataDir, STAGE), { recursive: true, force: true });
}

/** Removes the databases that were set aside before `until` (UTC ms); the reports of what was mended stay. */
export function dropSetAside(dataDir: string, until: number): void {
  const folder = join(dataDir, SET_ASIDE);
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name, DATABASE_FILE);
    if (!existsSync(path) || statSync(join(folder, name)).mtimeMs >= until) continue;
    for (const suffix of ['', ...COMPANIONS]) rmSync(path + suffix, { force: true });
  }
}

/**
 * The log of the old file must go before the new file comes: SQLite would write it into the new one. A crash in
 * between leaves the old database without its last commits, all of which lie in what was set aside.
 */
function putInPlace(stage: string, dataDir: string): void {
  for (const suffix of COMPANIONS) rmSync(join(dataDir, DATABASE_FILE + suffix), { force: true });
  for (const name of [DATABASE_FILE, HEAD_FILE]) renameSync(join(stage, name), join(dataDir, name));
  flushFolder(dataDir);
}
