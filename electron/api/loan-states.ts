// The states of types, items and loans, and the refusals of the register; nothing was written when one comes.
import { z } from 'zod';
import { recordId } from './call.ts';
import { tagTaken } from './rfid-tags.ts';

/** Each item by its asset code, or so many of a kind. */
export const TRACKING = ['asset', 'count'] as const;
export type Tracking = (typeof TRACKING)[number];
/** `out` is what the open loans say; the others are the item's own. */
export const ITEM_STATES = ['available', 'out', 'resting', 'out_of_service', 'lost', 'retired'] as const;
export type ItemState = (typeof ITEM_STATES)[number];
export const LOAN_STATES = ['open', 'returned', 'returned_damaged', 'lost', 'taken_back', 'voided'] as const;
export type LoanState = (typeof LOAN_STATES)[number];
/** As it came back; what is damaged or incomplete is out of service until somebody releases it. */
export const CONDITIONS = ['ok', 'wet', 'dirty', 'damaged', 'incomplete'] as const;
export type Condition = (typeof CONDITIONS)[number];
/** Why a thing is not lent without `loans.override`. */
export const LOAN_BARS = ['BORROWER_OVERDUE', 'TOO_MANY', 'ID_NEEDED', 'WAIVER_OVER_LIMIT'] as const;
export type LoanBar = (typeof LOAN_BARS)[number];

export const loanErrors = {
  /** The item is not in the stand, or fewer of the kind are left than were asked for. */
  ITEM_NOT_AVAILABLE: {
    data: z.object({
      ...{ type: recordId, item: recordId.nullable(), state: z.enum(ITEM_STATES) },
      ...{ loan: recordId.nullable(), number: z.string().nullable(), left: z.int() },
    }),
  },
  /** Above one's role: an approval of `right` on record 0 (the loan that is to come) lets it through. */
  LOAN_BARRED: { data: z.object({ bars: z.array(z.enum(LOAN_BARS)), right: z.literal('loans.override') }) },
  UNKNOWN_CODE: { data: z.object({ reason: z.enum(['SHAPE', 'CHECK_DIGIT', 'KIND', 'NOT_ISSUED']) }) },
  FIELD_NEEDED: { data: z.object({ field: z.string() }) },
  /** The same asset code stands on another item. */
  ASSET_KNOWN: { data: z.object({ field: z.literal('asset'), item: recordId }) },
  /** Something else wears this RFID tag. */
  TAG_TAKEN: tagTaken,
  COUNT_WRONG: { data: z.object({ field: z.literal('count'), most: z.int() }) },
  /** Ten minutes are over, somebody else wrote it, or something happened since: void or amend it instead. */
  TOO_LATE: {},
  WRONG_STATE: { data: z.object({ record: recordId, state: z.string() }) },
} as const;
