// The states of a visit, what its fields may say, and the refusals of its register by name; nothing was written when one of them comes.
import { z } from 'zod';
import { recordId } from './call.ts';
import { cardErrors } from './turnstile-cards.contract.ts';

/** `closed`: nobody said when the person left; the system closed it, with no leaving time made up. */
export const VISIT_STATES = [
  'expected',
  'on_site',
  'left',
  'cancelled',
  'closed',
  'denied',
  'voided',
] as const;
export type VisitState = (typeof VISIT_STATES)[number];

/** What somebody comes for. */
export const PURPOSES = [
  'visit',
  'interview',
  'delivery',
  'works',
  'repair',
  'tour',
  'meeting',
  'official',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Why somebody was turned away 不予放行. */
export const DENIAL_REASONS = ['hostRefused', 'hostAbsent', 'outOfHours', 'documentWrong', 'other'] as const;
export const denialReason = z.enum(DENIAL_REASONS);
export type DenialReason = z.infer<typeof denialReason>;

/** How the host confirmed that the visitor is expected 被访人确认; `none`: nobody was asked. */
export const HOST_CONFIRMATIONS = ['none', 'phone', 'message', 'expected'] as const;
export const hostConfirmation = z.enum(HOST_CONFIRMATIONS);
export type HostConfirmation = z.infer<typeof hostConfirmation>;

export const visitErrors = {
  DOCUMENT_NUMBER_WRONG: {
    data: z.object({
      field: z.literal('documentNumber'),
      reason: z.enum(['CHECK_DIGIT', 'SHAPE', 'BIRTH_DATE']),
    }),
  },
  /** A document was chosen, its number not given; or none was chosen and nobody vouches. */
  FIELD_NEEDED: {
    data: z.object({
      field: z.enum([
        ...(['documentNumber', 'host', 'hostConfirmation', 'expectedUntil', 'validUntil'] as const),
        ...(['arrivedAt', 'leftAt', 'card', 'note'] as const),
      ]),
    }),
  },
  /** Policy asks for a document of whoever comes for this purpose: no host can vouch instead. */
  DOCUMENT_REQUIRED: { data: z.object({ field: z.literal('documentNumber') }) },
  ALREADY_ON_SITE: { data: z.object({ visit: recordId, number: z.string() }) },
  /** Somebody alike is here or announced: say which (`anotherPerson`), or act on that visit. */
  SAME_PERSON: { data: z.object({ visits: z.array(recordId) }) },
  ...cardErrors,
  UNKNOWN_CODE: { data: z.object({ reason: z.enum(['SHAPE', 'CHECK_DIGIT', 'KIND', 'NOT_ISSUED']) }) },
  /** No such host or unit is on file. */
  UNKNOWN_PLACE: { data: z.object({ field: z.enum(['host', 'units']) }) },
  /** Ten minutes are over, somebody else wrote it, or something happened since: void it instead. */
  TOO_LATE: {},
  /** Who left so long ago is registered anew. */
  ENDED_LONG_AGO: {},
  /** No document was given, or its number was erased after its term. */
  NO_DOCUMENT: {},
  /** It was shown by this very command, and the time is over: ask anew. */
  REVEAL_OVER: {},
  WRONG_STATE: { data: z.object({ visit: recordId, state: z.enum(VISIT_STATES) }) },
} as const;
