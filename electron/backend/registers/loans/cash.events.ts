// What can happen to the till besides deposits: a float is put in, money is handed to finance 上缴财务.
import { z } from 'zod';
import { PAY_METHODS } from '../../../api/deposit-states.ts';
import { signed } from '../../lending/lending.events.ts';
import type { EventCatalogue, OpenedEvent } from '../../journal/events.ts';

export const cashMoveEvents = {
  /** The opening float of the desk 备用金, in fen; in place of what it was before. */
  'cash_move.float_set': { version: 1, body: z.object({ amountFen: z.int() }), sealed: null },
  'cash_move.handed_in': {
    version: 1,
    /** `deposits`: how many unclaimed ones left the desk with it. */
    body: z.object({ method: z.enum(PAY_METHODS), amountFen: z.int(), deposits: z.int() }),
    sealed: z.object({ receiver: z.string() }),
  },
  /** The receiver signed for it. */
  'cash_move.signed': signed,
  'cash_move.taken_back': { version: 1, body: z.object({}), sealed: null },
} as const satisfies EventCatalogue;

export type CashMoveEvent = OpenedEvent<typeof cashMoveEvents>;
