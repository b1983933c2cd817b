// The property's three secrets, each wrapped by the property key that main hands over.
import type { KeyObject } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Random } from '../shared/random.ts';
import { seal, toKey, unseal } from './sealing.ts';
import { insertSecret, readSecrets } from './secrets.store.ts';

/** Opened secrets. They live in the backend's memory only. */
export interface Secrets {
  /** Wraps each record's data key. */
  readonly recordWrapping: KeyObject;
  /** Keys the blind index over document numbers. */
  readonly blindIndex: KeyObject;
  /** Mixed into every PIN before it is hashed. */
  readonly pinPepper: KeyObject;
}

/** The database was made under another property key, or none was handed over. No new key is ever made for it. */
export class KeyMissingError extends Error {
  override readonly name = 'KeyMissingError';
}

const NAMES = {
  recordWrapping: 'record-wrapping:1',
  blindIndex: 'blind-index',
  pinPepper: 'pin-pepper',
} as const;

/**
 * Opens the secrets, and makes them for a database that has none yet. Throws `KeyMissingError` where the property
 * key is absent or does not open what is there.
 */
export function openSecrets(database: Database, propertyKey: Uint8Array | null, random: Random): Secrets {
  if (propertyKey === null) throw new KeyMissingError('no property key was handed over');
  const key = toKey(propertyKey);
  const stored = readSecrets(database.db);
  const open = (name: string): KeyObject => {
    const wrapped = stored.get(name);
    const plain = wrapped && unseal(key, contextOf(name), wrapped);
    if (!plain) throw new KeyMissingError(`the property key does not open ${name}`);
    return toKey(plain);
  };
  if (stored.size === 0) return makeSecrets(database, key, random);
  return {
    recordWrapping: open(NAMES.recordWrapping),
    blindIndex: open(NAMES.blindIndex),
    pinPepper: open(NAMES.pinPepper),
  };
}

function makeSecrets(database: Database, key: KeyObject, random: Random): Secrets {
  return database.write((tx) => {
    const make = (name: string): KeyObject => {
      const plain = random.bytes(32);
      insertSecret(tx, name, seal(key, contextOf(name), plain, random));
      return toKey(plain);
    };
    return {
      recordWrapping: make(NAMES.recordWrapping),
      blindIndex: make(NAMES.blindIndex),
      pinPepper: make(NAMES.pinPepper),
    };
  });
}

const contextOf = (name: string): string => `secret:${name}`;
