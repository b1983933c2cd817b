// The events that belong to no register: a journal's own beginning, and the erasing of any record.
import { z } from 'zod';
import type { EventCatalogue } from './events.ts';

export const JOURNAL_OPENED = 'journal.opened';
/** Staff said that the machine's clock is right, though it is over a day from the journal's latest event. */
export const CLOCK_CONFIRMED = 'journal.clock_confirmed';
export const RECORD_ERASED = 'record.erased';

/**
 * Why a journal goes on from another: a backup was put back, a damaged file was mended, the database was behind its
 * noted head, its file was a copy, or it was gone.
 */
export const SUCCESSION_REASONS = ['restored', 'repaired', 'behind', 'copied', 'lost'] as const;
export type SuccessionReason = (typeof SUCCESSION_REASONS)[number];

const chainPlace = z.object({ journal: z.number(), seq: z.number(), hash: z.string() });

/**
 * `predecessor` is the last event of the journal that this one goes on from; null for a first one. `noted` is the
 * furthest place that the predecessor is known to have reached: what lies between is not here.
 */
export const genericEvents = {
  [JOURNAL_OPENED]: {
    version: 1,
    body: z.object({
      predecessor: chainPlace.nullable(),
      reason: z.enum(SUCCESSION_REASONS).nullable().default(null),
      noted: chainPlace.nullable().default(null),
    }),
    sealed: null,
  },
  [CLOCK_CONFIRMED]: {
    version: 1,
    body: z.object({ journalAt: z.number(), clockAt: z.number() }),
    sealed: null,
  },
  [RECORD_ERASED]: { version: 1, body: z.object({ reason: z.string() }), sealed: null },
} as const satisfies EventCatalogue;
