// `foyer key`: the property key again, from the recovery key on paper.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { openCopy } from '../../backend/database/open-copy.ts';
import { openWithRecovery } from '../../backend/privacy/recovery.ts';

/**
 * Opens the property key of a database or backup by what somebody typed, and writes it as main keeps it where the OS
 * has no store for secrets. `-` reads from standard input, so that the key stands in no history. Never replaces a file.
 */
export function recoverKey(typed: string, database: string, keyFile: string): number {
  const text = typed === '-' ? readFileSync(0, 'utf8') : typed;
  using copy = openCopy(database, 'read');
  const key = openWithRecovery(copy.db, text).toString('base64');
  if (existsSync(keyFile)) {
    console.error('the recovery key is right, but the key file exists: move it away first');
    return 1;
  }
  writeFileSync(keyFile, JSON.stringify({ store: 'file', key }), { flag: 'wx', mode: 0o600 });
  console.log('the recovery key is right; the property key is written');
  return 0;
}
