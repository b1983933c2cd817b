// The events that belong to no register: a journal's own beginning, the erasing of any record, and its carrying over.
import { z } from 'zod';
import { SUCCESSION_REASONS } from '../../api/data.contract.ts';
import type { EventCatalogue } from './events.ts';

export const JOURNAL_OPENED = 'journal.opened';
/** Staff said that the machine's clock is right, though it is over a day from the journal's latest event. */
export const CLOCK_CONFIRMED = 'journal.clock_confirmed';
export const RECORD_ERASED = 'record.erased';
/** It stayed open when its tenant moved out. The remark is sealed under the record, and goes with whom it names. */
export const RECORD_CARRIED = 'record.carried_over';

/** A recovery sheet was made, which makes the one before it void; somebody typed its last group back from paper. */
export const SHEET_MADE = 'journal.sheet_made';
export const SHEET_CONFIRMED = 'journal.sheet_confirmed';
/** The desk goes on without its property key; or that key came back by its recovery sheet. */
export const KEY_REPLACED = 'journal.key_replaced';
export const KEY_FOUND = 'journal.key_found';

export type SuccessionReason = (typeof SUCCESSION_REASONS)[number];

const chainPlace = z.object({ journal: z.number(), seq: z.number(), hash: z.string() });

/** Which sheet: what `sheetMark` says of it (privacy/recovery.ts). Nothing of the key. */
const sheet = z.object({ mark: z.string() });
/** Which key, counted from the first that was lost. */
const lostKey = z.object({ lost: z.number() });

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
  [SHEET_MADE]: { version: 1, body: sheet, sealed: null },
  [SHEET_CONFIRMED]: { version: 1, body: sheet, sealed: null },
  [KEY_REPLACED]: { version: 1, body: lostKey, sealed: null },
  [KEY_FOUND]: { version: 1, body: lostKey, sealed: null },
  [RECORD_CARRIED]: {
    version: 1,
    body: z.object({ tenant: z.number() }),
    sealed: z.object({ remark: z.string() }),
  },
  [RECORD_ERASED]: { version: 1, body: z.object({ reason: z.string() }), sealed: null },
} as const satisfies EventCatalogue;
