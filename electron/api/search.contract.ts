// The one box 查找/扫码: what a typed text or a scanned code means, over all registers.
import { z } from 'zod';
import { callFor, instant, recordId } from './call.ts';
import { placeMatch } from './places.contract.ts';

/** A record as a row of the box shows it; the register's own screen opens with `record`. */
export const searchHit = z.object({
  record: recordId,
  register: z.enum(['visitors', 'keys', 'loans']),
  /** The register's own state, `on_site` for instance. */
  state: z.string(),
  /** Somebody is inside, announced, or something is out: shown first. */
  open: z.boolean(),
  number: z.string(),
  /** Who or what it is; null where the record was erased or is locked. */
  title: z.string().nullable(),
  /** Whom they come from. */
  company: z.string().nullable(),
  /** Where things have names in both languages: the two above in English. */
  english: z.object({ title: z.string().nullable(), company: z.string().nullable() }).optional(),
  /** Where they go, as the slip showed it. */
  place: z.string().nullable(),
  phone: z.string().nullable(),
  /** Of a visit: whom they see, and their vehicle. */
  visit: z.object({ host: z.string().nullable(), plate: z.string().nullable() }).optional(),
  /** When it began, or is expected (UTC ms). */
  at: instant.nullable(),
  /** It should be over, or have come, by now: an overstay, a no-show, something not returned in time. */
  overdue: z.boolean(),
});
export type SearchHit = z.infer<typeof searchHit>;

export const searchAnswer = z.object({
  /** Open records, newest first. */
  open: z.array(searchHit),
  /** What is over, newest first. */
  history: z.array(searchHit),
  /** Contacts and units, best first. */
  places: z.array(placeMatch),
  /** There is more of it than the limit allowed. */
  more: z.object({ open: z.boolean(), history: z.boolean() }),
  /** The text is the number of an RFID tag: the scan code of what wears it; null for any other text. */
  tag: z.string().nullable(),
  /** The index is being made anew: open records are all there, history is not yet whole. */
  catchingUp: z.boolean(),
});
export type SearchAnswer = z.infer<typeof searchAnswer>;

/** What a scanned code stands for. `others` were printed with the same code; open things win, then newer ones. */
export const codeMeaning = z.discriminatedUnion('known', [
  z.object({ known: z.literal(true), kind: z.string(), hit: searchHit, others: z.array(searchHit) }),
  z.object({ known: z.literal(false), reason: z.enum(['SHAPE', 'CHECK_DIGIT', 'KIND', 'NOT_ISSUED']) }),
]);
export type CodeMeaning = z.infer<typeof codeMeaning>;

export const searchContract = {
  /**
   * By name (characters, pinyin, initials), company, unit, plate, phone (beginning or last four), record number,
   * document (last four or whole), RFID tag or one of our codes. `limit` is per group.
   */
  find: callFor('visits.read')
    .input(z.object({ text: z.string().max(200), limit: z.int().min(1).max(50).default(20) }))
    .output(searchAnswer),
  /** What one of our own codes means. It does nothing: the register acts on a scan by itself. */
  code: callFor('visits.read')
    .input(z.object({ code: z.string().max(64) }))
    .output(codeMeaning),
};
