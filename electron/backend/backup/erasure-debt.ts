// Records were erased and older copies of their keys still lie among the backups: remembered until a backup replaces them.
import type { Db, Tx } from '../database/handle.ts';
import { readInstallation, writeInstallation } from '../journal/journal.store.ts';

const NAME = 'erased-since-backup';

/** In the transaction that erases: a crash forgets neither or both. */
export function oweErasure(tx: Tx): void {
  writeInstallation(tx, NAME, '1');
}

export function isOwed(db: Db): boolean {
  return readInstallation(db, NAME) === '1';
}

export function forgetOwed(tx: Tx): void {
  writeInstallation(tx, NAME, '0');
}
