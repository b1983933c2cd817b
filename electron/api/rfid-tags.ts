// RFID tags on things and badges: how a number is written, and who may wear one.
import { z } from 'zod';

/** The number of a tag in hex, as every reader's way of writing it comes down to. */
export const rfidUid = z.string().regex(/^[0-9A-F]{8,20}$/);

export const TAG_WEARERS = ['key', 'loanItem', 'staff'] as const;

/** One tag, one wearer: a key, a thing that is lent or a badge has this one. `number` is its code or staff number. */
export const tagTaken = {
  data: z.object({ field: z.literal('tag'), wearer: z.enum(TAG_WEARERS), number: z.string() }),
};
