// A property key that is gone: what it wrapped is put by, fresh secrets take its place, and the old ones come back when
// the recovery sheet turns up.
import type { KeyObject } from 'node:crypto';
import type { Db, Tx } from '../database/handle.ts';
import type { Random } from '../shared/random.ts';
import { openWrap, RECOVERY_WRAP, RecoveryError } from './recovery.ts';
import { toKey } from './sealing.ts';
import { makeSecrets, unwrapSecret, wrappingNumber, wrapSecret, type Secrets } from './secrets.ts';
import { deleteSecret, insertSecret, putSecret, readSecrets } from './secrets.store.ts';

const PUT_BY = /^lost:(\d+):(.+)$/;
const putByName = (lost: number, name: string): string => `lost:${lost}:${name}`;

/** The keys that were gone on without and never came back, by number, oldest first. */
export function listLostKeys(db: Db): number[] {
  const numbers = [...readSecrets(db).keys()].flatMap((name) => PUT_BY.exec(name)?.[1] ?? []);
  return [...new Set(numbers.map(Number))].toSorted((a, b) => a - b);
}

/** Puts every secret by, unopened, and makes new ones under another property key. */
export function replaceSecrets(tx: Tx, propertyKey: Uint8Array, random: Random): Secrets {
  const stored = readSecrets(tx);
  const lost = 1 + Math.max(0, ...listLostKeys(tx));
  const wrapping = [...stored.keys()].map((name) => wrappingNumber(PUT_BY.exec(name)?.[2] ?? name) ?? 0);
  for (const [name, wrapped] of stored) {
    if (PUT_BY.test(name)) continue;
    insertSecret(tx, putByName(lost, name), wrapped);
    deleteSecret(tx, name);
  }
  return makeSecrets(tx, propertyKey, random, 1 + Math.max(0, ...wrapping));
}

/** What a recovery sheet brought back: number of the lost key, and the secrets that open its records' keys. */
export interface FoundKey {
  readonly lost: number;
  readonly wrapping: ReadonlyMap<number, KeyObject>;
}

/**
 * Opens the secrets of a lost key by its recovery sheet, and wraps those of the records by the present property key.
 * They stay put by until `forgetLostKey`. Throws `RecoveryError`; NO_SHEET: none was made while that key was there.
 */
export function findLostKey(tx: Tx, typed: string, propertyKey: Uint8Array, random: Random): FoundKey {
  const stored = readSecrets(tx);
  const wraps = listLostKeys(tx).flatMap((lost) => {
    const wrapped = stored.get(putByName(lost, RECOVERY_WRAP));
    return wrapped ? [{ lost, wrapped }] : [];
  });
  let failure = new RecoveryError('NO_SHEET');
  for (const { lost, wrapped } of wraps) {
    const old = tryOpen(typed, wrapped);
    if (old instanceof RecoveryError) failure = old;
    else return { lost, wrapping: bringBack(tx, lost, old) };
  }
  throw failure;

  function bringBack(into: Tx, lost: number, old: Uint8Array): Map<number, KeyObject> {
    const found = new Map<number, KeyObject>();
    for (const [putBy, wrapped] of stored) {
      const [, number, name = ''] = PUT_BY.exec(putBy) ?? [];
      const wrapping = wrappingNumber(name);
      const plain = Number(number) === lost && wrapping !== null ? unwrapSecret(old, name, wrapped) : null;
      if (!plain || wrapping === null) continue;
      putSecret(into, name, wrapSecret(propertyKey, name, plain, random));
      found.set(wrapping, toKey(plain));
    }
    return found;
  }
}

/** The last step of bringing a key back: what was put by is not needed any more. */
export function forgetLostKey(tx: Tx, lost: number): void {
  for (const name of readSecrets(tx).keys()) {
    if (Number(PUT_BY.exec(name)?.[1]) === lost) deleteSecret(tx, name);
  }
}

function tryOpen(typed: string, wrapped: Uint8Array): Uint8Array | RecoveryError {
  try {
    return openWrap(wrapped, typed);
  } catch (error) {
    if (error instanceof RecoveryError) return error;
    throw error;
  }
}
