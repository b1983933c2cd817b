// What a migration is: a number, a name, and SQL that runs inside one transaction.

export interface Migration {
  /** `PRAGMA user_version` after it; consecutive from 1. */
  readonly version: number;
  readonly name: string;
  /** Runs SQL; frozen once shipped, so it names no code that may change. */
  up(exec: (sql: string) => void): void;
}
