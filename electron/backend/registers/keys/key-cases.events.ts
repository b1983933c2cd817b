// What can happen to the case of a lost key 遗失个案: who was told, what was done, how it ended.
import { z } from 'zod';
import { instant, recordId } from '../../../api/call.ts';
import { CASE_OUTCOMES, CASE_STEPS, CASE_TOLD } from '../../../api/key-cases.contract.ts';
import type { EventCatalogue, EventContent, OpenedEvent } from '../../journal/events.ts';

const noted = z.object({ note: z.string().nullable() });

export const keyCaseEvents = {
  'key_case.opened': {
    version: 1,
    body: z.object({
      key: recordId,
      loan: recordId.nullable(),
      told: z.array(z.object({ who: z.enum(CASE_TOLD), at: instant })),
    }),
    sealed: noted,
  },
  'key_case.noted': {
    version: 1,
    body: z.object({
      step: z.enum(CASE_STEPS),
      who: z.enum(CASE_TOLD).nullable(),
      at: instant,
      costFen: z.int(),
    }),
    sealed: noted,
  },
  'key_case.closed': {
    // Since 2 a case may be over because nothing was lost.
    version: 2,
    body: z.object({ outcome: z.enum(CASE_OUTCOMES) }),
    sealed: noted,
    upcasts: { 1: (old: EventContent): EventContent => old },
  },
} as const satisfies EventCatalogue;

export type KeyCaseEvent = OpenedEvent<typeof keyCaseEvents>;
