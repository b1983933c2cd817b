// What can happen to a shift before its handover: it opens with the first to sign in, others join.
import { z } from 'zod';
import { recordId } from '../../../api/call.ts';
import type { EventCatalogue, OpenedEvent } from '../../journal/events.ts';

export const SHIFT_NAMES = ['morning', 'afternoon', 'night'] as const;

export const shiftEvents = {
  'shift.opened': {
    version: 1,
    body: z.object({ number: z.string(), day: z.string(), name: z.enum(SHIFT_NAMES), lead: recordId }),
    sealed: null,
  },
  'shift.joined': { version: 1, body: z.object({ staff: recordId }), sealed: null },
} as const satisfies EventCatalogue;

export type ShiftEvent = OpenedEvent<typeof shiftEvents>;
