// Why a backup was not made, by name. The backups from before are whole, and the desk goes on.
import type { BackupProblem } from '../../api/data.contract.ts';

export class BackupError extends Error {
  override readonly name = 'BackupError';
  readonly problem: BackupProblem;

  constructor(problem: BackupProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

const systemCodes: Readonly<Record<string, BackupProblem>> = {
  ENOENT: 'FOLDER_MISSING',
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EACCES: 'FOLDER_UNWRITABLE',
  EPERM: 'FOLDER_UNWRITABLE',
  EROFS: 'FOLDER_UNWRITABLE',
  EIO: 'FOLDER_UNWRITABLE',
};
const sqliteCodes: readonly (readonly [RegExp, BackupProblem])[] = [
  [/^SQLITE_FULL/, 'DISK_FULL'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'COPY_DAMAGED'],
  [/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM)/, 'FOLDER_UNWRITABLE'],
];

/** Gives failures of the disk and of SQLite their name. */
export function asBackupError(cause: unknown): BackupError {
  if (cause instanceof BackupError) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const problem = systemCodes[code] ?? sqliteCodes.find(([pattern]) => pattern.test(code))?.[1];
  return new BackupError(problem ?? 'UNFORESEEN', { cause });
}
