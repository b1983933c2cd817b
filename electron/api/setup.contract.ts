// The first start: this property, this desk, its admin. Open to anyone as long as there is nothing to protect.
import { z } from 'zod';
import { callFor, noInput } from './call.ts';
import { newPin, staffForm } from './staff.contract.ts';

const words = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}]+$/u);
/** Local `HH:MM`. */
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const setupForm = z.object({
  property: z.object({
    code: z.string().regex(/^[A-Z0-9]{1,8}$/),
    nameZh: words,
    nameEn: words,
    address: z.string().trim().max(200),
    /** IANA zone. */
    timeZone: z.string().max(60),
  }),
  /** The desk's code stands in every number it gives out, and is frozen once used. */
  desk: z.object({
    code: z.string().regex(/^[A-Z0-9]{1,6}$/),
    nameZh: words,
    nameEn: words,
    /** Both null in a lobby that never closes. */
    opens: time.nullable(),
    closes: time.nullable(),
  }),
  admin: staffForm.omit({ role: true, homeDesk: true }).extend({ pin: newPin }),
});
export type SetupForm = z.input<typeof setupForm>;

export const setupErrors = {
  ALREADY_SET_UP: {},
  /** `field` is the path of the field in the form. */
  SETUP_FIELD_WRONG: {
    data: z.object({ field: z.enum(['property.timeZone', 'desk.closes', 'admin.pin']) }),
  },
} as const;

/** The first admin, or another one where no PIN opens any more. */
const adminForm = setupForm.shape.admin;

export const setupContract = {
  /**
   * Whether nothing is set up yet. `admin`: there is a property, but no admin whose PIN opens it, because the desk goes
   * on without the key that their PINs were kept under.
   */
  needed: callFor('anyone')
    .input(noInput)
    .output(z.object({ needed: z.boolean(), admin: z.boolean() })),
  /** Refused with ALREADY_SET_UP wherever an admin can sign in. */
  admin: callFor('anyone').errors(setupErrors).input(adminForm).output(z.object({})),
  create: callFor('anyone').errors(setupErrors).input(setupForm).output(z.object({})),
};
