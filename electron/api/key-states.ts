// The states of a key and of its loan, and the refusals of the register by name; nothing was written when one comes.
import { z } from 'zod';
import { borrowerErrors, BORROWER_KINDS } from './borrowers.contract.ts';
import { instant, recordId } from './call.ts';
import { followUpErrors, signatureErrors } from './lending.ts';

export const KEY_KINDS = ['vacant', 'common', 'plant', 'emergency', 'master', 'deposited'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** What a key is by its own events: `out`, `incomplete` and `issued` are what the open loans say. */
export const KEY_OWN_STATES = ['in_cabinet', 'in_transfer', 'lost', 'found', 'retired'] as const;
export type KeyOwnState = (typeof KEY_OWN_STATES)[number];
export const KEY_STATES = [...KEY_OWN_STATES, 'out', 'incomplete', 'issued'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** Why a key is in our cabinets no more 停用. */
export const KEY_RETIREMENTS = ['handedBack', 'lockChanged', 'lost', 'worn', 'other'] as const;
export type KeyRetirement = (typeof KEY_RETIREMENTS)[number];

/** `lost` until its lost keys are found or paid for: the case is followed from the loan. */
export const KEY_LOAN_STATES = ['open', 'returned', 'lost', 'taken_back', 'voided'] as const;
export type KeyLoanState = (typeof KEY_LOAN_STATES)[number];
/** `issued` 领用 is for good and has no due time; `emergency` went out at once and is countersigned. */
export const KEY_LOAN_KINDS = ['lent', 'issued', 'emergency'] as const;
export type KeyLoanKind = (typeof KEY_LOAN_KINDS)[number];

/** Who may borrow keys of a kind: staff alone, with contractors, with tenants' contacts, with both, or everybody. */
export const KEY_BORROWERS = ['staff', 'workers', 'tenants', 'known', 'everybody'] as const;
export type KeyBorrowers = (typeof KEY_BORROWERS)[number];

/** Why a key does not leave; each can be approved by whoever holds `keys.override`. */
export const KEY_BARS = [
  /** A master key 总钥匙 never leaves without approval. */
  'MASTER',
  /** This key is not for this kind of borrower. */
  'KIND_NOT_ALLOWED',
  /** The borrower holds something that is overdue. */
  'BORROWER_OVERDUE',
  /** Nobody of the tenant who may authorise keys has. */
  'NOT_AUTHORISED',
  /** The borrower's identity document is asked for, and is not on file. */
  'ID_NEEDED',
] as const;
export type KeyBar = (typeof KEY_BARS)[number];

export const keyErrors = {
  ...borrowerErrors,
  ...followUpErrors,
  ...signatureErrors,
  /** Not in the cabinet: with whom, or where. No approval helps. */
  KEY_NOT_IN: {
    data: z.object({
      key: recordId,
      state: z.enum(KEY_STATES),
      loan: recordId.nullable(),
      number: z.string().nullable(),
      /** It hangs in the cabinet of this other desk; null where nobody can take it off its hook anywhere. */
      desk: z.string().nullable(),
    }),
  },
  /** Entered late 补录 for a time at which another loan had the key: that loan, and until when (UTC ms; null: not known). */
  KEY_HELD_THEN: {
    data: z.object({
      key: recordId,
      loan: recordId,
      number: z.string(),
      from: instant,
      until: instant.nullable(),
    }),
  },
  /** A deposited spare 寄存 lies in its sealed bag: that is opened first (`openSeal`). */
  KEY_SEALED: { data: z.object({ key: recordId }) },
  /**
   * The first key that is barred, why, and which others are. With an approval of `right` for this key's record and those
   * of the others the same command goes through.
   */
  KEY_BARRED: {
    data: z.object({
      key: recordId,
      bars: z.array(z.enum(KEY_BARS)),
      others: z.array(recordId),
      right: z.literal('keys.override'),
      allowed: z.array(z.enum(BORROWER_KINDS)),
    }),
  },
  /** No contact who may authorise keys, or of none of the tenants concerned. */
  UNKNOWN_AUTHORISER: { data: z.object({ field: z.literal('authorisedBy') }) },
  /** Nothing of ours: `NOT_ISSUED` may be a key that is to be put on file. */
  UNKNOWN_TAG: { data: z.object({ reason: z.enum(['SHAPE', 'CHECK_DIGIT', 'KIND', 'NOT_ISSUED']) }) },
  PIECES_WRONG: { data: z.object({ field: z.literal('pieces'), key: recordId, most: z.int() }) },
  FIELD_NEEDED: { data: z.object({ field: z.string() }) },
  UNKNOWN_DESK: { data: z.object({ field: z.literal('desk') }) },
  TOO_LATE: {},
  WRONG_STATE: { data: z.object({ record: recordId, state: z.string() }) },
} as const;
