// The recovery sheet: a key on paper that opens the property key when the machine that kept it is gone.
import { createHash, hkdfSync, type KeyObject } from 'node:crypto';
import type { RECOVERY_PROBLEMS } from '../../api/boot.ts';
import type { Db, Tx } from '../database/handle.ts';
import type { Random } from '../shared/random.ts';
import { drawRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { seal, toKey, unseal } from './sealing.ts';
import { KeyMissingError, opensSecrets } from './secrets.ts';
import { putSecret, readSecrets } from './secrets.store.ts';

/** Why typed text opened nothing; what each means stands beside `RECOVERY_PROBLEMS`. */
export class RecoveryError extends Error {
  override readonly name = 'RecoveryError';
  readonly problem: (typeof RECOVERY_PROBLEMS)[number];
  readonly group: number | null;

  constructor(problem: RecoveryError['problem'], group: number | null = null) {
    super(group === null ? problem : `${problem} in group ${group}`);
    this.problem = problem;
    this.group = group;
  }
}

/** Stands beside the secrets, and goes into every backup with them. */
export const RECOVERY_WRAP = 'recovery-wrap';

/**
 * Draws a new recovery key, keeps the property key wrapped by it, and answers its groups, which are kept nowhere.
 * Sheets from before open nothing any more. Throws `KeyMissingError` where this is not the database's property key.
 */
export function makeRecoveryKey(tx: Tx, propertyKey: Uint8Array, random: Random): string[] {
  if (!opensSecrets(tx, propertyKey)) throw new KeyMissingError('the property key is of another database');
  const groups = drawRecoveryKey(random);
  putSecret(tx, RECOVERY_WRAP, seal(wrappingKey(groups), RECOVERY_WRAP, propertyKey, random));
  return groups;
}

/**
 * What tells one sheet from another without opening anything: the first 16 hex digits of a hash over what is kept of
 * it. Null where no sheet opens this database.
 */
export function sheetMark(db: Db): string | null {
  const wrapped = readSecrets(db).get(RECOVERY_WRAP);
  return wrapped ? createHash('sha256').update(wrapped).digest('hex').slice(0, 16) : null;
}

/** The property key of this database, or of a backup of it, by what somebody typed. Throws `RecoveryError`. */
export function openWithRecovery(db: Db, typed: string): Buffer {
  return openWrap(readSecrets(db).get(RECOVERY_WRAP) ?? null, typed);
}

/** Opens one wrapped property key. A slip of the hand is told before anything is tried. */
export function openWrap(wrapped: Uint8Array | null, text: string): Buffer {
  const typed = readRecoveryKey(text);
  if (!typed.ok) throw new RecoveryError(typed.reason, typed.reason === 'LENGTH' ? null : typed.group);
  if (!wrapped) throw new RecoveryError('NO_SHEET');
  const propertyKey = unseal(wrappingKey(typed.groups), RECOVERY_WRAP, wrapped);
  if (!propertyKey) throw new RecoveryError('WRONG_KEY');
  return propertyKey;
}

/** 140 random bits need no slow derivation: nobody tries them all. */
function wrappingKey(groups: readonly string[]): KeyObject {
  return toKey(Buffer.from(hkdfSync('sha256', groups.join(''), '', 'foyer recovery key 1', 32)));
}
