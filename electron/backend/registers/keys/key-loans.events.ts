// What can happen to a loan of keys. Names, phones and whatever is typed freely stand in the sealed half only.
import { z } from 'zod';
import { instant, recordId } from '../../../api/call.ts';
import { KEY_BARS, KEY_LOAN_KINDS } from '../../../api/key-states.ts';
import type { EventCatalogue, EventContent, OpenedEvent } from '../../journal/events.ts';
import { followedUp, signed } from '../../lending/lending.events.ts';

const pieces = z.array(z.object({ key: recordId, pieces: z.int() }));

function withoutBars({ body, sealed }: EventContent): EventContent {
  return { body: { ...body, bars: [] }, sealed: sealed && { ...sealed, overrideReason: null } };
}

export const keyLoanEvents = {
  'key_loan.lent': {
    // Since 2 it says why its keys were not to leave, and why they left.
    version: 2,
    upcasts: { 1: withoutBars },
    body: z.object({
      number: z.string(),
      slipCode: z.string().regex(/^\d{16}$/),
      kind: z.enum(KEY_LOAN_KINDS),
      lines: pieces,
      borrower: recordId,
      authorisedBy: recordId.nullable(),
      dueAt: instant.nullable(),
      slipPrinted: z.boolean(),
      bars: z.array(z.enum(KEY_BARS)),
    }),
    sealed: z.object({
      borrowerName: z.string(),
      borrowerPhone: z.string().nullable(),
      borrowerFrom: z.string().nullable(),
      authorisedByName: z.string().nullable(),
      purpose: z.string().nullable(),
      remarks: z.string().nullable(),
      overrideReason: z.string().nullable(),
      /** The keys as the slip named them, in the order of `lines`. */
      keyNames: z.array(z.string().nullable()),
    }),
  },
  /** Some or all of it came back. */
  'key_loan.returned': {
    version: 1,
    body: z.object({ lines: pieces, way: z.enum(['scan', 'list', 'late']) }),
    sealed: null,
  },
  /** Somebody else than the borrower brought it. An event of its own: what is erased can still be returned. */
  'key_loan.bringer_noted': {
    // Since 2 the loan names them too; what was noted before stands in the journal alone, where its row has no place for it.
    version: 2,
    body: z.object({ named: z.boolean() }),
    sealed: z.object({ broughtBy: z.string() }),
    upcasts: { 1: ({ sealed }: EventContent): EventContent => ({ body: { named: false }, sealed }) },
  },
  /** The last return was a mistake: so many pieces are out again. */
  'key_loan.reopened': { version: 1, body: z.object({ lines: pieces }), sealed: null },
  'key_loan.extended': {
    version: 1,
    body: z.object({ dueAt: instant }),
    sealed: null,
  },
  'key_loan.amended': {
    version: 1,
    body: z.object({ authorisedBy: recordId.nullable() }),
    sealed: z.object({
      authorisedByName: z.string().nullable(),
      purpose: z.string().nullable(),
      remarks: z.string().nullable(),
    }),
  },
  /** One of its keys will not come back; found later, it is returned like any other. */
  'key_loan.key_lost': { version: 1, body: z.object({ key: recordId }), sealed: null },
  /** That it was lost was a mistake: the key is out as before. */
  'key_loan.key_not_lost': { version: 1, body: z.object({ key: recordId }), sealed: null },
  'key_loan.taken_back': { version: 1, body: z.object({}), sealed: null },
  'key_loan.voided': { version: 1, body: z.object({}), sealed: z.object({ reason: z.string() }) },
  'key_loan.followed_up': followedUp,
  'key_loan.signed': signed,
  'key_loan.slip_reprinted': { version: 1, body: z.object({}), sealed: null },
} as const satisfies EventCatalogue;

export type KeyLoanEvent = OpenedEvent<typeof keyLoanEvents>;
