// What a key's loan and an item's loan say alike: when it is due, who was called about it, how it was signed for.
import { z } from 'zod';
import { instant, line } from './call.ts';

export const CALL_RESULTS = [
  'noAnswer',
  'switchedOff',
  'wrongNumber',
  'promised',
  'told',
  'refused',
] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

/** Whom one calls about a thing that is due, in this order (registers.md §4); `supervisor` when nobody else is left. */
export const CALLED_ROLES = [
  'borrower',
  'authoriser',
  'tenantContact',
  'emergencyContact',
  'supervisor',
] as const;
export type CalledRole = (typeof CALLED_ROLES)[number];

/** One call about something that is due. Errors are named by these fields. */
export const followUpForm = z.object({
  /** Which of the people to call, by its place in the call `followUpTargets`. */
  target: z.int().min(0).max(40),
  result: z.enum(CALL_RESULTS),
  /** Belongs to `promised`: until when they said they bring it. */
  promisedAt: instant.nullable().default(null),
  /** Null: as the rules and the policy `followUp.retryMinutes` say. */
  nextAt: instant.nullable().default(null),
  note: line(200),
});

export const followUpErrors = {
  /** Nobody of that number is to be called. */
  UNKNOWN_TARGET: { data: z.object({ field: z.literal('target') }) },
  /** A promise says until when: later than now and within a year, as the next call is. */
  CALL_TIME_WRONG: { data: z.object({ field: z.enum(['promisedAt', 'nextAt']) }) },
} as const;

export const followUpTarget = z.object({
  target: z.int(),
  role: z.enum(CALLED_ROLES),
  name: z.string().nullable(),
  phone: z.string().nullable(),
});
export type FollowUpTarget = z.infer<typeof followUpTarget>;

const followUp = followUpForm.omit({ target: true }).extend({
  at: instant,
  role: z.enum(CALLED_ROLES),
  name: z.string().nullable(),
  staffName: z.string().nullable(),
});

export const followUpState = z.object({
  /** Latest first. */
  calls: z.array(followUp),
  /** Whom to call next; null once it went to the supervisor and the guards. */
  next: followUpTarget.nullable(),
  nextAt: instant.nullable(),
  /** Everybody was called without a result: the supervisor and the guards have it. */
  escalated: z.boolean(),
});
export type FollowUpState = z.output<typeof followUpState>;

/** Why there is no signature where one is asked for. */
export const UNSIGNED_REASONS = ['refused', 'unable', 'device'] as const;

/** A signature drawn on the screen; or why there is none; null where nobody was asked for one. */
export const signature = z
  .discriminatedUnion('how', [
    /** A PNG, black on white, at most 64 KB. */
    z.object({ how: z.literal('drawn'), png: z.base64().min(1).max(200_000) }),
    z.object({ how: z.literal('none'), why: z.enum(UNSIGNED_REASONS) }),
  ])
  .nullable()
  .default(null);
export type Signature = z.output<typeof signature>;

export const signatureErrors = {
  SIGNATURE_NEEDED: { data: z.object({ field: z.literal('signature') }) },
  /** Not a picture that the pad makes. */
  SIGNATURE_WRONG: {
    data: z.object({ field: z.literal('signature'), reason: z.enum(['TOO_BIG', 'NOT_PNG', 'DIMENSIONS']) }),
  },
} as const;

export const DUE_STATES = ['later', 'soon', 'overdue'] as const;
export type DueState = (typeof DUE_STATES)[number];
