// Staff at the desk: signing in with number and PIN, and who is acting now.
import { z } from 'zod';
import { callFor, commandId, noInput, recordId } from './call.ts';
import { RIGHTS, ROLES } from './rights.ts';

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

const credentials = z.object({
  number: z.string().trim().min(1).max(20),
  pin: z.string().regex(/^\d{4,12}$/),
});

export const peopleContract = {
  /** Who acts from now on through this window's port. Opens the shift, or joins the one that is open. */
  signIn: callFor('anyone')
    .errors(signInErrors)
    .input(credentials)
    .output(actingStaff.extend({ resumeToken: z.string() })),
  /** A supervisor's PIN, on the spot: grants `right` on this record to the one command with this id, for a minute. */
  approve: callFor('signedIn')
    .errors(signInErrors)
    .input(credentials.extend({ right: z.enum(RIGHTS), record: recordId, commandId }))
    .output(z.object({ approval: z.string(), approverName: z.string().nullable() })),
  /** Goes on as who signed in before the backend died. Answers null where the token holds no longer. */
  resume: callFor('anyone')
    .input(z.object({ token: z.string().max(128) }))
    .output(actingStaff.nullable()),
  signOut: callFor('anyone').input(noInput).output(z.object({})),
  acting: callFor('anyone').input(noInput).output(actingStaff.nullable()),
};
