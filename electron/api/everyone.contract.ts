// After an evacuation: one action marks everyone out, one marks exactly those back.
import { z } from 'zod';
import { callFor, commandId, instant, recordId } from './call.ts';
import { visitErrors } from './visit-states.ts';

const write = callFor('visits.write').errors(visitErrors);

/** Part of the visitors' calls (visitors.contract.ts). */
export const everyoneCalls = {
  /** Everyone inside has left, in one go. `only` narrows it to whom a mistaken return had brought back. */
  everyoneOut: write
    .input(z.object({ commandId, only: z.array(recordId).max(20_000).nullable().default(null) }))
    .output(z.object({ at: instant, visits: z.array(recordId) })),
  /** Whoever was marked out then and has not come back since is on site again. */
  everyoneBack: write
    .input(z.object({ commandId, at: instant }))
    .output(z.object({ visits: z.array(recordId) })),
};
