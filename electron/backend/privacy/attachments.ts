// Attachments: bytes too large for an event, sealed under the record's key beside the journal, named in it by their hash.
import { createHash } from 'node:crypto';
import type { WireEvent } from '../../../head-office/protocol/wire.ts';
import type { Db, Tx } from '../database/handle.ts';
import type { Random } from '../shared/random.ts';
import { Refusal } from '../shared/refusal.ts';
import { findAttachment, insertAttachment } from './attachments.store.ts';
import type { RecordKeys } from './record-keys.ts';
import { seal, unseal } from './sealing.ts';

export interface Attachments {
  /**
   * Seals bytes under the key of a record that has sealed something already, and answers the SHA-256 of what is kept,
   * hex: the record's next event names it. Throws the refusals RECORD_ERASED and RECORD_LOCKED.
   */
  keep(tx: Tx, record: number, bytes: Uint8Array): string;
  /** Null where it was erased, is locked, or is not what the hash says. */
  read(db: Db, record: number, hash: string): Buffer | null;
}

/** `keys`: those of the journal's projection. */
export function createAttachments(keys: RecordKeys, random: Random): Attachments {
  return {
    keep(tx, record, bytes) {
      const key = keys.find(tx, record);
      if (!key) throw new Refusal('RECORD_LOCKED', undefined);
      const sealed = seal(key, contextOf(record), bytes, random);
      const hash = hashOf(sealed);
      insertAttachment(tx, { record, hash, sealed });
      return hash.toString('hex');
    },
    read(db, record, hash) {
      const sealed = findAttachment(db, record, Buffer.from(hash, 'hex'));
      const key = sealed && keys.find(db, record);
      return sealed && key ? unseal(key, contextOf(record), sealed) : null;
    },
  };
}

/** The hash of what an event says was signed; null for every other event. */
export function attachmentOf({ type, body }: Pick<WireEvent, 'type' | 'body'>): string | null {
  const { hash } = body;
  return type.endsWith('.signed') && typeof hash === 'string' ? hash : null;
}

/** `missing` also where it was erased with its record. */
export function checkAttachment(db: Db, record: number, hash: string): 'whole' | 'damaged' | 'missing' {
  const sealed = findAttachment(db, record, Buffer.from(hash, 'hex'));
  if (!sealed) return 'missing';
  return hashOf(sealed).toString('hex') === hash ? 'whole' : 'damaged';
}

const contextOf = (record: number): string => `attachment:${record}`;

function hashOf(sealed: Uint8Array): Buffer {
  return createHash('sha256').update(sealed).digest();
}
