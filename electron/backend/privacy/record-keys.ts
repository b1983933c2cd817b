// One data key a record: made when the record first seals something, destroyed when the record is erased.
import type { KeyObject } from 'node:crypto';
import type { Db, Tx } from '../database/handle.ts';
import type { Random } from '../shared/random.ts';
import { deleteAttachments } from './attachments.store.ts';
import { deleteRecordKey, findRecordKey, insertRecordKey } from './record-keys.store.ts';
import { seal, toKey, unseal } from './sealing.ts';

export interface RecordKeys {
  /** The key of a record that has none yet. */
  make(tx: Tx, record: number): KeyObject;
  /** The record's key, or null where it was destroyed or this desk never got it. */
  find(db: Db, record: number): KeyObject | null;
  /** Crypto-shredding: what the record sealed can never be read again, and its attachments leave the file. */
  destroy(tx: Tx, record: number): void;
}

/** `wrappingSecrets` by number; one that is added later opens its records from then on. */
export function createRecordKeys(
  wrappingSecrets: ReadonlyMap<number, KeyObject>,
  random: Random,
): RecordKeys {
  const contextOf = (record: number): string => `record-key:${record}`;
  const find = (db: Db, record: number): KeyObject | null => {
    const row = findRecordKey(db, record);
    const secret = row && wrappingSecrets.get(row.wrapping);
    const plain = row && secret ? unseal(secret, contextOf(record), row.wrapped) : null;
    return plain ? toKey(plain) : null;
  };
  const make = (tx: Tx, record: number): KeyObject => {
    const plain = random.bytes(32);
    const { number, secret } = latestWrapping(wrappingSecrets);
    const wrapped = seal(secret, contextOf(record), plain, random);
    insertRecordKey(tx, { record, wrapping: number, wrapped });
    return toKey(plain);
  };
  return {
    find,
    make,
    destroy(tx, record) {
      deleteRecordKey(tx, record);
      deleteAttachments(tx, record);
    },
  };
}

/** The one that wraps new record keys. */
export function latestWrapping(wrappingSecrets: ReadonlyMap<number, KeyObject>): {
  readonly number: number;
  readonly secret: KeyObject;
} {
  const number = Math.max(...wrappingSecrets.keys());
  const secret = wrappingSecrets.get(number);
  if (!secret) throw new Error('no secret wraps the records');
  return { number, secret };
}
