// What can happen to a member of staff: put on file, given a PIN or a badge, lent to another desk.
import { z } from 'zod';
import { LANGUAGES } from '../../api/boot.ts';
import { instant } from '../../api/call.ts';
import { ROLES } from '../../api/rights.ts';
import type { EventCatalogue, OpenedEvent } from '../journal/events.ts';

/** A PIN's hash with the parameters it was made with, so that they can be raised later. */
export const pinHash = z.object({
  salt: z.string(),
  hash: z.string(),
  cost: z.number(),
  block: z.number(),
  parallel: z.number(),
});
export type PinHash = z.infer<typeof pinHash>;

export const staffEvents = {
  'staff.put': {
    version: 1,
    body: z.object({
      number: z.string(),
      role: z.enum(ROLES),
      homeDesk: z.string().nullable(),
      active: z.boolean(),
      language: z.enum(LANGUAGES),
    }),
    sealed: z.object({ name: z.string() }),
  },
  'staff.pin_set': { version: 1, body: z.object({}), sealed: pinHash },
  /** A keyed hash (badge.ts), never the badge's own number; null where it was taken away. */
  'staff.badge_set': { version: 1, body: z.object({}), sealed: z.object({ badge: z.string().nullable() }) },
  'staff.lent': { version: 1, body: z.object({ desk: z.string(), until: instant }), sealed: null },
  'staff.called_back': { version: 1, body: z.object({}), sealed: null },
} as const satisfies EventCatalogue;

export type StaffEvent = OpenedEvent<typeof staffEvents>;
