// What can happen to a range of turnstile cards. What happens to a card stands on the visit that it goes with.
import { z } from 'zod';
import type { EventCatalogue, OpenedEvent } from '../../journal/events.ts';

export const cardBatchEvents = {
  'card_batch.put': {
    version: 1,
    body: z.object({ prefix: z.string(), first: z.int(), last: z.int(), digits: z.int() }),
    sealed: null,
  },
  'card_batch.withdrawn': { version: 1, body: z.object({}), sealed: null },
} as const satisfies EventCatalogue;

export type CardBatchEvent = OpenedEvent<typeof cardBatchEvents>;
