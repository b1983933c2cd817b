// The property's secrets, each wrapped by the property key that main hands over.
import type { KeyObject } from 'node:crypto';
import type { Database } from '../database/database.ts';
import type { Db, Tx } from '../database/handle.ts';
import type { Random } from '../shared/random.ts';
import { seal, toKey, unseal } from './sealing.ts';
import { insertSecret, readSecrets } from './secrets.store.ts';

/** Opened secrets. They live in the backend's memory only. */
export interface Secrets {
  /** Wrap each record's data key, by their number; the highest wraps new ones. */
  readonly recordWrapping: Map<number, KeyObject>;
  /** Keys the blind index over document numbers. */
  readonly blindIndex: KeyObject;
  /** Mixed into every PIN before it is hashed. */
  readonly pinPepper: KeyObject;
}

/** The database was made under another property key, or none was handed over. No new key is ever made for it. */
export class KeyMissingError extends Error {
  override readonly name = 'KeyMissingError';
}

const BLIND_INDEX = 'blind-index';
const PIN_PEPPER = 'pin-pepper';
const RECORD_WRAPPING = /^record-wrapping:(\d+)$/;

/**
 * Opens the secrets, and makes them for a database that has none yet. Throws `KeyMissingError` where the property
 * key is absent or does not open what is there.
 */
export function openSecrets(database: Database, propertyKey: Uint8Array | null, random: Random): Secrets {
  if (propertyKey === null) throw new KeyMissingError('no property key was handed over');
  const stored = readSecrets(database.db);
  if (stored.size === 0) return database.write((tx) => makeSecrets(tx, propertyKey, random));
  const open = (name: string): KeyObject => {
    const wrapped = stored.get(name);
    const plain = wrapped && unwrapSecret(propertyKey, name, wrapped);
    if (!plain) throw new KeyMissingError(`the property key does not open ${name}`);
    return toKey(plain);
  };
  const wrapping = [...stored.keys()].flatMap((name) => {
    const number = wrappingNumber(name);
    return number === null ? [] : [[number, open(name)] as const];
  });
  if (wrapping.length === 0) throw new KeyMissingError('no secret wraps the records');
  return {
    recordWrapping: new Map(wrapping),
    blindIndex: open(BLIND_INDEX),
    pinPepper: open(PIN_PEPPER),
  };
}

/** Whether this is the property key of the database. */
export function opensSecrets(db: Db, propertyKey: Uint8Array): boolean {
  const wrapped = readSecrets(db).get(PIN_PEPPER);
  return wrapped !== undefined && unwrapSecret(propertyKey, PIN_PEPPER, wrapped) !== null;
}

/** Which of the secrets that wrap record keys this is; null for every other secret. */
export function wrappingNumber(name: string): number | null {
  const number = RECORD_WRAPPING.exec(name)?.[1];
  return number === undefined ? null : Number(number);
}

/** The secret in the clear, or null where this is not its property key. */
export function unwrapSecret(propertyKey: Uint8Array, name: string, wrapped: Uint8Array): Buffer | null {
  return unseal(toKey(propertyKey), contextOf(name), wrapped);
}

export function wrapSecret(propertyKey: Uint8Array, name: string, plain: Uint8Array, random: Random): Buffer {
  return seal(toKey(propertyKey), contextOf(name), plain, random);
}

/** Fresh secrets. `wrapping` is the number of the one that wraps record keys: one that was never used here. */
export function makeSecrets(tx: Tx, propertyKey: Uint8Array, random: Random, wrapping = 1): Secrets {
  const make = (name: string): KeyObject => {
    const plain = random.bytes(32);
    insertSecret(tx, name, wrapSecret(propertyKey, name, plain, random));
    return toKey(plain);
  };
  return {
    recordWrapping: new Map([[wrapping, make(`record-wrapping:${wrapping}`)]]),
    blindIndex: make(BLIND_INDEX),
    pinPepper: make(PIN_PEPPER),
  };
}

const contextOf = (name: string): string => `secret:${name}`;
