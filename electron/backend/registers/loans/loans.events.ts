// What can happen to a loan. Names, phones and whatever is typed freely stand in the sealed half only.
import { z } from 'zod';
import { instant, recordId } from '../../../api/call.ts';
import { CONDITIONS, LOAN_BARS } from '../../../api/loan-states.ts';
import { callTakenBack, followedUp, signed } from '../../lending/lending.events.ts';
import type { EventCatalogue, OpenedEvent } from '../../journal/events.ts';

/** Who has it, as the slip showed it then. */
const borrowerSealed = {
  borrowerName: z.string(),
  borrowerPhone: z.string().nullable(),
  borrowerFrom: z.string().nullable(),
  remarks: z.string().nullable(),
};

const nothing = { version: 1, body: z.object({}), sealed: null } as const;
const someOfLine = { line: z.int(), count: z.int() };

export const loanEvents = {
  'loan.lent': {
    version: 1,
    body: z.object({
      ...{ number: z.string(), slipCode: z.string().regex(/^\d{16}$/), borrower: recordId },
      lines: z.array(z.object({ type: recordId, item: recordId.nullable(), count: z.int() })),
      dueAt: instant,
      /** What stood in the way and was let through. */
      bars: z.array(z.enum(LOAN_BARS)),
      slipPrinted: z.boolean(),
    }),
    sealed: z.object({ ...borrowerSealed, waived: z.string().nullable() }),
  },
  'loan.returned': {
    version: 2,
    body: z.object({
      lines: z.array(z.object({ ...someOfLine, condition: z.enum(CONDITIONS) })),
      way: z.enum(['scan', 'list']),
      /** The return without a loan that turned out to be this one; null before version 2. */
      stray: recordId.nullable(),
    }),
    sealed: null,
    upcasts: { 1: ({ body, sealed }) => ({ body: { ...body, stray: null }, sealed }) },
  },
  /** The last return was a mistake. */
  'loan.reopened': nothing,
  'loan.extended': { version: 1, body: z.object({ dueAt: instant }), sealed: null },
  'loan.lost': {
    version: 1,
    body: z.object(someOfLine),
    sealed: z.object({ note: z.string().nullable() }),
  },
  'loan.found': {
    version: 1,
    body: z.object({ ...someOfLine, condition: z.enum(CONDITIONS) }),
    sealed: null,
  },
  'loan.amended': {
    version: 1,
    body: z.object({ borrower: recordId }),
    sealed: z.object(borrowerSealed),
  },
  'loan.taken_back': nothing,
  'loan.voided': { version: 1, body: z.object({}), sealed: z.object({ reason: z.string() }) },
  'loan.slip_reprinted': nothing,
  'loan.followed_up': followedUp,
  'loan.call_taken_back': callTakenBack,
  'loan.signed': signed,
} as const satisfies EventCatalogue;

export type LoanEvent = OpenedEvent<typeof loanEvents>;
