// Who is here, or announced, and may be the same person: offered before a second record exists.
import { z } from 'zod';
import { callFor, instant, line, recordId } from './call.ts';
import { documentType } from './identity.ts';
import { VISIT_STATES } from './visit-states.ts';

/** An open visit that may be of the same person, and what says so. */
export const alikeVisit = z.object({
  id: recordId,
  number: z.string(),
  state: z.enum(VISIT_STATES),
  same: z.enum(['document', 'name', 'phone']),
  name: z.string().nullable(),
  company: z.string().nullable(),
  hostName: z.string().nullable(),
  unitText: z.string().nullable(),
  arrivedAt: instant.nullable(),
  expectedFrom: instant.nullable(),
});
export type AlikeVisit = z.infer<typeof alikeVisit>;

/** Part of the visitors' calls (visitors.contract.ts). */
export const alikeCalls = {
  /** Who is on site, or announced for today, and is like this person: the surest first. */
  alike: callFor('visits.write')
    .input(
      z.object({
        name: line(100),
        documentType: documentType.nullable(),
        documentNumber: line(40),
        phone: line(30),
        /** The visit that the form is about, which is not like itself. */
        except: recordId.nullable().default(null),
        /** For a pre-registration: who is announced for that day already. */
        expectedFrom: instant.nullable().default(null),
        /** For a visit that is over: who is on site now was not there in their place. */
        gone: z.boolean().default(false),
      }),
    )
    .output(z.array(alikeVisit)),
};
