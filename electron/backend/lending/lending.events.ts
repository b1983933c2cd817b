// What a key's loan and an item's loan tell alike: a call about it, a signature for it. Each register takes these into its
// own catalogue, under its own noun.
import { z } from 'zod';
import { instant } from '../../api/call.ts';
import { CALLED_ROLES, CALL_RESULTS, UNSIGNED_REASONS } from '../../api/lending.ts';
import { SIGNED_ACTIONS } from '../../api/policies.ts';

/** `….followed_up`: somebody was called about a thing that is due. What follows from it stands with it, as it was decided. */
export const followedUp = {
  version: 1,
  body: z.object({
    role: z.enum(CALLED_ROLES),
    result: z.enum(CALL_RESULTS),
    promisedAt: instant.nullable(),
    /** Whom to call next, by place in the order; null when nobody is left. */
    next: z.int().nullable(),
    nextAt: instant.nullable(),
    escalated: z.boolean(),
  }),
  sealed: z.object({ name: z.string().nullable(), note: z.string().nullable() }),
} as const;

/** `….call_taken_back`: the last call was noted by mistake. How the calling stood before it stands with it. */
export const callTakenBack = {
  version: 1,
  body: z.object({ next: z.int().nullable(), nextAt: instant.nullable(), escalated: z.boolean() }),
  sealed: null,
} as const;

/** `….signed`: appended behind what was signed for. `hash` names the attachment, hex; null where there is none. */
export const signed = {
  version: 1,
  body: z.object({
    for: z.enum(SIGNED_ACTIONS),
    hash: z.string().nullable(),
    /** Why nobody signed. */
    why: z.enum(UNSIGNED_REASONS).nullable(),
  }),
  sealed: null,
} as const;
