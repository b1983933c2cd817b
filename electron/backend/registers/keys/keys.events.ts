// What can happen to a key itself. Who has it stands on its loans (key-loans.events.ts).
import { z } from 'zod';
import { BORROWER_KINDS } from '../../../api/borrowers.contract.ts';
import { recordId } from '../../../api/call.ts';
import { KEY_KINDS, KEY_RETIREMENTS } from '../../../api/key-states.ts';
import type { EventCatalogue, OpenedEvent } from '../../journal/events.ts';
import { keyCareEvents } from './key-care.events.ts';

export const keyEvents = {
  ...keyCareEvents,
  /** On file as it is now: the whole of it, each time. */
  'key.put': {
    version: 1,
    body: z.object({
      code: z.string(),
      tag: z.string().regex(/^\d{16}$/),
      kind: z.enum(KEY_KINDS),
      pieces: z.int(),
      copies: z.int(),
      homeDesk: z.string(),
      cabinet: z.string().nullable(),
      hook: z.string().nullable(),
      units: z.array(recordId),
      /** Whose deposited spare 业户寄存钥匙 it is. */
      tenant: recordId.nullable(),
      mayBorrow: z.array(z.enum(BORROWER_KINDS)).nullable(),
      loanHours: z.int().nullable(),
      idAsked: z.boolean(),
      seal: z.string().nullable(),
    }),
    sealed: z.object({
      name: z.string(),
      opens: z.string().nullable(),
      instruction: z.string().nullable(),
    }),
  },
  /** On its way to another desk 调拨. */
  'key.sent': { version: 1, body: z.object({ to: z.string() }), sealed: null },
  /** Came back to a desk that is not its own: on its way home. */
  'key.brought': { version: 1, body: z.object({}), sealed: null },
  /** The rest of it came home, while pieces that were brought to this desk are still on their way there. */
  'key.awaited': { version: 1, body: z.object({ at: z.string() }), sealed: null },
  /** Lies at the desk that wrote this. */
  'key.arrived': { version: 1, body: z.object({}), sealed: null },
  /** The return that had brought it was a mistake: it is out as before. */
  'key.out_again': { version: 1, body: z.object({}), sealed: null },
  /** In our cabinets no more 停用. */
  'key.retired': {
    version: 1,
    body: z.object({ why: z.enum(KEY_RETIREMENTS) }),
    sealed: z.object({ note: z.string().nullable() }),
  },
} as const satisfies EventCatalogue;

export type KeyEvent = OpenedEvent<typeof keyEvents>;
