// What can happen to a stocktake of keys 盘点. Each count says what the book said then: it is judged by that.
import { z } from 'zod';
import { recordId } from '../../../api/call.ts';
import { COUNTED_BY, DIFFERENCE_ENDS, FINDINGS } from '../../../api/key-stocktake.contract.ts';
import type { EventCatalogue, OpenedEvent } from '../../journal/events.ts';

export const keyStocktakeEvents = {
  /** At the desk of the body, which is as a rule the one that wrote this. */
  'key_stocktake.begun': {
    version: 1,
    body: z.object({ desk: z.string(), cabinet: z.string().nullable() }),
    sealed: null,
  },
  'key_stocktake.counted': {
    version: 1,
    body: z.object({
      key: recordId,
      how: z.enum(COUNTED_BY),
      present: z.boolean(),
      /** Whether it should have hung here by the book, at that moment. */
      expected: z.boolean(),
    }),
    sealed: null,
  },
  'key_stocktake.uncounted': { version: 1, body: z.object({ key: recordId }), sealed: null },
  'key_stocktake.finished': {
    version: 1,
    body: z.object({
      expected: z.int(),
      present: z.int(),
      differences: z.array(
        z.object({ key: recordId, finding: z.enum(FINDINGS), how: z.enum(DIFFERENCE_ENDS) }),
      ),
    }),
    /** In the order of `differences`. */
    sealed: z.object({ reasons: z.array(z.string().nullable()) }),
  },
} as const satisfies EventCatalogue;

export type KeyStocktakeEvent = OpenedEvent<typeof keyStocktakeEvents>;
