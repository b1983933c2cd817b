// `npm run foyer -- COMMAND`: looks after a data folder from the command line, with the program closed.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DATABASE_FILE } from '../api/boot.ts';
import { checkRebuild, rebuild, verify } from './foyer/check.ts';
import { mendParts, openFolder, readKey, type DataFolder } from './foyer/folder.ts';
import { recoverKey } from './foyer/key.ts';
import { mend, preview, putBack } from './foyer/mend.ts';

const USAGE = `foyer verify  --data-dir DIR --key-file FILE    every journal's chain, link by link
foyer rebuild --data-dir DIR --key-file FILE    all tables anew from the journal
foyer rebuild --check --data-dir DIR --key-file FILE    compare the tables with a rebuild; changes nothing
foyer restore --from BACKUP --data-dir DIR --key-file FILE    put a backup back; what is there is set aside
foyer restore --preview --from BACKUP --data-dir DIR --key-file FILE    say what would be lost; changes nothing
foyer repair  --data-dir DIR --key-file FILE [--backup-dir DIR]    mend a damaged database from its last good backup
foyer key     --recovery KEY|- --data-dir DIR --key-file FILE [--from BACKUP]    write the key file from the recovery sheet
The key file is the one in keys/ beside the data folder, or 32 raw bytes.`;

type Options = Readonly<
  Record<'data-dir' | 'key-file' | 'from' | 'backup-dir' | 'recovery', string | undefined>
> &
  Readonly<Record<'check' | 'preview', boolean>>;

/** Runs one command and answers its exit code: 0 whole, 1 not whole, 2 not understood. */
function run(argv: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      'data-dir': { type: 'string' },
      'key-file': { type: 'string' },
      'backup-dir': { type: 'string' },
      from: { type: 'string' },
      recovery: { type: 'string' },
      check: { type: 'boolean', default: false },
      preview: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const code = runCommand(positionals[0], values as Options);
  if (code === null) console.error(USAGE);
  return code ?? 2;
}

/** Null where the command, or an option that it needs, is missing. */
function runCommand(command: string | undefined, options: Options): number | null {
  const { 'data-dir': dataDir, 'key-file': keyFile, from, 'backup-dir': backupDir = null } = options;
  if (!dataDir || !keyFile) return null;
  switch (command) {
    case 'verify':
      return inFolder(verify);
    case 'rebuild':
      return inFolder(options.check ? checkRebuild : rebuild);
    case 'restore':
      if (!from) return null;
      return options.preview
        ? preview({ dataDir }, from)
        : putBack(mendParts(dataDir, readKey(keyFile)), from);
    case 'repair':
      return mend(mendParts(dataDir, readKey(keyFile)), backupDir);
    case 'key':
      if (!options.recovery) return null;
      return recoverKey(options.recovery, from ?? join(dataDir, DATABASE_FILE), keyFile);
    default:
      return null;
  }

  function inFolder(work: (folder: DataFolder) => number): number {
    using folder = openFolder(dataDir ?? '', readKey(keyFile ?? ''));
    return work(folder);
  }
}

/** What to do about a named failure; nothing was changed then. */
const REMEDIES: Readonly<Record<string, string>> = {
  DATABASE_LOCKED: 'the program has this data folder open: close it first',
  DATABASE_NEWER: 'a later program wrote this database: use that one',
  DATABASE_DAMAGED: 'this database is damaged: try foyer repair',
  DISK_FULL: 'the disk is full: a copy of the database needs as much room again',
  BACKUP_DAMAGED: 'this backup is not whole: choose another one',
  LENGTH: 'a recovery key has 35 letters and digits, in seven groups of five',
  SYMBOL: 'no recovery key has this sign',
  CHECK: 'a slip of the hand',
  WRONG_KEY: 'this recovery key is of an older sheet or of another property',
  NO_SHEET: 'no recovery sheet was made for this database',
  NO_BACKUP: 'neither a backup nor the database itself opens with this key',
};

/** An option that there is not, or one without its value. */
function isNotUnderstood(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return 'it failed for an unknown reason';
  const problem = 'problem' in error ? String(error.problem) : '';
  const group = 'group' in error && typeof error.group === 'number' ? ` (look at group ${error.group})` : '';
  return (REMEDIES[problem] ?? error.message) + group;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  console.error(`foyer: ${explain(error)}`);
  process.exitCode = isNotUnderstood(error) ? 2 : 1;
  if (process.exitCode === 2) console.error(USAGE);
}
