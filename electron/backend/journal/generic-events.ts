// The events that belong to no register: a journal's own beginning, and the erasing of any record.
import { z } from 'zod';
import type { EventCatalogue } from './events.ts';

export const JOURNAL_OPENED = 'journal.opened';
export const RECORD_ERASED = 'record.erased';

/** `predecessor` names the journal that this one goes on from (after a restore, a repair, a copied folder). */
export const genericEvents = {
  [JOURNAL_OPENED]: {
    version: 1,
    body: z.object({
      predecessor: z.object({ journal: z.number(), seq: z.number(), hash: z.string() }).nullable(),
    }),
    sealed: null,
  },
  [RECORD_ERASED]: { version: 1, body: z.object({ reason: z.string() }), sealed: null },
} as const satisfies EventCatalogue;
