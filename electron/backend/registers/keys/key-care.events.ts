// What can happen to a key besides being put on file and moved: its tag, its seal, losing it.
import { z } from 'zod';
import { recordId } from '../../../api/call.ts';
import { UNSEAL_GROUNDS } from '../../../api/key-cases.contract.ts';
import { rfidUid } from '../../../api/rfid-tags.ts';
import type { EventCatalogue, OpenedEvent } from '../../journal/events.ts';

export const keyCareEvents = {
  /** Hangs on another tag from now on: one of ours, or an RFID tag beside the printed one. */
  'key.tag_bound': {
    version: 1,
    body: z.discriminatedUnion('by', [
      z.object({ by: z.literal('code'), tag: z.string().regex(/^\d{16}$/) }),
      z.object({ by: z.literal('rfid'), rfid: rfidUid }),
    ]),
    sealed: null,
  },
  'key.tag_printed': { version: 1, body: z.object({}), sealed: null },
  /** The seal was read, and the bag opened by whoever acts and whoever approved. */
  'key.seal_opened': {
    version: 1,
    body: z.object({ seal: z.string(), ground: z.enum(UNSEAL_GROUNDS), consentBy: recordId.nullable() }),
    sealed: z.object({ consentName: z.string().nullable() }),
  },
  'key.resealed': { version: 1, body: z.object({ seal: z.string() }), sealed: null },
  /** Nobody knows where it is; the case of that number follows it up. */
  'key.lost': { version: 1, body: z.object({ case: recordId }), sealed: null },
  /** It never was lost: whoever said so was mistaken. It is where it was before. */
  'key.not_lost': { version: 1, body: z.object({}), sealed: null },
  /** Lies at the desk that wrote this, and waits to be hung up. */
  'key.found': { version: 1, body: z.object({}), sealed: null },
  /** Hangs in the cabinet of the desk that wrote this. */
  'key.hung_up': { version: 1, body: z.object({}), sealed: null },
  /** In use again, after it was retired. */
  'key.reinstated': { version: 1, body: z.object({}), sealed: z.object({ reason: z.string() }) },
} as const satisfies EventCatalogue;

export type KeyCareEvent = OpenedEvent<typeof keyCareEvents>;
