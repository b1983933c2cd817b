// What can go wrong with the database file, by name, and what the person at the desk is told about it.

export type DatabaseProblem =
  | 'DISK_FULL'
  | 'DATABASE_LOCKED'
  | 'DATABASE_DAMAGED'
  | 'DATABASE_NEWER'
  | 'DATABASE_UNWRITABLE';

/** Nothing of the refused work was written when this is thrown. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly problem: DatabaseProblem;

  constructor(problem: DatabaseProblem, options?: ErrorOptions) {
    super(problem, options);
    this.problem = problem;
  }
}

const problems: readonly (readonly [RegExp, DatabaseProblem])[] = [
  // The index of the log beside the database could not grow.
  [/^SQLITE_(FULL|IOERR_SHMSIZE)/, 'DISK_FULL'],
  [/^SQLITE_(BUSY|LOCKED)/, 'DATABASE_LOCKED'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'DATABASE_DAMAGED'],
  [/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM)/, 'DATABASE_UNWRITABLE'],
];

/** Gives SQLite's own failures their name; hands anything else back as it came. */
export function asDatabaseError(cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const found = problems.find(([pattern]) => pattern.test(code));
  return found ? new DatabaseError(found[1], { cause }) : cause;
}

/** Nothing was written for want of room. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof DatabaseError && error.problem === 'DISK_FULL';
}
