// Signatures drawn on the screen: asked for by policy, checked, kept sealed with the record that they belong to.
import type { Signature, signatureErrors, UNSIGNED_REASONS } from '../../api/lending.ts';
import type { SIGNED_ACTIONS } from '../../api/policies.ts';
import type { Db } from '../database/handle.ts';
import type { Command } from '../journal/command.ts';
import type { PolicyReader } from '../policies/policies.reader.ts';
import type { Attachments } from '../privacy/attachments.ts';
import { readPngSize } from '../privacy/png.ts';
import { refusals } from '../shared/refusal.ts';

export type SignedAction = (typeof SIGNED_ACTIONS)[number];

/** The body of a `….signed` event (lending.events.ts). */
export interface Signed {
  readonly for: SignedAction;
  readonly hash: string | null;
  readonly why: (typeof UNSIGNED_REASONS)[number] | null;
}

export interface Signatures {
  /**
   * Call first: whether the policy asks for one that is not there, and whether it is a picture at all. Throws the
   * refusals of `signatureErrors`.
   */
  check(action: SignedAction, signature: Signature): void;
  /**
   * Call inside the command, behind the event that it belongs to: keeps the picture and answers what the `….signed` event
   * says; null where nobody was asked.
   */
  keep(command: Command, record: number, action: SignedAction, signature: Signature): Signed | null;
  /** The picture as a PNG; null where it was erased or is locked. */
  read(db: Db, record: number, signed: Pick<Signed, 'hash'>): Buffer | null;
}

/** Bytes of the picture at most, and its sides in pixels. */
const MOST_BYTES = 64 * 1024;
const SHORTEST = 40;
const LONGEST = 2000;

const refuse = refusals<typeof signatureErrors>();

export function createSignatures(parts: {
  readonly attachments: Attachments;
  readonly policies: Pick<PolicyReader, 'value'>;
}): Signatures {
  const { attachments, policies } = parts;
  return {
    check(action, signature) {
      if (signature === null && policies.value('signature.asked')[action])
        throw refuse('SIGNATURE_NEEDED', { field: 'signature' });
      if (signature?.how === 'drawn') pictureOf(signature.png);
    },
    keep(command, record, action, signature) {
      if (signature === null) return null;
      if (signature.how === 'none') return { for: action, hash: null, why: signature.why };
      const hash = attachments.keep(command.tx, record, pictureOf(signature.png));
      return { for: action, hash, why: null };
    },
    read: (db, record, { hash }) => (hash === null ? null : attachments.read(db, record, hash)),
  };
}

/** The bytes of a drawn signature, taken as a whole or refused as a whole. */
function pictureOf(png: string): Buffer {
  const bytes = Buffer.from(png, 'base64');
  const wrong = (reason: 'TOO_BIG' | 'NOT_PNG' | 'DIMENSIONS') =>
    refuse('SIGNATURE_WRONG', { field: 'signature', reason });
  if (bytes.length > MOST_BYTES) throw wrong('TOO_BIG');
  const size = readPngSize(bytes);
  if (!size) throw wrong('NOT_PNG');
  const sides = [size.width, size.height];
  if (sides.some((side) => side < SHORTEST || side > LONGEST)) throw wrong('DIMENSIONS');
  return bytes;
}
