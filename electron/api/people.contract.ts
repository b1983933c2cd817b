// Staff at the desk: signing in with number and PIN or by badge, and who is acting now.
import { z } from 'zod';
import { callFor, noInput, recordId } from './call.ts';
import { ROLES } from './rights.ts';

export const actingStaff = z.object({
  id: recordId,
  number: z.string(),
  name: z.string().nullable(),
  role: z.enum(ROLES),
  language: z.enum(['zh-CN', 'en']),
  shift: z.object({ id: recordId, number: z.string() }).nullable(),
});
export type ActingStaff = z.infer<typeof actingStaff>;

export const signInErrors = {
  /** One answer for an unknown number and a wrong PIN. */
  SIGN_IN_REFUSED: { data: z.object({ field: z.literal('pin') }) },
  /** Too many failures: `waitMs` until the next try counts. */
  SIGN_IN_WAIT: { data: z.object({ field: z.literal('pin'), waitMs: z.int() }) },
  /** The sample property's PINs open nothing but the sample property. */
  SAMPLE_PIN: { data: z.object({ field: z.literal('pin') }) },
} as const;

export const badgeErrors = {
  /** No badge of anybody who works here. */
  BADGE_UNKNOWN: {},
  /** Too many unknown badges, or its holder is locked out. */
  BADGE_WAIT: { data: z.object({ waitMs: z.int() }) },
} as const;

export const staffNumber = z.string().trim().min(1).max(20);
export const typedPin = z.string().regex(/^\d{4,12}$/);
/** A one-time code of an approval; blanks between its digits are read over. */
export const newCode = z
  .string()
  .max(20)
  .transform((text) => text.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{8}$/));
/** A badge's UID as readers type it: decimal or hex, whatever stands between its bytes; longer than a PIN typed fast. */
export const badgeUid = z
  .string()
  .max(64)
  .transform((text) => text.replaceAll(/[\s:-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[0-9A-F]{8,32}$/));

/** Who signed in. `standsIn`: at a desk that is neither their own nor lent to them; supervisors are told. */
const signedIn = actingStaff.extend({
  resumeToken: z.string(),
  standsIn: z.object({ homeDesk: z.string() }).nullable(),
});
export type SignedIn = z.infer<typeof signedIn>;

export const peopleContract = {
  /** Who acts from now on through this window's port. Opens the shift, or joins the one that is open. */
  signIn: callFor('anyone')
    .errors(signInErrors)
    .input(z.object({ number: staffNumber, pin: typedPin }))
    .output(signedIn),
  /** The same by badge, which switches staff and approves nothing. */
  signInByBadge: callFor('anyone')
    .errors(badgeErrors)
    .input(z.object({ badge: badgeUid }))
    .output(signedIn),
  /** Goes on as who signed in before the backend died. Answers null where the token holds no longer. */
  resume: callFor('anyone')
    .input(z.object({ token: z.string().max(128) }))
    .output(actingStaff.nullable()),
  signOut: callFor('anyone').input(noInput).output(z.object({})),
  acting: callFor('anyone').input(noInput).output(actingStaff.nullable()),
};
