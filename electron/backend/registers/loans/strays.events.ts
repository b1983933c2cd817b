// What can happen to a return without a loan 无主归还.
import { z } from 'zod';
import { recordId } from '../../../api/call.ts';
import { CONDITIONS } from '../../../api/loan-states.ts';
import type { EventCatalogue, OpenedEvent } from '../../journal/events.ts';

export const strayEvents = {
  'stray_return.taken': {
    version: 1,
    body: z.object({
      type: recordId,
      item: recordId.nullable(),
      count: z.int(),
      condition: z.enum(CONDITIONS),
    }),
    sealed: z.object({ remarks: z.string().nullable() }),
  },
  /** The loan that it belongs to was found; it came back when the stray was taken in. */
  'stray_return.matched': {
    version: 1,
    body: z.object({ loan: recordId, line: z.int() }),
    sealed: null,
  },
  /** The match was a mistake: it belongs to nobody again. */
  'stray_return.unmatched': { version: 1, body: z.object({}), sealed: null },
  /** Nobody will be found for it: what became of it, as somebody above decided. */
  'stray_return.closed': { version: 1, body: z.object({}), sealed: z.object({ reason: z.string() }) },
  /** Closing it was a slip of the hand a moment ago. */
  'stray_return.reopened': { version: 1, body: z.object({}), sealed: null },
  'stray_return.taken_back': { version: 1, body: z.object({}), sealed: null },
} as const satisfies EventCatalogue;

export type StrayEvent = OpenedEvent<typeof strayEvents>;
