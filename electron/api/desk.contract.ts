// The desk as a whole: what the status bar shows, and the one stream of what changes.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { callFor, clockTime, commandId, instant, noInput, recordId, scannedText } from './call.ts';
import { dataNotice } from './data.contract.ts';
import { cardReading } from './identity.ts';

/** `off`: none is set up. `fault`: it answers, but cannot read (its security module). */
export const readerState = z.enum(['off', 'connecting', 'ready', 'offline', 'fault']);
export type ReaderState = z.infer<typeof readerState>;

const PRINT_STATES = ['queued', 'sending', 'printed', 'unknown', 'failed', 'cancelled'] as const;
export const printJob = z.object({
  id: recordId,
  record: recordId,
  /** The register's number of the record, for the eye. */
  number: z.string().nullable(),
  kind: z.string(),
  state: z.enum(PRINT_STATES),
  problem: z.string().nullable(),
  attempts: z.int(),
  createdAt: instant,
});
export type PrintJob = z.infer<typeof printJob>;

export const CARD_REFUSALS = [
  'UNKNOWN_LAYOUT',
  'AUTHENTICATION',
  'WRONG_CARD_TYPE',
  'MOVED',
  'BAD_FRAME',
  'CHECK_DIGIT',
  'SAM_FAULT',
  'OTHER',
] as const;

export const deskStatus = z.object({
  now: clockTime,
  timeZone: z.string(),
  reader: readerState,
  /** Readers of tags and codes, in the order in which they were set up. */
  lineReaders: z.array(z.object({ id: z.string(), kind: z.enum(['tag', 'scanner']), state: readerState })),
  /** `waiting`: slips wait for it. `trouble`: none does, but the last try, a test page perhaps, did not print. */
  printer: z.enum(['off', 'ready', 'waiting', 'asks', 'trouble']),
  /** What the last try met; null where it went well or there was none. */
  printerProblem: z.string().nullable(),
  /** As the printer said after the last slip: bring a new roll. */
  paperNearEnd: z.boolean(),
  /** Jobs that wait for the printer or for a person. */
  jobs: z.array(printJob),
  journal: z.object({ seq: z.int(), hash: z.string() }),
  /** Machine and journal are over a day apart: nothing is written until somebody says that the clock is right. */
  clockJump: z.object({ journalAt: z.int(), clockAt: z.int() }).nullable(),
  /** Events that head office has not acknowledged; null while none is enrolled. */
  unsynced: z.int().nullable(),
  /** What staff must be told about the data folder, most urgent first. */
  notices: z.array(dataNotice),
});
export type DeskStatus = z.infer<typeof deskStatus>;

/**
 * `changed` names what to fetch again. Card messages come only to a window whose staff may register visitors. `scanned`
 * does what a scan by keyboard does: one of our codes, also for a tag that is bound to it, a UID, or whatever text it was.
 */
export const deskMessage = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed'), nouns: z.array(z.string()) }),
  z.object({ kind: z.literal('status') }),
  z.object({ kind: z.literal('card'), card: cardReading }),
  z.object({ kind: z.literal('cardRemoved') }),
  z.object({ kind: z.literal('scanned'), text: scannedText }),
  z.object({ kind: z.literal('cardRefused'), reason: z.enum(CARD_REFUSALS) }),
]);
export type DeskMessage = z.infer<typeof deskMessage>;

export const deskContract = {
  status: callFor('anyone').input(noInput).output(deskStatus),
  watch: callFor('anyone').input(noInput).output(eventIterator(deskMessage)),
  /**
   * The scan code of what wears an RFID tag, whatever reader read it, or bears an asset code as a barcode; null for
   * what is neither. What readers of the desk's own read (`scanned`) is told by its code already.
   */
  codeOfTag: callFor('signedIn')
    .input(z.object({ tag: z.string().max(64) }))
    .output(z.object({ code: z.string().nullable() })),
  /** The machine's clock is right: the journal goes on from now. */
  confirmClock: callFor('signedIn').input(noInput).output(z.object({})),
  /** An unknown job asks: was the slip printed, or shall it print again? A failed one can be tried at once. */
  answerJob: callFor('print.manage')
    .errors({
      /** It is on the line just now, or somebody answered already: the list shows how it stands. */
      JOB_MOVED_ON: { data: z.object({ state: z.enum(PRINT_STATES).nullable() }) },
    })
    .input(z.object({ commandId, job: recordId, answer: z.enum(['printed', 'printAgain', 'cancel']) }))
    .output(z.object({ id: recordId })),
};
