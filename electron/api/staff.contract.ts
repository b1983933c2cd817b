// Staff on file: the supervisor's one screen — add, reset a PIN, release a lock-out, badge, lend to a desk, let go.
import { z } from 'zod';
import { callFor, commandId, instant, noInput, recordId } from './call.ts';
import { badgeUid } from './people.contract.ts';
import { ROLES } from './rights.ts';

export const staffRow = z.object({
  id: recordId,
  number: z.string(),
  name: z.string().nullable(),
  role: z.enum(ROLES),
  active: z.boolean(),
  language: z.enum(['zh-CN', 'en']),
  /** Until when failed sign-ins lock them out; null where they do not. */
  lockedUntil: instant.nullable(),
  /** Code of the desk they belong to; null for nobody's desk in particular. */
  homeDesk: z.string().nullable(),
  hasBadge: z.boolean(),
  /** The desk that they are lent to 顶岗 now, and until when. */
  lent: z.object({ desk: z.string(), until: instant }).nullable(),
});
export type StaffRow = z.infer<typeof staffRow>;

/** What is put on file about a member of staff; the names of the fields are the names that errors carry. */
export const staffForm = z.object({
  number: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9]{1,20}$/),
  name: z.string().trim().min(1).max(50),
  role: z.enum(ROLES),
  language: z.enum(['zh-CN', 'en']),
  /** Left out: this desk for who is new, unchanged for who is not. */
  homeDesk: z.string().max(20).nullable().optional(),
});
export type StaffForm = z.input<typeof staffForm>;

export const newPin = z.string().regex(/^\d{6,12}$/);

export const staffErrors = {
  NUMBER_TAKEN: { data: z.object({ field: z.literal('number') }) },
  /** All one digit, a run such as 123456, or the sample property's PIN: guessed first by anyone. */
  PIN_WEAK: { data: z.object({ field: z.literal('pin') }) },
  /** A supervisor puts receptionists, butlers, guards and clerks on file; the others are the admin's. */
  ROLE_NOT_YOURS: { data: z.object({ field: z.literal('role') }) },
  /** Somebody has to be able to set up the desk. */
  LAST_ADMIN: {},
  /** The tag of a key or of a thing that is lent. */
  BADGE_ON_THING: { data: z.object({ field: z.literal('badge'), number: z.string() }) },
  BADGE_TAKEN: { data: z.object({ field: z.literal('badge'), number: z.string() }) },
  /** No desk of the property has this code. */
  UNKNOWN_DESK: { data: z.object({ field: z.enum(['homeDesk', 'desk']) }) },
  /** Lending ends ahead, within a month. */
  LEND_TIME: { data: z.object({ field: z.literal('until') }) },
} as const;

const manage = callFor('staff.manage').errors(staffErrors);
const changed = z.object({ id: recordId });

export const staffContract = {
  list: callFor('staff.manage').input(noInput).output(z.array(staffRow)),
  add: manage.input(staffForm.extend({ commandId, pin: newPin })).output(changed),
  update: manage.input(staffForm.extend({ commandId, staff: recordId, active: z.boolean() })).output(changed),
  /** A new PIN ends every session that an old one opened, but for that of who gives it to themselves. */
  resetPin: manage.input(z.object({ commandId, staff: recordId, pin: newPin })).output(changed),
  /** Failed sign-ins are forgotten; the next try counts again. */
  release: manage.input(z.object({ staff: recordId })).output(changed),
  /** Gives them this badge in place of any before; null takes it away. */
  setBadge: manage
    .input(z.object({ commandId, staff: recordId, badge: badgeUid.nullable() }))
    .output(changed),
  /** Lends them 顶岗 to another desk until then; null calls them back. */
  lend: manage
    .input(
      z.object({
        ...{ commandId, staff: recordId },
        lent: z.object({ desk: z.string().max(20), until: instant }).nullable(),
      }),
    )
    .output(changed),
  /** Where somebody can belong or be lent to. */
  desks: callFor('staff.manage')
    .input(noInput)
    .output(z.array(z.object({ code: z.string(), nameZh: z.string(), nameEn: z.string() }))),
};
