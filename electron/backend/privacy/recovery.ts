// The recovery sheet: a key on paper that opens the property key when the machine that kept it is gone.
import { hkdfSync } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Db } from '../database/handle.ts';
import type { Random } from '../shared/random.ts';
import { drawRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { recoverySheetWords, type RecoverySheetWords } from './recovery-sheet.slip.copy.ts';
import { seal, toKey, unseal } from './sealing.ts';
import { openSecrets } from './secrets.ts';
import { putSecret, readSecrets } from './secrets.store.ts';

/** What the sheet shows: one page A4, printed by the system and never through the slip queue. */
export interface RecoverySheet {
  readonly property: { readonly nameZh: string; readonly nameEn: string };
  /** Local date on which it was made, `YYYY-MM-DD`: only the newest sheet opens. */
  readonly day: string;
  /** The key, to be printed large, one group beside the other. It is kept nowhere else. */
  readonly groups: readonly string[];
  readonly words: Readonly<Record<'zh-CN' | 'en', RecoverySheetWords>>;
}

/**
 * Why typed text opened nothing. LENGTH, SYMBOL, CHECK: a slip of the hand, in `group` (from 1) where that is known.
 * WRONG_KEY: well typed, of an older sheet or another property. NO_SHEET: none was made for this database.
 */
export class RecoveryError extends Error {
  override readonly name = 'RecoveryError';
  readonly problem: 'LENGTH' | 'SYMBOL' | 'CHECK' | 'WRONG_KEY' | 'NO_SHEET';
  readonly group: number | null;

  constructor(problem: RecoveryError['problem'], group: number | null = null) {
    super(group === null ? problem : `${problem} in group ${group}`);
    this.problem = problem;
    this.group = group;
  }
}

/** Stands beside the secrets, and goes into every backup with them. */
const WRAP = 'recovery-wrap';

/**
 * Draws a new recovery key, keeps the property key wrapped by it, and answers the sheet. Sheets from before open
 * nothing any more. Throws `KeyMissingError` where `propertyKey` is not the one of this database.
 */
export function makeRecoverySheet(
  database: Database,
  propertyKey: Uint8Array,
  random: Random,
  about: Pick<RecoverySheet, 'property' | 'day'>,
): RecoverySheet {
  openSecrets(database, propertyKey, random);
  const groups = drawRecoveryKey(random);
  const wrapped = seal(wrappingKey(groups), WRAP, propertyKey, random);
  database.write((tx) => putSecret(tx, WRAP, wrapped));
  return { ...about, groups, words: recoverySheetWords };
}

/** The property key of this database, or of a backup of it, by what somebody typed. Throws `RecoveryError`. */
export function openWithRecovery(db: Db, text: string): Buffer {
  const typed = readRecoveryKey(text);
  if (!typed.ok) throw new RecoveryError(typed.reason, typed.reason === 'LENGTH' ? null : typed.group);
  const wrapped = readSecrets(db).get(WRAP);
  if (!wrapped) throw new RecoveryError('NO_SHEET');
  const propertyKey = unseal(wrappingKey(typed.groups), WRAP, wrapped);
  if (!propertyKey) throw new RecoveryError('WRONG_KEY');
  return propertyKey;
}

/** 140 random bits need no slow derivation: nobody tries them all. */
function wrappingKey(groups: readonly string[]) {
  return toKey(Buffer.from(hkdfSync('sha256', groups.join(''), '', 'foyer recovery key 1', 32)));
}
