// Turnstile cards 临时卡: numbered stock, handed to visitors and taken back. Their events stand on the visits.
import { z } from 'zod';
import { callFor, commandId, instant, line, noInput, recordId } from './call.ts';

/** A card as its number is typed or scanned; leading zeros may be left out. */
export const cardText = line(12);

/** `unreturned`: its visitor is gone. A card in the drawer has no row of its own. */
const CARD_STATES = ['out', 'unreturned', 'lost', 'returned'] as const;

/** A card that a visit has or had. */
export const visitCard = z.object({ number: z.string(), state: z.enum(CARD_STATES), at: instant });
export type VisitCard = z.infer<typeof visitCard>;

export const cardErrors = {
  /** The card cannot be given: it is not on file, out with `visit`, or lost by it. */
  CARD_REFUSED: {
    data: z.object({
      reason: z.enum(['NOT_ON_FILE', 'OUT', 'LOST']),
      visit: recordId.nullable(),
      number: z.string().nullable(),
    }),
  },
  /** The visitor holds this card: say whether it came back. */
  CARD_ASKED: { data: z.object({ visit: recordId, card: z.string() }) },
  /** The visit holds one already, or none that could come back or be lost. */
  CARD_STATE: { data: z.object({ visit: recordId, holds: z.boolean() }) },
  CARD_RANGE_REFUSED: {
    data: z.object({ field: z.enum(['first', 'last']), reason: z.enum(['SHAPE', 'ORDER', 'OVERLAP']) }),
  },
  /** A card of the range is still out or unreturned. */
  CARDS_IN_USE: { data: z.object({ card: z.string() }) },
} as const;

const batch = z.object({
  id: recordId,
  first: z.string(),
  last: z.string(),
  count: z.int(),
  desk: z.string(),
});

/** A card that is not in the drawer, and the visit that it went with. */
const awayCard = visitCard.extend({
  visit: recordId,
  visitNumber: z.string(),
  name: z.string().nullable(),
});

export const cardStock = z.object({
  batches: z.array(batch),
  onFile: z.int(),
  inDrawer: z.int(),
  /** By number. */
  away: z.array(awayCard),
  /** Cards that two visits have at once, by what two desks wrote: look for them. */
  contradicted: z.array(z.string()),
});
export type CardStock = z.infer<typeof cardStock>;

const write = callFor('visits.write').errors(cardErrors);
const manage = callFor('cards.manage').errors(cardErrors);
const done = z.object({ id: recordId });

/** Part of the visitors' calls (visitors.contract.ts). */
export const turnstileCardCalls = {
  cardStock: callFor('visits.read').input(noInput).output(cardStock),
  /** The lowest number in the drawer; null where there is none. `onFile` is 0 where the desk has no cards. */
  nextCard: callFor('visits.write')
    .input(noInput)
    .output(z.object({ card: z.string().nullable(), onFile: z.int() })),
  giveCard: write.input(z.object({ commandId, visit: recordId, card: cardText })).output(done),
  /** In the drawer again, also one that was thought lost. */
  returnCard: write.input(z.object({ commandId, visit: recordId })).output(done),
  loseCard: write.input(z.object({ commandId, visit: recordId })).output(done),
  /** Puts a range on file: `001` to `120`, `A001` to `A040`. */
  putCards: manage
    .input(z.object({ commandId, first: cardText, last: cardText }))
    .output(done.extend({ count: z.int() })),
  /** Takes a range off the file: its cards are given to nobody any more. */
  withdrawCards: manage.input(z.object({ commandId, batch: recordId })).output(done),
};
