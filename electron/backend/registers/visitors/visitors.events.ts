// What can happen to a visit. Names, phones and whatever is typed freely stand in the sealed half only.
import { z } from 'zod';
import { instant, recordId } from '../../../api/call.ts';
import { documentType, noDocumentReason, verification } from '../../../api/identity.ts';
import { denialReason, hostConfirmation, PURPOSES } from '../../../api/visit-states.ts';
import { ORIGIN_FIELDS } from '../../../api/visit-forms.ts';
import { ORIGINS } from '../../../api/history.ts';
import type { EventCatalogue, EventContent, OpenedEvent } from '../../journal/events.ts';

/** The personal half of a visitor's form, and what the slip showed then of host and units. */
const visitorSealed = z.object({
  name: z.string(),
  documentNumber: z.string().nullable(),
  nationality: z.string().nullable(),
  phone: z.string().nullable(),
  company: z.string().nullable(),
  hostName: z.string().nullable(),
  unitText: z.string().nullable(),
  plate: z.string().nullable(),
  items: z.string().nullable(),
  remarks: z.string().nullable(),
  /** Tells of somebody's health, as a rule: personal like the name. */
  needsHelp: z.boolean(),
});

/** An amendment leaves as it is what the program that wrote it did not know of: null. */
const amendedSealed = visitorSealed.extend({ needsHelp: z.boolean().nullable() });

/** Nobody was asked for it before. */
const withoutHelp = ({ body, sealed }: EventContent): EventContent => ({
  body,
  sealed: sealed && { ...sealed, needsHelp: false },
});

/** Nobody counted children before, or said who had begun. */
const alone = ({ body, sealed }: EventContent): EventContent => ({
  body: { ...body, children: 0, begunBy: null },
  sealed,
});

/** Nobody was asked why there was no document. */
const unasked = ({ body, sealed }: EventContent): EventContent => ({
  body: { ...body, noDocument: null },
  sealed,
});

/** Nobody was turned away before. */
const firstTry = ({ body, sealed }: EventContent): EventContent => ({
  body: { ...body, previous: null },
  sealed,
});

const begunBy = recordId.nullable();

const visitorBody = {
  purpose: z.enum(PURPOSES),
  host: recordId.nullable(),
  units: z.array(recordId),
  origins: z.partialRecord(z.enum(ORIGIN_FIELDS), z.enum(ORIGINS)),
  /** Who opened the form, where somebody else confirmed it. */
  begunBy,
};

/** Under 14, with this adult. */
const children = z.int();

/** The visit of the same day that the same person was turned away from. */
const previous = recordId.nullable();

/** A visit's number and pass code; null on an arrival that was expected and so has them already. */
const numbered = z.object({ number: z.string(), passCode: z.string().regex(/^\d{16}$/) });

/** A turnstile card by its number, as it is on file. */
const card = z.object({ card: z.string() });

export const visitEvents = {
  'visit.expected': {
    version: 3,
    body: z.object({
      ...visitorBody,
      ...{ documentType, numbered, expectedFrom: instant, expectedUntil: instant, children },
    }),
    sealed: visitorSealed,
    upcasts: { 1: withoutHelp, 2: alone },
  },
  'visit.cancelled': { version: 1, body: z.object({}), sealed: null },
  'visit.arrived': {
    version: 6,
    body: z.object({
      ...{ ...visitorBody, children, previous },
      documentType,
      numbered: numbered.nullable(),
      documentExpired: z.boolean(),
      verifiedBy: verification,
      /** Null where a document was shown. */
      noDocument: noDocumentReason.nullable(),
      validUntil: instant,
      /** The privacy notice on the counter (PIPL art. 17). Version 1 has null where no document was shown. */
      noticeVersion: z.int().nullable(),
      passPrinted: z.boolean(),
      hostConfirmation,
      /** The line of the paper kit that it was written on first. */
      paperLine: z.string().nullable(),
    }),
    sealed: visitorSealed,
    upcasts: {
      1: ({ body, sealed }) => ({ body: { ...body, hostConfirmation: 'none' }, sealed }),
      2: ({ body, sealed }) => withoutHelp({ body: { ...body, paperLine: null }, sealed }),
      3: alone,
      4: unasked,
      5: firstTry,
    },
  },
  /** Turned away 不予放行. Of who was announced it says nothing new but why. */
  'visit.denied': {
    version: 1,
    body: z.object({
      ...{ ...visitorBody, documentType, children, previous },
      numbered: numbered.nullable(),
      reason: denialReason,
    }),
    sealed: visitorSealed.extend({ note: z.string().nullable() }),
  },
  'visit.left': {
    version: 2,
    body: z.object({ way: z.enum(['scan', 'list', 'timeUnknown', 'evacuation']) }),
    sealed: null,
    // Version 1 knew no evacuation.
    upcasts: { 1: (old: EventContent): EventContent => old },
  },
  'visit.card_out': { version: 1, body: card, sealed: null },
  'visit.card_returned': { version: 1, body: card, sealed: null },
  'visit.card_lost': { version: 1, body: card, sealed: null },
  /** In again on another day of a pass that still holds: a stay of its own. */
  'visit.came_back': { version: 1, body: z.object({}), sealed: null },
  'visit.reopened': { version: 1, body: z.object({}), sealed: null },
  /** Nobody said when the person left: the state ends, no leaving time is made up. */
  'visit.closed_by_system': { version: 1, body: z.object({}), sealed: null },
  'visit.extended': { version: 1, body: z.object({ validUntil: instant }), sealed: null },
  'visit.amended': {
    version: 4,
    body: z.object({
      ...visitorBody,
      /** Null leaves it, unless the document itself is another one now. */
      noDocument: noDocumentReason.nullable(),
      children: children.nullable(),
      /** Null where the document stays as it was; the sealed number is null then too. */
      document: z.object({ type: documentType, expired: z.boolean(), verifiedBy: verification }).nullable(),
    }),
    sealed: amendedSealed,
    upcasts: {
      1: ({ body, sealed }) => ({ body, sealed: sealed && { ...sealed, needsHelp: null } }),
      2: ({ body, sealed }) => ({ body: { ...body, children: null, begunBy: null }, sealed }),
      3: unasked,
    },
  },
  /** The entry was a mistake. `expectedAgain` where it was the arrival of a visit that had been announced. */
  'visit.taken_back': {
    version: 2,
    body: z.object({ expectedAgain: z.boolean() }),
    sealed: null,
    // Version 1 took the announcement back along with the arrival.
    upcasts: { 1: ({ sealed }) => ({ body: { expectedAgain: false }, sealed }) },
  },
  'visit.voided': { version: 1, body: z.object({}), sealed: z.object({ reason: z.string() }) },
  /** Somebody saw the document's whole number, and why. */
  'visit.document_revealed': {
    version: 1,
    body: z.object({}),
    sealed: z.object({ reason: z.string() }),
  },
  'visit.pass_reprinted': { version: 1, body: z.object({}), sealed: null },
} as const satisfies EventCatalogue;

export type VisitEvents = typeof visitEvents;
export type VisitEvent = OpenedEvent<VisitEvents>;
export type VisitorSealed = z.infer<typeof visitorSealed>;
